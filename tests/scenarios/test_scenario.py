"""Creating, setting, copying a scenario, and its life."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from accord.diagnostic.models import EtatArrete
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import Scenario
from accord.scenarios.services import (
    ConflitModification,
    choisir_service,
    creer_scenario,
    dupliquer_scenario,
    modifier_scenario,
    modifier_statut,
)
from accord.socle.journal.models import Entree
from accord.socle.journal.phrases import phrase_de
from tests.scenarios.fabrique import LE, contenu_etat, demarche_de, etat_arrete_de, recharger, scenario_de


@pytest.fixture
def scenario(distribution):
    return scenario_de(distribution)


@pytest.fixture
def chef(distribution):
    return distribution.acteur("chef_projet")


def test_un_scenario_nait_en_brouillon_et_le_journal_le_dit(scenario):
    entree = Entree.objects.get(code="scenarios.scenario_cree")

    assert scenario.statut == StatutScenario.BROUILLON
    assert scenario.annees == (2027, 2028, 2029)
    assert phrase_de(entree).endswith("a créé le scénario « Socle »")


def test_le_meme_formulaire_envoye_deux_fois_ne_cree_qu_un_scenario(distribution, chef):
    demarche = demarche_de(distribution)
    etat = etat_arrete_de(demarche)
    commande = {
        "demarche": demarche,
        "etat_arrete": etat,
        "nom": "Socle",
        "premiere_annee": 2027,
        "acteur": chef,
    }

    assert creer_scenario(**commande, le=LE) == creer_scenario(**commande, le=LE)
    assert Scenario.objects.count() == 1


def test_deux_scenarios_ne_portent_pas_le_meme_nom(scenario, chef):
    with pytest.raises(ValidationError, match="porte déjà ce nom"):
        creer_scenario(
            demarche=scenario.demarche,
            etat_arrete=scenario.etat_arrete,
            nom="Socle",
            premiere_annee=2028,
            acteur=chef,
            le=LE,
        )


@pytest.mark.parametrize(
    ("reglage", "message"),
    [
        ({"nombre_annees": 0}, "années"),
        ({"premiere_annee": 1990}, "2020"),
        ({"inflation_pourcent": Decimal(31)}, "30"),
    ],
)
def test_un_reglage_hors_bornes_est_refuse(scenario, chef, reglage, message):
    with pytest.raises(ValidationError) as refus:
        modifier_scenario(scenario=scenario, revision=scenario.revision, acteur=chef, le=LE, **reglage)

    assert refus.value.messages
    assert Scenario.objects.get().nombre_annees == 3


def test_la_seconde_personne_est_prevenue_qu_une_autre_a_ecrit(scenario, distribution):
    premiere, seconde = distribution.acteur("chef_projet"), distribution.acteur("dgs")
    revision = scenario.revision
    modifier_scenario(scenario=scenario, revision=revision, acteur=premiere, le=LE, nom="Socle élargi")

    with pytest.raises(ConflitModification) as conflit:
        modifier_scenario(scenario=scenario, revision=revision, acteur=seconde, le=LE, nom="Socle réduit")

    assert conflit.value.par == "Claude Morel"
    assert Scenario.objects.get().nom == "Socle élargi"


def test_renvoyer_les_memes_reglages_n_est_pas_un_conflit(scenario, chef):
    modifier_scenario(scenario=scenario, revision=scenario.revision, acteur=chef, le=LE, nom="Autre")

    assert modifier_scenario(scenario=scenario, revision=1, acteur=chef, le=LE, nom="Autre").nom == "Autre"


def test_une_variante_reprend_services_et_perimetres(scenario, chef):
    copie = recharger(dupliquer_scenario(scenario=scenario, nom="Variante", acteur=chef, le=LE))

    def portrait(un):
        return {
            (s.code, s.cle, a.collectivite.nom, a.date_adhesion)
            for s in un.services.all()
            for a in s.adhesions.all()
        }

    assert copie.pk != scenario.pk
    assert copie.origine_id == scenario.pk
    assert portrait(copie) == portrait(recharger(scenario))


def test_la_meme_copie_demandee_deux_fois_est_la_meme(scenario, chef):
    une = dupliquer_scenario(scenario=scenario, nom="Variante", acteur=chef, le=LE)

    assert dupliquer_scenario(scenario=scenario, nom="Variante", acteur=chef, le=LE) == une


def test_un_service_choisi_part_d_un_service_commun_et_respecte_les_souhaits(scenario):
    services = {service.code: service for service in scenario.services.all()}
    jeunesse = {a.collectivite.nom: a.date_adhesion for a in services["JEU"].adhesions.all()}

    assert {service.forme for service in services.values()} == {"service_commun"}
    assert jeunesse["Bourg-le-Pont"] is None
    assert jeunesse["Grandville"].year == 2027
    assert "Val d’Accord" not in jeunesse
    assert services["RH"].parametres_cle == {"part_epci": "0.26"}


def test_decocher_un_service_le_retire_et_recocher_deux_fois_ne_change_rien(scenario, chef):
    choisir_service(scenario=scenario, codes=["RH"], acteur=chef, le=LE)
    choisir_service(scenario=scenario, codes=["RH"], acteur=chef, le=LE)

    assert [service.code for service in recharger(scenario).services.all()] == ["RH"]


def test_un_service_ajoute_par_un_autre_pendant_la_saisie_n_est_pas_perdu(distribution, chef):
    scenario = scenario_de(distribution, codes=("RH",))
    choisir_service(scenario=scenario, codes=["RH", "JEU"], acteur=distribution.acteur("dgs"), le=LE)

    choisir_service(scenario=scenario, codes=["RH"], vus=["RH"], acteur=chef, le=LE)

    assert {service.code for service in recharger(scenario).services.all()} == {"RH", "JEU"}


def test_la_condition_du_diagnostic_suit_la_commune(distribution, chef):
    demarche = demarche_de(distribution)
    contenu = contenu_etat(demarche)
    contenu["services"][1]["condition"] = "garder un interlocuteur en mairie"
    EtatArrete(demarche=demarche, version=1, contenu=contenu, fige_le=LE).save()

    scenario = scenario_de(distribution)

    conditions = {
        a.collectivite.nom: a.condition
        for a in scenario.services.get(code="RH").adhesions.all()
        if a.condition
    }
    assert conditions == {"Grandville": "garder un interlocuteur en mairie"}


def test_un_service_que_l_etat_arrete_ignore_est_refuse(scenario, chef):
    with pytest.raises(ValidationError, match="XYZ"):
        choisir_service(scenario=scenario, codes=["XYZ"], acteur=chef, le=LE)


def test_un_scenario_vide_ne_se_presente_pas(scenario, chef):
    choisir_service(scenario=scenario, codes=[], acteur=chef, le=LE)

    with pytest.raises(ValidationError, match="au moins un service"):
        modifier_statut(scenario=scenario, statut="presente", acteur=chef, le=LE)


def test_retenir_ne_passe_pas_par_un_simple_changement_de_statut(scenario, chef):
    with pytest.raises(ValidationError, match="pas possible"):
        modifier_statut(scenario=scenario, statut="retenu", acteur=chef, le=LE)


def test_un_scenario_ecarte_ne_se_modifie_plus(scenario, chef):
    modifier_statut(scenario=scenario, statut="ecarte", acteur=chef, le=LE)

    with pytest.raises(ValidationError, match="dupliquez-le"):
        choisir_service(scenario=scenario, codes=["RH"], acteur=chef, le=LE)


def test_un_etat_arrete_d_une_autre_demarche_est_refuse(scenario, distribution, chef):
    autre = demarche_de(distribution)

    with pytest.raises(ValidationError, match="autre démarche"):
        creer_scenario(
            demarche=autre, etat_arrete=scenario.etat_arrete, nom="X", premiere_annee=2027, acteur=chef, le=LE
        )


def test_un_brouillon_n_est_visible_que_du_pilotage(scenario, distribution, chef):
    visibles = {
        nom: Scenario.objects.visibles_par(distribution.acteur(nom)).count()
        for nom in ("maire", "dgs", "intrus")
    }
    modifier_statut(scenario=scenario, statut="presente", acteur=chef, le=LE)

    assert visibles == {"maire": 0, "dgs": 1, "intrus": 0}
    assert Scenario.objects.visibles_par(distribution.acteur("maire")).count() == 1
    assert Scenario.objects.visibles_par(replace(chef, personne_id=None, epci_id=None)).count() == 0
