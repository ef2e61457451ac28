from datetime import date
from typing import Any

import pytest

from accord.schema.enums import TRANSITIONS, EtatSchema
from accord.schema.erreurs import ActeRefuse
from accord.schema.models import Approbation, Schema
from accord.schema.services.approbation import Vote, approuver_schema, diffuser_schema
from accord.schema.services.etapes import faire_passer
from accord.socle.journal.models import Entree
from tests.schema.conftest import Circuit, instant

SEANCE = date(2027, 4, 8)


@pytest.fixture
def pret(circuit: Circuit) -> Circuit:
    return circuit.jusqu_aux_avis()


def approuver(circuit: Circuit, **champs: Any) -> Approbation:
    valeurs = {
        "date_deliberation": SEANCE,
        "numero": "2027-042",
        "pour": 28,
        "contre": 5,
        "abstentions": 10,
    }
    return approuver_schema(
        schema=circuit.schema,
        vote=Vote(**valeurs | champs),
        acteur=circuit.acteur(le=SEANCE),
        le=instant(SEANCE),
    )


def test_la_deliberation_approuve_la_derniere_version_figee(pret: Circuit):
    approbation = approuver(pret)

    assert approbation.version_rapport == pret.schema.versions.last()
    assert pret.etat() == EtatSchema.APPROUVE


def test_les_abstentions_ne_comptent_pas(pret: Circuit):
    assert approuver(pret, pour=3, contre=2, abstentions=38).pk


@pytest.mark.parametrize(("pour", "contre"), [(5, 6), (5, 5), (0, 0)])
def test_sans_majorite_des_exprimes_le_schema_n_est_pas_approuve(pret: Circuit, pour: int, contre: int):
    with pytest.raises(ActeRefuse, match="majorité des suffrages exprimés"):
        approuver(pret, pour=pour, contre=contre)

    assert pret.etat() == EtatSchema.AVIS_RECUEILLIS


def test_la_voix_preponderante_departage(pret: Circuit):
    assert approuver(pret, pour=5, contre=5, voix_preponderante=True).voix_preponderante


def test_on_n_approuve_pas_avant_le_dernier_avis(circuit: Circuit):
    circuit.jusqu_a_la_transmission()

    with pytest.raises(ActeRefuse, match="une fois tous les avis recueillis"):
        approuver(circuit)


def test_une_deliberation_anterieure_au_dernier_avis_est_refusee(pret: Circuit):
    with pytest.raises(ActeRefuse, match="15 mars 2027"):
        approuver(pret, date_deliberation=date(2027, 3, 14))


def test_une_deliberation_future_est_refusee(pret: Circuit):
    with pytest.raises(ActeRefuse, match="futur"):
        approuver(pret, date_deliberation=date(2027, 4, 9))


def test_enregistrer_deux_fois_la_meme_deliberation_ne_change_rien(pret: Circuit):
    assert approuver(pret).pk == approuver(pret).pk
    assert Entree.objects.filter(code="schema.approuve").count() == 1


def test_la_diffusion_date_l_envoi_a_chaque_commune(pret: Circuit):
    approuver(pret)
    diffuser_schema(schema=pret.schema, acteur=pret.acteur(le=SEANCE), le=instant(SEANCE))

    assert pret.etat() == EtatSchema.DIFFUSE
    assert not pret.schema.transmissions.filter(schema_adresse_le__isnull=True).exists()


def test_diffuser_deux_fois_ne_change_rien(pret: Circuit):
    approuver(pret)
    for _ in range(2):
        diffuser_schema(schema=pret.schema, acteur=pret.acteur(le=SEANCE), le=instant(SEANCE))

    assert Entree.objects.filter(code="schema.diffuse").count() == 1


def test_on_ne_diffuse_pas_un_schema_non_approuve(pret: Circuit):
    with pytest.raises(ActeRefuse, match="ne peut pas passer"):
        diffuser_schema(schema=pret.schema, acteur=pret.acteur(le=SEANCE), le=instant(SEANCE))


@pytest.mark.parametrize("etat", EtatSchema)
@pytest.mark.parametrize("suivant", EtatSchema)
def test_seules_les_transitions_de_la_table_sont_possibles(circuit: Circuit, etat, suivant):
    Schema.objects.filter(pk=circuit.schema.pk).update(etat=etat)
    schema = Schema.objects.get(pk=circuit.schema.pk)

    if suivant in TRANSITIONS[etat]:
        faire_passer(schema, suivant)
        assert circuit.etat() == suivant
    else:
        with pytest.raises(ActeRefuse):
            faire_passer(schema, suivant)
