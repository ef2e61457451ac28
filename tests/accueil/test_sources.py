"""The lines of the home page say what each stage has reached, for the person who reads them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from accord.accueil.selectors.tableau import tableau_de
from accord.accueil.sources import diagnostic, scenarios, schema
from accord.demarche.services.demarches import ouvrir_demarche
from accord.diagnostic.enums import StatutReponse
from accord.diagnostic.models import Campagne, ReponseCollectivite
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import Scenario
from accord.schema.enums import SensAvis
from accord.schema.services.ouverture import ouvrir_schema
from tests.schema.conftest import Circuit, instant, retenir
from tests.schema.exemple import scenario

FINE = "\u202f"


@pytest.fixture
def demarche(distribution):
    return ouvrir_demarche(
        epci=distribution.epci,
        date_renouvellement=date(2026, 3, 15),
        acteur=distribution.acteur("chef_projet"),
        le=instant(date(2026, 4, 1)),
    )


@pytest.fixture
def retenu(demarche):
    choisi = retenir(demarche, scenario())
    Scenario.objects.filter(pk=choisi.scenario_id).update(statut=StatutScenario.RETENU)
    return choisi


@pytest.fixture
def circuit(distribution, demarche, retenu):
    ouvert = ouvrir_schema(
        demarche=demarche,
        scenario_retenu=retenu,
        acteur=distribution.acteur("chef_projet"),
        le=instant(date(2026, 11, 23)),
    )
    return Circuit(distribution, ouvert)


def reponses(source, demarche, acteur):
    return {ligne.question: ligne.reponse for ligne in source.lignes(demarche, acteur)}


def test_sans_scenario_la_ligne_se_tait(demarche, distribution):
    assert reponses(scenarios, demarche, distribution.acteur("maire")) == {}


def test_une_commune_lit_ce_qu_elle_gagne_la_derniere_annee(demarche, retenu, distribution):
    lu = reponses(scenarios, demarche, distribution.acteur("maire"))
    assert lu == {"Que gagne ou paie Bourg-le-Pont ?": f"100{FINE}€ de moins en 2028"}


def test_l_epci_lit_ce_qu_il_paie_de_plus(demarche, retenu, distribution):
    lu = reponses(scenarios, demarche, distribution.acteur("chef_projet"))
    assert next(iter(lu.values())) == f"400{FINE}€ de plus en 2028"


def test_l_intrus_ne_lit_rien(demarche, circuit, distribution):
    intrus = distribution.acteur("intrus")
    assert reponses(scenarios, demarche, intrus) | reponses(schema, demarche, intrus) == {}


def test_le_schema_dit_ou_il_en_est(demarche, circuit, distribution):
    assert reponses(schema, demarche, distribution.acteur("maire")) == {
        "Où en est le schéma ?": "En rédaction"
    }


def test_a_qui_ne_peut_le_lire_le_schema_dit_pourquoi_sans_mener_a_un_refus(demarche, circuit, distribution):
    (ligne,) = schema.lignes(demarche, distribution.acteur("agent"))
    assert (ligne.reponse, ligne.url) == ("En préparation", "")
    assert "une fois approuvé" in ligne.detail


def test_chacun_lit_ce_que_pensent_les_communes(demarche, circuit, distribution):
    circuit.jusqu_a_la_transmission()
    circuit.deposer("Clairval")
    circuit.deposer("Petitbois", SensAvis.RESERVES, reserves="À coût constant.")
    lu = reponses(schema, demarche, distribution.acteur("elu_jeunesse"))
    assert lu["Qu’en pensent les communes ?"] == "1 favorable, 1 avec réserves"
    assert "Qui n’a pas donné son avis ?" not in lu


def test_qui_pilote_lit_qui_se_tait(demarche, circuit, distribution):
    circuit.jusqu_a_la_transmission()
    circuit.deposer("Clairval")
    assert (
        reponses(schema, demarche, distribution.acteur("chef_projet"))["Qui n’a pas donné son avis ?"]
        == "4 communes"
    )


def test_le_silence_devenu_tacite_n_est_plus_a_relancer(demarche, circuit, distribution):
    circuit.jusqu_aux_avis()
    lu = reponses(schema, demarche, distribution.acteur("chef_projet"))
    assert lu["Qu’en pensent les communes ?"] == "5 tacites"
    assert "Qui n’a pas donné son avis ?" not in lu


def test_un_agent_lit_quels_services_sont_concernes(demarche, retenu, distribution):
    (ligne,) = scenarios.lignes(demarche, distribution.acteur("agent"))
    assert ligne.question == "Quels services sont concernés ?"
    assert ligne.reponse == "Instruction des autorisations d’urbanisme"


def test_aucun_chiffre_n_est_dit_a_qui_ne_lit_pas_les_scenarios(demarche, retenu, distribution):
    assert not [q for q in reponses(scenarios, demarche, distribution.acteur("syndicat")) if "paie" in q]


def test_l_etat_arrete_est_cite_avec_sa_version(demarche, retenu, distribution):
    lu = reponses(diagnostic, demarche, distribution.acteur("maire"))
    assert lu == {"De quelle situation part-on ?": "État arrêté, version 1"}


@pytest.fixture
def campagne(demarche, distribution):
    """A campaign just opened: Petitbois has transmitted, nobody else."""
    ouverte = Campagne.objects.create(demarche=demarche, nom="Diagnostic")
    for nom, commune in distribution.communes.items():
        statut = StatutReponse.TRANSMISE if nom == "Petitbois" else StatutReponse.A_REMPLIR
        ReponseCollectivite.objects.create(campagne=ouverte, collectivite=commune, statut=statut)
    return ouverte


def test_qui_pilote_lit_qui_n_a_pas_transmis(demarche, campagne, distribution):
    lu = reponses(diagnostic, demarche, distribution.acteur("chef_projet"))
    assert lu == {"Qui n’a pas transmis son diagnostic ?": "4 collectivités sur 5"}


def test_une_secretaire_lit_ou_en_est_sa_reponse_et_elle_seule(demarche, campagne, distribution):
    (ligne,) = diagnostic.lignes(demarche, distribution.acteur("secretaire"))
    assert (ligne.question, ligne.statut) == ("Où en est la réponse de Petitbois ?", "transmise")


def test_un_agent_ne_lit_pas_qui_est_en_retard(demarche, campagne, distribution):
    assert reponses(diagnostic, demarche, distribution.acteur("agent")) == {}


PERSONAS = ["chef_projet", "presidente", "drh", "maire", "secretaire", "elu_jeunesse", "agent", "syndicat"]


@pytest.mark.parametrize("persona", PERSONAS)
def test_aucun_lien_de_l_accueil_ne_mene_a_un_refus(demarche, circuit, client_de, persona):
    client = client_de(persona)
    client.raise_request_exception = False  # the état of these tests is too bare for its own page
    page = BeautifulSoup(client.get("/").content, "html.parser")
    liens = {lien["href"] for lien in page.select("main a") if lien["href"].startswith("/")}
    assert [lien for lien in sorted(liens) if client.get(lien).status_code in (403, 404)] == []


def test_une_date_dont_la_page_est_fermee_reste_dite_sans_lien(demarche, circuit, distribution):
    circuit.jusqu_a_la_transmission()
    vue = tableau_de(distribution.acteur("agent", date(2027, 3, 1)), []).demarches[0]
    urls = {
        echeance.libelle: echeance.url for echeance in vue.echeances if "délai d’avis" in echeance.libelle
    }
    assert list(urls.values()) == [None]
