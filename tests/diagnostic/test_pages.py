"""Each page answers, to the right people, with the same number of queries whatever the number of rows."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from accord.diagnostic.models import LigneService
from accord.diagnostic.services.etats import arreter_etat
from tests.diagnostic.conftest import MAINTENANT
from tests.diagnostic.scene import (
    BOURG,
    GRANDVILLE,
    PETITBOIS,
    classeur,
    declarer_agents,
    declarer_service,
    deposer,
    reponse_de,
    transmettre_de,
)

pytestmark = pytest.mark.django_db
SIREN = {BOURG: "210000029", PETITBOIS: "210000052", GRANDVILLE: "210000011"}
PAGES = ("campagne-voir", "service-lister", "carte-voir", "effectif-voir", "etat-lister")


def adresse(nom: str, campagne, *arguments: object) -> str:
    return reverse(f"diagnostic:{nom}", args=[campagne.demarche.slug, *arguments])


@pytest.fixture
def peuplee(campagne):
    """Bourg-le-Pont has transmitted, Petitbois has begun."""
    declarer_service(campagne, BOURG, "RH", etp="1.5", cout_direct_centimes=7_000_000, souhait="partager")
    declarer_service(campagne, PETITBOIS, "SM", etp="0.5", souhait="garder", condition="secret de Petitbois")
    declarer_agents(campagne, BOURG, 3)
    transmettre_de(campagne, BOURG)
    return campagne


@pytest.mark.parametrize("nom", PAGES)
@pytest.mark.parametrize("qui", ["chef_projet", "secretaire", "maire", "agent", "syndicat", "evaluatrice"])
def test_chaque_page_repond_a_chacun(client_de, peuplee, nom: str, qui: str):
    assert client_de(qui).get(adresse(nom, peuplee)).status_code == 200


@pytest.mark.parametrize("nom", PAGES)
def test_une_page_sans_campagne_apprend_ce_qu_elle_montrera(client_de, demarche, nom: str):
    reponse = client_de("chef_projet").get(reverse(f"diagnostic:{nom}", args=[demarche.slug]))

    assert reponse.status_code == 200
    assert "Qui remplit" in reponse.content.decode()


@pytest.mark.parametrize("nom", PAGES)
def test_l_intrus_ne_trouve_rien(client_de, peuplee, nom: str):
    assert client_de("intrus").get(adresse(nom, peuplee)).status_code == 404


@pytest.mark.parametrize(
    "nom", ["reponse-voir", "classeur-telecharger", "services-saisir", "classeur-deposer", "agent-lister"]
)
def test_l_intrus_ne_trouve_aucune_reponse(client_de, peuplee, nom: str):
    assert client_de("intrus").get(adresse(nom, peuplee, SIREN[BOURG])).status_code == 404


@pytest.mark.parametrize("nom", ["reponse-voir", "classeur-telecharger"])
def test_les_donnees_d_une_commune_sont_a_elle_jusqu_a_la_transmission(client_de, peuplee, nom: str):
    assert client_de("chef_projet").get(adresse(nom, peuplee, SIREN[PETITBOIS])).status_code == 403
    assert client_de("secretaire").get(adresse(nom, peuplee, SIREN[PETITBOIS])).status_code == 200
    assert client_de("chef_projet").get(adresse(nom, peuplee, SIREN[BOURG])).status_code == 200


@pytest.mark.parametrize("nom", ["service-lister", "carte-voir", "service-exporter"])
def test_les_tableaux_ne_montrent_pas_ce_qui_n_est_pas_transmis(client_de, peuplee, nom: str):
    page = client_de("maire").get(adresse(nom, peuplee)).content

    assert b"secret de Petitbois" not in page


def test_sa_propre_reponse_parait_dans_les_tableaux_avant_transmission(client_de, peuplee):
    assert (
        "secret de Petitbois"
        in client_de("secretaire").get(adresse("service-lister", peuplee)).content.decode()
    )


@pytest.mark.parametrize(("qui", "statut"), [("secretaire", 200), ("chef_projet", 403), ("maire", 403)])
def test_les_lignes_d_agents_ne_sont_vues_que_de_leur_employeur(client_de, peuplee, qui: str, statut: int):
    declarer_agents(peuplee, PETITBOIS, 1, code="SM")

    assert client_de(qui).get(adresse("agent-lister", peuplee, SIREN[PETITBOIS])).status_code == statut


def test_une_couche_inconnue_est_introuvable(client_de, peuplee):
    assert client_de("maire").get(adresse("carte-voir", peuplee), {"couche": "x"}).status_code == 404


@pytest.mark.parametrize(
    "parametres", [{"tri": "nimporte"}, {"page": "mille"}, {"souhait": "x"}, {"service": "'"}]
)
def test_un_parametre_faux_ne_fait_pas_tomber_la_page(client_de, peuplee, parametres: dict):
    assert client_de("maire").get(adresse("service-lister", peuplee), parametres).status_code == 200


@pytest.mark.parametrize("couche", ["souhait", "etp", "cout"])
def test_la_carte_se_montre_et_s_exporte_dans_chaque_couche(client_de, peuplee, couche: str):
    client = client_de("chef_projet")

    assert "Bourg-le-Pont" in client.get(adresse("carte-voir", peuplee), {"couche": couche}).content.decode()
    assert client.get(adresse("carte-exporter", peuplee), {"couche": couche}).content[:2] == b"PK"


def requetes(client: Client, url: str, compter) -> int:
    with compter() as capture:
        assert client.get(url).status_code == 200
    return len(capture)


@pytest.mark.parametrize("nom", PAGES)
def test_le_nombre_de_requetes_ne_depend_pas_des_lignes(
    client_de, campagne, nom: str, django_assert_max_num_queries
):
    def compter():
        return django_assert_max_num_queries(30)

    client = client_de("chef_projet")
    for commune in (BOURG, GRANDVILLE):
        declarer_service(campagne, commune, "RH", etp=1)
        declarer_agents(campagne, commune, 1)
    transmettre_de(campagne, BOURG, GRANDVILLE)
    client.get(adresse(nom, campagne))
    avec_deux = requetes(client, adresse(nom, campagne), compter)
    for commune in (BOURG, GRANDVILLE):
        reponse = reponse_de(campagne, commune)
        LigneService.objects.bulk_create(
            LigneService(reponse=reponse, code=f"S{i}", etp=i) for i in range(100)
        )
        declarer_agents(campagne, commune, 100, code="S1")

    assert requetes(client, adresse(nom, campagne), compter) == avec_deux


def test_le_parcours_d_une_commune_par_le_classeur(client_de, campagne):
    client = client_de("secretaire")
    modele = client.get(adresse("classeur-telecharger", campagne, SIREN[PETITBOIS]))
    fichier = _fichier(remplir(modele.content))

    depot = client.post(adresse("classeur-deposer", campagne, SIREN[PETITBOIS]), {"fichier": fichier})
    client.post(f"{depot.url}enregistrer/")
    client.post(adresse("reponse-transmettre", campagne, SIREN[PETITBOIS]))

    assert reponse_de(campagne, PETITBOIS).statut == "transmise"
    assert list(LigneService.objects.values_list("code", "etp")) == [("SM", Decimal("0.5"))]


def remplir(modele: bytes) -> bytes:
    """Type one figure in the prefilled workbook, as a secretary would."""
    classeur = openpyxl.load_workbook(BytesIO(modele))
    classeur["Services"]["F2"] = 0.5
    flux = BytesIO()
    classeur.save(flux)
    return flux.getvalue()


def test_un_modele_rendu_tel_quel_n_enregistre_rien_et_le_dit(client_de, campagne):
    client = client_de("secretaire")
    modele = client.get(adresse("classeur-telecharger", campagne, SIREN[PETITBOIS]))

    depot = client.post(
        adresse("classeur-deposer", campagne, SIREN[PETITBOIS]),
        {"fichier": _fichier(modele.content)},
        follow=True,
    )
    client.post(f"{depot.redirect_chain[0][0]}enregistrer/")

    assert "16 services préremplis laissés vides" in depot.content.decode()
    assert not LigneService.objects.exists()


def _fichier(contenu: bytes, nom: str = "classeur.xlsx"):
    fichier = BytesIO(contenu)
    fichier.name = nom
    return fichier


@pytest.mark.parametrize(
    ("contenu", "mots"),
    [(b"%PDF-1.4", "PDF"), (b"PK\x03\x04xx", "incomplet"), (b"", "vide"), (b"bonjour", "ni un classeur")],
)
def test_un_mauvais_fichier_donne_un_message_et_n_enregistre_rien(
    client_de, campagne, contenu: bytes, mots: str
):
    page = client_de("secretaire").post(
        adresse("classeur-deposer", campagne, SIREN[PETITBOIS]), {"fichier": _fichier(contenu)}
    )

    assert page.status_code == 422
    assert mots in page.content.decode()
    assert not LigneService.objects.exists()


def test_le_rapport_dit_ligne_par_ligne_ce_qui_est_refuse(client_de, campagne):
    contenu = classeur(services=[{"siren": SIREN[PETITBOIS], "code_service": "SM", "etp": -1}])
    depot = deposer(campagne, PETITBOIS, contenu)

    page = client_de("secretaire").get(adresse("import-voir", campagne, depot.pk)).content.decode()

    assert "Ligne 2, colonne ETP" in page


def test_le_rapport_d_une_commune_n_existe_pas_pour_les_autres(client_de, campagne):
    depot = deposer(campagne, PETITBOIS, classeur(services=[]))

    for qui in ("chef_projet", "maire", "intrus"):
        assert client_de(qui).get(adresse("import-voir", campagne, depot.pk)).status_code == 404


def test_la_saisie_a_l_ecran_enregistre_et_garde_ce_qui_est_faux(client_de, campagne):
    client = client_de("secretaire")
    url = adresse("services-saisir", campagne, SIREN[PETITBOIS])
    donnees = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-code": "SM", "form-0-etp": "0,5"}

    faux = client.post(url, donnees | {"form-0-cout_direct_centimes": "beaucoup"})
    client.post(url, donnees | {"form-0-souhait": "garder", "form-0-cout_direct_centimes": "12 000,50"})

    assert faux.status_code == 422
    assert "beaucoup" in faux.content.decode()
    ligne = LigneService.objects.get()
    assert (ligne.code, ligne.libelle, ligne.souhait) == ("SM", "Secrétariat de mairie", "garder")
    assert ligne.cout_direct_centimes == 1_200_050


def test_le_chef_de_projet_arrete_et_le_maire_signe(client_de, peuplee):
    chef, maire = client_de("chef_projet"), client_de("maire")
    page = chef.post(adresse("etat-arreter", peuplee), {"motif": "Base des scénarios"}, follow=True)
    maire.post(adresse("etat-signer", peuplee, 1), {"reserve": "Sauf la voirie."})

    assert "version 1" in page.content.decode()
    assert "Sauf la voirie." in chef.get(adresse("etat-voir", peuplee, 1)).content.decode()
    assert chef.get(adresse("etat-telecharger", peuplee, 1)).status_code == 200
    assert maire.get(adresse("etat-telecharger", peuplee, 1)).status_code == 403


def test_une_commune_n_arrete_pas_l_etat(client_de, peuplee):
    assert client_de("maire").post(adresse("etat-arreter", peuplee)).status_code == 403


def test_un_agent_ne_signe_pas(client_de, peuplee):
    arreter_etat(demarche=peuplee.demarche, acteur=None, le=MAINTENANT)

    assert client_de("agent").post(adresse("etat-signer", peuplee, 1)).status_code == 403


def test_une_reponse_se_rend_pour_correction_avec_un_motif(client_de, peuplee):
    chef = client_de("chef_projet")
    url = adresse("reponse-corriger", peuplee, SIREN[BOURG])

    assert chef.post(url, {"correction": ""}).status_code == 422
    chef.post(url, {"correction": "Vérifiez les ETP."})

    assert reponse_de(peuplee, BOURG).statut == "a_corriger"
    assert (
        "Vérifiez les ETP."
        in client_de("maire").get(adresse("reponse-voir", peuplee, SIREN[BOURG])).content.decode()
    )


def test_la_campagne_s_ouvre_a_l_ecran_une_seule_fois(client_de, demarche):
    chef = client_de("chef_projet")
    for _ in range(2):
        chef.post(reverse("diagnostic:campagne-ouvrir", args=[demarche.slug]), {"nom": "Diagnostic 2026"})

    assert demarche.campagnes.get().reponses.count() == 6
