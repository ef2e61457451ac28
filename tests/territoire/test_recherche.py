"""Finding a collectivité whatever the way its name is typed."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from accord.territoire.models import Collectivite, Commune, Epci
from accord.territoire.recherche import cle_recherche, plier
from tests.territoire.factories import CommuneFactory, EpciFactory


@pytest.mark.parametrize(
    ("saisie", "pliee"),
    [
        ("L’Haÿ-les-Roses", "l hay les roses"),
        ("L'Haÿ les Roses", "l hay les roses"),
        ("cæn la mer", "caen la mer"),
        ("Œuilly", "oeuilly"),
        ("  ÉPINAY—sur/Orge ", "epinay sur orge"),
        ("œ", "oe"),
        ("%_", ""),
    ],
)
def test_un_nom_se_plie(saisie, pliee):
    assert plier(saisie) == pliee


@pytest.mark.parametrize(
    ("nom", "cle"),
    [
        ("CU Caen la Mer", "caen la mer"),
        ("CC du Pays de Falaise", "pays de falaise"),
        ("CC d’Erdre et Gesvres", "erdre et gesvres"),
        ("Communauté de communes du Val", "val"),
        ("Brest Métropole", "brest metropole"),
        ("CC", "cc"),
        ("Cannes", "cannes"),
        ("Cuverville", "cuverville"),
    ],
)
def test_la_nature_en_tete_du_nom_ne_compte_pas(nom, cle):
    assert cle_recherche(nom) == cle


@given(st.text())
def test_plier_deux_fois_ne_change_rien(texte):
    assert plier(plier(texte)) == plier(texte)


@pytest.fixture
def territoires(db):
    EpciFactory(nom="CU Caen la Mer", siren="200065597", population_municipale=277_000)
    EpciFactory(nom="CC Cœur Côte Fleurie", population_municipale=20_000)
    EpciFactory(nom="CC Vallées de l’Orne et de l’Odon", population_municipale=25_000)
    CommuneFactory(nom="Caen", code_insee="14118", population_municipale=107_000)
    CommuneFactory(nom="Brécaen", population_municipale=500)
    CommuneFactory(nom="Bois-de-Caen", population_municipale=800)
    CommuneFactory(nom="Caen-le-Petit", inconnue=True)


def noms(recherche):
    return [collectivite.nom for collectivite in recherche]


@pytest.mark.usefixtures("territoires")
class TestRecherche:
    @pytest.mark.parametrize(
        "texte",
        ["cæn la mer", "CAEN-LA-MER", "caen la", "CU Caen la Mer", "mer caen", "200065597", "200 065 597"],
    )
    def test_caen_la_mer_se_trouve_de_bien_des_facons(self, texte):
        assert noms(Epci.objects.recherche(texte)) == ["CU Caen la Mer"]

    def test_l_exact_precede_le_debut_puis_le_mot_puis_le_reste(self):
        assert noms(Collectivite.objects.recherche("caen")) == [
            "Caen",
            "CU Caen la Mer",
            "Caen-le-Petit",
            "Bois-de-Caen",
            "Brécaen",
        ]

    def test_une_ligature_se_cherche_en_deux_lettres(self):
        assert noms(Epci.objects.recherche("coeur cote")) == ["CC Cœur Côte Fleurie"]

    def test_un_code_insee_trouve_sa_commune(self):
        assert noms(Commune.objects.recherche("14118")) == ["Caen"]

    @pytest.mark.parametrize("texte", ["", "   ", "%", "_", "zzz", "caen zzz"])
    def test_une_recherche_vide_ou_sans_reponse_ne_trouve_rien(self, texte):
        assert noms(Collectivite.objects.recherche(texte)) == []

    def test_un_proxy_ne_trouve_que_son_type(self):
        assert "Caen" not in noms(Epci.objects.recherche("caen"))
