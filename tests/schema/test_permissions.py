"""Who may do what, at which step: the table read as a person would ask it."""

import pytest

from accord.schema.enums import EtatSchema
from accord.schema.models import Schema
from accord.socle.droits import decider
from tests.schema.conftest import Circuit

PILOTES = {"chef_projet", "presidente", "dgs"}
LECTEURS = PILOTES | {"drh", "maire", "secretaire", "elu_jeunesse", "evaluatrice"}
TOUS = LECTEURS | {"agent", "syndicat"}
PERSONNES = sorted(TOUS | {"intrus"})


@pytest.fixture
def autorises(circuit: Circuit):
    """Names of those allowed to do `code` when the schéma is in that state."""

    def chercher(code: str, etat: EtatSchema) -> set[str]:
        Schema.objects.filter(pk=circuit.schema.pk).update(etat=etat)
        schema = Schema.objects.select_related("demarche").get(pk=circuit.schema.pk)
        return {nom for nom in PERSONNES if decider(code, circuit.cast.acteur(nom), schema)}

    return chercher


@pytest.mark.parametrize("etat", [EtatSchema.REDACTION, EtatSchema.TRANSMIS, EtatSchema.AVIS_RECUEILLIS])
def test_avant_le_vote_ceux_qui_preparent_et_decident_lisent(autorises, etat):
    assert autorises("schema.consulter", etat) == LECTEURS


@pytest.mark.parametrize("etat", [EtatSchema.APPROUVE, EtatSchema.DIFFUSE])
def test_apres_le_vote_agents_et_syndicats_lisent_aussi(autorises, etat):
    assert autorises("schema.consulter", etat) == TOUS


@pytest.mark.parametrize(
    ("etat", "attendus"),
    [
        (EtatSchema.REDACTION, PILOTES | {"drh"}),
        (EtatSchema.RAPPORT_FIGE, PILOTES | {"drh"}),
        (EtatSchema.TRANSMIS, set()),
        (EtatSchema.AVIS_RECUEILLIS, PILOTES | {"drh"}),
        (EtatSchema.APPROUVE, set()),
    ],
)
def test_on_redige_avant_la_transmission_et_apres_les_avis(autorises, etat, attendus):
    assert autorises("schema.rediger", etat) == attendus


@pytest.mark.parametrize(
    ("code", "etats"),
    [
        ("schema.figer_rapport", {EtatSchema.REDACTION, EtatSchema.RAPPORT_FIGE, EtatSchema.AVIS_RECUEILLIS}),
        ("schema.transmettre", {EtatSchema.RAPPORT_FIGE, EtatSchema.TRANSMIS}),
        ("schema.approuver", {EtatSchema.AVIS_RECUEILLIS}),
        ("schema.diffuser", {EtatSchema.APPROUVE}),
        ("schema.suivre_avis", set(EtatSchema)),
        ("schema.ouvrir", set(EtatSchema)),
    ],
)
@pytest.mark.parametrize("etat", EtatSchema)
def test_chaque_acte_du_pilotage_a_ses_etapes(autorises, code, etats, etat):
    assert autorises(code, etat) == (PILOTES if etat in etats else set())


@pytest.mark.parametrize("etat", EtatSchema)
def test_le_dossier_de_preuve_est_au_pilotage_et_a_l_evaluation(autorises, etat):
    assert autorises("schema.telecharger_preuves", etat) == PILOTES | {"evaluatrice"}


def test_l_avis_d_une_commune_est_a_ceux_qui_repondent_pour_elle(circuit: Circuit):
    circuit.jusqu_a_la_transmission()
    transmission = circuit.transmission("Bourg-le-Pont")

    deposants = {n for n in PERSONNES if decider("schema.deposer_avis", circuit.cast.acteur(n), transmission)}

    assert deposants == PILOTES | {"maire"}


def test_un_elu_ne_repond_pas_a_la_place_du_maire(circuit: Circuit):
    circuit.jusqu_a_la_transmission()

    decision = decider(
        "schema.deposer_avis", circuit.cast.acteur("elu_jeunesse"), circuit.transmission("Bourg-le-Pont")
    )

    assert "Réservé au maire" in decision.raison


@pytest.mark.parametrize(
    ("etat", "raison"),
    [
        (EtatSchema.REDACTION, "Figez d’abord"),
        (EtatSchema.APPROUVE, "n’est plus à transmettre"),
    ],
)
def test_un_refus_de_transmettre_dit_pourquoi(circuit: Circuit, etat, raison):
    circuit.schema.etat = etat

    assert raison in decider("schema.transmettre", circuit.acteur(), circuit.schema).raison


@pytest.mark.parametrize(
    ("etat", "raison"),
    [
        (EtatSchema.TRANSMIS, "une fois tous les avis recueillis"),
        (EtatSchema.DIFFUSE, "déjà approuvé"),
    ],
)
def test_un_refus_d_approuver_dit_pourquoi(circuit: Circuit, etat, raison):
    circuit.schema.etat = etat

    assert raison in decider("schema.approuver", circuit.acteur(), circuit.schema).raison
