"""Choosing a scenario: the decision, the frozen content, nothing twice."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accord.demarche.models import Decision
from accord.demarche.services.decisions import ContenuDecision
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import ScenarioRetenu
from accord.scenarios.services import (
    FormeRefusee,
    Saisie,
    modifier_perimetre,
    modifier_statut,
    retenir_scenario,
)
from accord.socle.instantanes import InstantaneImmuable
from tests.scenarios.fabrique import LE, instance_de, scenario_de


@pytest.fixture
def scenario(distribution):
    return scenario_de(distribution)


@pytest.fixture
def retenir(scenario, distribution):
    def agir(**decision):
        contenu = ContenuDecision(
            **({"date_decision": date(2026, 11, 20), "intitule": "Choix du socle"} | decision)
        )
        return retenir_scenario(
            scenario=scenario,
            instance=instance_de(scenario),
            decision=contenu,
            acteur=distribution.acteur("presidente"),
            le=LE,
        )

    return agir


def test_le_scenario_retenu_est_fige_avec_sa_decision(retenir, scenario):
    retenu = retenir(sens="adoptee_reserves", reserves="Réexamen en 2028")

    scenario.refresh_from_db()
    assert scenario.statut == StatutScenario.RETENU
    assert retenu.decision.reserves == "Réexamen en 2028"
    assert retenu.est_intact()
    with pytest.raises(InstantaneImmuable):
        retenu.save()


def test_le_contenu_suit_le_format_que_lit_le_schema(retenir):
    contenu = retenir().contenu

    assert contenu["format"] == "accord/scenario/1"
    assert contenu["annees"] == [2027, 2028, 2029]
    assert contenu["scenario"]["decide_le"] == "2026-11-20"
    assert {service["code"] for service in contenu["services"]} == {"RH", "JEU"}
    assert len(contenu["depenses"]) == len(contenu["effectifs"]) == 6 * 3
    assert contenu["services"][0].keys() >= {
        "forme_libelle", "base_legale", "gestionnaire", "cle_libelle", "financement", "etp_cible", "adherents",
        "cout_annuel_centimes", "explication",
    }  # fmt: skip


def test_les_totaux_du_contenu_tombent_juste_au_centime(retenir):
    contenu = retenir().contenu

    for service in contenu["services"]:
        for annee, cout in service["cout_annuel_centimes"].items():
            parts = [
                c["montant_centimes"]
                for c in contenu["contributions"]
                if (c["code"], str(c["annee"])) == (service["code"], annee)
            ]
            assert sum(parts) == cout
    assert all(d["avec_centimes"] - d["seul_centimes"] == d["ecart_centimes"] for d in contenu["depenses"])


def test_envoyer_deux_fois_la_decision_ne_fige_qu_une_version(retenir):
    assert retenir() == retenir()
    assert (ScenarioRetenu.objects.count(), Decision.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        ({"date_decision": date(2027, 1, 1)}, "futur"),
        ({"sens": "rejetee"}, "adoptée"),
        ({"sens": "adoptee_reserves"}, "réserves"),
    ],
)
def test_une_decision_incoherente_ne_retient_rien(retenir, scenario, decision, message):
    with pytest.raises(ValidationError, match=message):
        retenir(**decision)

    scenario.refresh_from_db()
    assert scenario.statut == StatutScenario.BROUILLON


def test_un_service_sans_adherent_empeche_de_retenir(retenir, scenario, distribution):
    service = scenario.services.get(code="RH")
    vues = {("RH", a.collectivite_id): a.date_adhesion for a in service.adhesions.all()}
    modifier_perimetre(
        scenario=scenario,
        saisies=dict.fromkeys(vues, Saisie(None)),
        vues=vues,
        acteur=distribution.acteur("dgs"),
        le=LE,
    )

    with pytest.raises(ValidationError, match="Ressources humaines"):
        retenir()


def test_un_montage_devenu_illegal_empeche_de_retenir(retenir, scenario):
    scenario.services.filter(code="RH").update(forme="gip")

    with pytest.raises(FormeRefusee):
        retenir()


def test_un_scenario_ecarte_se_reprend_avant_d_etre_retenu(retenir, scenario, distribution):
    modifier_statut(scenario=scenario, statut="ecarte", acteur=distribution.acteur("dgs"), le=LE)

    with pytest.raises(ValidationError, match="écarté"):
        retenir()
