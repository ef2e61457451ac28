"""The screens: what they show, what they refuse, and how many queries they take."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from accord.territoire.models import Contour
from accord.territoire.services.appartenances import changer_epci
from tests.territoire.factories import AppellationFactory, CommuneFactory, EpciFactory, epci_avec_communes

LE = date(2026, 11, 1)
CARRE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
LISTE = "/territoire/"
RECHERCHE = "/territoire/epci/recherche/"


@pytest.fixture
def client(client_de):
    return client_de("secretaire")


def page(epci):
    return reverse("territoire:epci-consulter", args=[epci.siren])


def carte(epci):
    return reverse("territoire:epci-cartographier", args=[epci.siren])


def noms(reponse):
    return [epci.nom for epci in reponse.context["page"]]


class TestListe:
    def test_les_epci_sont_ranges_par_nom_sans_leur_nature(self, client):
        for nom in ("CC du Zinc", "CU d’Étain", "CA du Fer"):
            EpciFactory(nom=nom)
        trouves = noms(client.get(LISTE))
        assert [nom for nom in trouves if nom in ("CC du Zinc", "CU d’Étain", "CA du Fer")] == [
            "CU d’Étain",
            "CA du Fer",
            "CC du Zinc",
        ]

    @pytest.mark.parametrize(
        ("filtre", "attendu"),
        [
            ("departement=29", "CC du Finistère"),
            ("nature=METRO", "Métropole du Nord"),
            ("regime=FA", "CC Additionnelle"),
            ("q=finistere", "CC du Finistère"),
        ],
    )
    def test_chaque_filtre_tient_dans_l_adresse(self, client, filtre, attendu):
        EpciFactory(nom="CC du Finistère", departement="29")
        EpciFactory(nom="Métropole du Nord", metropole=True)
        EpciFactory(nom="CC Additionnelle", additionnelle=True)
        assert noms(client.get(f"{LISTE}?{filtre}")) == [attendu]

    def test_la_liste_se_trie_par_population_decroissante(self, client):
        EpciFactory(nom="Petite", population_municipale=1)
        EpciFactory(nom="Immense", population_municipale=9_999_999)
        trouves = noms(client.get(f"{LISTE}?tri=-population"))
        assert (trouves[0], trouves[-1]) == ("Immense", "Petite")

    def test_la_liste_se_trie_par_nombre_de_communes(self, client):
        epci_avec_communes(30, nom="Nombreuse")
        assert noms(client.get(f"{LISTE}?tri=-communes"))[0] == "Nombreuse"

    def test_un_tri_inconnu_est_introuvable(self, client):
        assert client.get(f"{LISTE}?tri=couleur").status_code == 404

    @pytest.mark.parametrize("filtre", ["departement=zz", "nature=XX", "regime=1", "page=abc", "page=9999"])
    def test_un_filtre_inconnu_ne_casse_pas_la_page(self, client, filtre):
        assert client.get(f"{LISTE}?{filtre}").status_code == 200

    def test_un_filtre_inconnu_est_signale(self, client):
        assert "departement" in client.get(f"{LISTE}?departement=zz").context["form"].errors

    def test_une_recherche_sans_reponse_apprend_a_chercher(self, client):
        assert "Aucune intercommunalité ne répond" in client.get(f"{LISTE}?q=zzzz").content.decode()

    def test_le_nom_d_une_commune_mene_a_son_intercommunalite(self, client):
        epci = EpciFactory(nom="CC du Fer")
        CommuneFactory(nom="Verson", membre_de=epci)
        reponse = client.get(f"{LISTE}?q=verson")
        assert page(epci) in reponse.content.decode()

    def test_la_liste_prend_autant_de_requetes_pour_2_que_pour_200_epci(self, client):
        with CaptureQueriesContext(connection) as peu:
            client.get(LISTE)
        EpciFactory.create_batch(200)
        with CaptureQueriesContext(connection) as beaucoup:
            client.get(LISTE)
        assert len(beaucoup) == len(peu)

    @pytest.mark.parametrize("extension", ["xlsx", "csv"])
    def test_la_liste_filtree_s_exporte(self, client, extension):
        EpciFactory(nom="CC du Finistère", departement="29")
        reponse = client.get(f"/territoire/epci.{extension}?departement=29")
        assert reponse["Content-Disposition"] == f'attachment; filename="epci-2026-11-23.{extension}"'
        assert len(lignes(reponse, extension)) == 2

    def test_un_export_au_filtre_errone_ramene_a_la_liste_qui_l_explique(self, client):
        reponse = client.get("/territoire/epci.csv?departement=zz")
        assert reponse.url == "/territoire/?departement=zz"

    def test_une_formule_dans_un_nom_ne_s_execute_pas(self, client):
        EpciFactory(nom="=1+1", departement="29")
        assert "'=1+1" in client.get("/territoire/epci.csv?departement=29").content.decode("utf-8-sig")


def lignes(reponse, extension):
    if extension == "csv":
        return reponse.content.decode("utf-8-sig").splitlines()
    return CalamineWorkbook.from_filelike(BytesIO(reponse.content)).get_sheet_by_index(0).to_python()


class TestRechercheCourte:
    def test_le_champ_propose_des_choix_par_siren(self, client):
        epci = EpciFactory(nom="CU Caen la Mer")
        reponse = client.get(RECHERCHE, {"q": "cæn la", "champ": "siren"}, headers={"HX-Request": "true"})
        assert f'name="siren" value="{epci.siren}"' in reponse.content.decode()

    def test_sans_javascript_le_champ_mene_a_la_liste(self, client):
        assert client.get(RECHERCHE, {"q": "caen"}).url == "/territoire/?q=caen"

    def test_une_recherche_vide_ne_propose_rien(self, client):
        reponse = client.get(RECHERCHE, {"q": "c"}, headers={"HX-Request": "true"})
        assert reponse.content.decode().strip() == ""

    def test_le_texte_cherche_n_est_jamais_du_code(self, client):
        reponse = client.get(RECHERCHE, {"q": "<script>"}, headers={"HX-Request": "true"})
        assert "<script>" not in reponse.content.decode()


class TestPageEpci:
    def test_les_parts_de_population_sont_dites(self, client):
        epci = EpciFactory()
        CommuneFactory(nom="Grande", population_municipale=3_500, membre_de=epci)
        CommuneFactory(nom="Petite", population_municipale=500, membre_de=epci)
        texte = client.get(page(epci)).content.decode()
        assert "87,5\u202f%" in texte
        assert "12,5\u202f%" in texte
        assert "Atteint" in texte

    @pytest.mark.parametrize(
        ("regime", "phrase"), [("FPU", "imputé sur l’attribution"), ("FA", "remboursent")]
    )
    def test_le_regime_fiscal_est_explique(self, client, regime, phrase):
        assert phrase in client.get(page(EpciFactory(regime_fiscal=regime))).content.decode()

    def test_les_communes_se_trient_par_population(self, client):
        epci = epci_avec_communes(3)
        communes = client.get(f"{page(epci)}?tri=-population").context["fiche"].communes
        assert [ligne.population_municipale for ligne in communes] == [1_002, 1_001, 1_000]

    def test_un_tri_inconnu_est_introuvable(self, client):
        assert client.get(f"{page(EpciFactory())}?tri=couleur").status_code == 404

    def test_une_population_inconnue_est_un_tiret(self, client):
        epci = EpciFactory()
        CommuneFactory(inconnue=True, membre_de=epci)
        ligne = client.get(page(epci)).context["fiche"].communes[0]
        assert (ligne.part, ligne.taille) == (None, 0)

    def test_un_epci_sans_commune_l_explique(self, client):
        assert "Aucune commune membre" in client.get(page(EpciFactory())).content.decode()

    def test_l_histoire_dit_les_noms_et_les_departs(self, client):
        epci = epci_avec_communes(2, nom="CA du Val")
        AppellationFactory(collectivite=epci, nom="District d’avant", date_fin="2025-12-31")
        commune = epci.communes_au(LE).first()
        changer_epci(acteur=None, commune=commune, epci=None, date_effet=LE)
        texte = client.get(page(epci)).content.decode()
        assert "District d’avant" in texte
        assert f"{commune.nom} n’est plus membre" in texte

    @pytest.mark.parametrize("siren", ["000000000", "abc", "20006559"])
    def test_un_epci_inconnu_est_introuvable(self, client, siren):
        for nom in ("epci-consulter", "epci-cartographier"):
            assert client.get(reverse(f"territoire:{nom}", args=[siren])).status_code == 404

    def test_le_siren_d_une_commune_n_ouvre_pas_la_page_d_un_epci(self, client):
        assert client.get(page(CommuneFactory())).status_code == 404

    def test_la_page_prend_autant_de_requetes_pour_2_que_pour_158_communes(self, client):
        comptes = []
        for nombre in (2, 158):
            with CaptureQueriesContext(connection) as requetes:
                client.get(page(epci_avec_communes(nombre)))
            comptes.append([r["sql"][:60] for r in requetes if "INSERT" not in r["sql"]])
        lectures = [len([sql for sql in compte if "SELECT" in sql]) for compte in comptes]
        assert lectures[0] == lectures[1]

    @pytest.mark.parametrize("extension", ["xlsx", "csv"])
    def test_les_communes_s_exportent(self, client, extension):
        epci = epci_avec_communes(3)
        reponse = client.get(reverse("territoire:epci-exporter-communes", args=[epci.siren, extension]))
        assert len(lignes(reponse, extension)) == 4


class TestCarte:
    def test_la_carte_donne_une_forme_par_commune(self, client):
        epci = epci_avec_communes(2)
        Contour.objects.create(collectivite=epci.communes_au(LE)[0], geojson=CARRE)
        formes = json.loads(client.get(carte(epci)).content)["features"]
        assert [forme["geometry"] for forme in formes] == [CARRE, None]
        assert formes[0]["properties"]["habitants"] == "1\u202f000"

    def test_le_navigateur_garde_la_carte_tant_que_rien_ne_change(self, client):
        epci = epci_avec_communes(2)
        etag = client.get(carte(epci))["ETag"]
        assert client.get(carte(epci), headers={"If-None-Match": etag}).status_code == 304

    def test_un_contour_nouveau_change_la_carte(self, client):
        epci = epci_avec_communes(1)
        etag = client.get(carte(epci))["ETag"]
        Contour.objects.create(collectivite=epci.communes_au(LE)[0], geojson=CARRE)
        assert client.get(carte(epci), headers={"If-None-Match": etag}).status_code == 200

    def test_le_contour_de_reference_d_une_vraie_commune_est_servi(self, client):
        epci = EpciFactory()
        CommuneFactory(nom="Caen", code_insee="14118", departement="14", membre_de=epci)
        (forme,) = json.loads(client.get(carte(epci)).content)["features"]
        longitude, latitude = forme["geometry"]["coordinates"][0][0]
        assert (-0.5 < longitude < -0.3, 49.1 < latitude < 49.3) == (True, True)


class TestPageCommune:
    def test_une_commune_dit_son_epci_et_sa_population(self, client):
        epci = epci_avec_communes(1, nom="CC du Fer")
        commune = CommuneFactory(nom="Verson", population_municipale=4_000, membre_de=epci)
        texte = client.get(
            reverse("territoire:commune-consulter", args=[commune.code_insee])
        ).content.decode()
        assert "CC du Fer" in texte
        assert "4\u202f000" in texte

    def test_une_commune_isolee_le_dit(self, client):
        commune = CommuneFactory()
        texte = client.get(
            reverse("territoire:commune-consulter", args=[commune.code_insee])
        ).content.decode()
        assert "N’appartient à aucun EPCI" in texte

    def test_une_commune_disparue_reste_lisible(self, client):
        commune = CommuneFactory(disparue=True)
        texte = client.get(
            reverse("territoire:commune-consulter", args=[commune.code_insee])
        ).content.decode()
        assert "31 décembre 2018" in texte

    def test_une_commune_inconnue_est_introuvable(self, client):
        assert client.get(reverse("territoire:commune-consulter", args=["99999"])).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("adresse", [LISTE, RECHERCHE, "/territoire/epci.csv", "/territoire/epci/200065597/"])
def test_une_personne_anonyme_est_invitee_a_se_connecter(adresse, client_anonyme):
    assert client_anonyme.get(adresse).status_code == 302


@pytest.fixture
def client_anonyme():
    return Client()


def test_le_departement_choisi_reste_choisi(client):
    assert (
        '<option value="14" selected>Calvados (14)</option>'
        in client.get(f"{LISTE}?departement=14").content.decode()
    )
