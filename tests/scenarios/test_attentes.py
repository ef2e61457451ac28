"""What waits for people while scenarios are presented, and what the figures do not know."""

import pytest

from accord.demarche.services.decisions import ContenuDecision
from accord.diagnostic.models import EtatArrete
from accord.scenarios.adaptateurs import simuler
from accord.scenarios.attentes import scenarios_presentes
from accord.scenarios.services import modifier_statut, retenir_scenario
from tests.scenarios.fabrique import LE, contenu_etat, demarche_de, instance_de, recharger, scenario_de


@pytest.fixture
def presente(distribution):
    scenario = scenario_de(distribution)
    modifier_statut(scenario=scenario, statut="presente", acteur=distribution.acteur("dgs"), le=LE)
    return scenario


def _libelles(distribution, nom):
    return [attente.libelle for attente in scenarios_presentes(distribution.acteur(nom))]


def test_un_scenario_presente_attend_la_lecture_des_communes_et_le_choix_du_pilotage(presente, distribution):
    assert _libelles(distribution, "maire") == ["Lire le scénario «\u202fSocle\u202f»"]
    assert _libelles(distribution, "chef_projet") == ["Faire choisir un scénario"]
    assert _libelles(distribution, "agent") == _libelles(distribution, "intrus") == []


def test_un_brouillon_n_attend_personne(distribution):
    scenario_de(distribution)

    assert _libelles(distribution, "maire") == _libelles(distribution, "chef_projet") == []


def test_plus_rien_n_attend_une_fois_le_choix_fait(presente, distribution):
    retenir_scenario(
        scenario=presente,
        instance=instance_de(presente),
        decision=ContenuDecision(intitule="Choix", date_decision=LE.date()),
        acteur=distribution.acteur("presidente"),
        le=LE,
    )

    assert _libelles(distribution, "maire") == _libelles(distribution, "chef_projet") == []


def test_un_cout_inconnu_est_dit_et_jamais_pris_pour_zero_en_silence(distribution):
    demarche = demarche_de(distribution)
    contenu = contenu_etat(demarche)
    contenu["services"][1]["inconnus"] = ["cout_direct_centimes"]
    EtatArrete(demarche=demarche, version=1, contenu=contenu, fige_le=LE).save()

    avertissements = simuler(recharger(scenario_de(distribution))).avertissements

    assert [texte for texte in avertissements if "inconnu" in texte and "Grandville" in texte]
