"""Who may do what in the evaluation, as one table to read."""

import pytest

from accord.evaluation.permissions import consulte, mesure, opine, pilote, reajuste
from tests.evaluation.fabrique import creer_indicateur

pytestmark = pytest.mark.django_db

# persona:      reads, measures, readjusts, gives an opinion, prepares the communication
TABLE = {
    "chef_projet": (True, True, True, False, True),
    "presidente": (True, True, True, False, True),
    "dgs": (True, True, True, False, True),
    "drh": (True, True, False, False, False),
    "evaluatrice": (True, False, False, True, False),
    "maire": (True, False, False, False, False),
    "secretaire": (True, False, False, False, False),
    "elu_jeunesse": (True, False, False, False, False),
    "agent": (True, False, False, False, False),
    "syndicat": (True, False, False, False, False),
    "intrus": (False, False, False, False, False),
}


@pytest.mark.parametrize("qui", TABLE)
def test_la_table_des_droits_de_l_evaluation_est_tenue(distribution, demarche, qui):
    acteur, indicateur = distribution.acteur(qui), creer_indicateur(demarche)

    obtenu = (
        bool(consulte(acteur, demarche)),
        bool(mesure(acteur, indicateur)),
        bool(reajuste(acteur, indicateur)),
        bool(opine(acteur, indicateur)),
        bool(pilote(acteur, demarche)),
    )

    assert obtenu == TABLE[qui]


@pytest.mark.parametrize("predicat", [mesure, reajuste, opine, pilote])
def test_chaque_refus_dit_pourquoi(distribution, demarche, predicat):
    decision = predicat(distribution.acteur("maire"), creer_indicateur(demarche))

    assert not decision
    assert decision.raison.startswith("Réservé")


@pytest.mark.parametrize("predicat", [mesure, reajuste])
def test_un_indicateur_que_l_on_ne_suit_plus_ne_recoit_plus_de_valeur(distribution, demarche, predicat):
    decision = predicat(distribution.acteur("dgs"), creer_indicateur(demarche, est_suivi=False))

    assert decision.raison == "Cet indicateur n’est plus suivi."


def test_l_evaluatrice_sait_pourquoi_elle_ne_saisit_pas_de_mesure(distribution, demarche):
    raison = mesure(distribution.acteur("evaluatrice"), creer_indicateur(demarche)).raison

    assert "donne son avis sans saisir de mesure" in raison
