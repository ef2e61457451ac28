"""What the schéma tells the démarche: conditions of the repères, deadlines, what waits for whom."""

from datetime import date

import pytest

from accord.demarche.enums import Piste
from accord.demarche.registre import conditions_de, echeances_des_apps, rubriques
from accord.schema.attentes import attentes
from accord.schema.conditions import conditions_formes, conditions_plan
from accord.schema.enums import EtatSchema
from accord.schema.models import Schema
from accord.schema.services.avis import constater_avis_tacites
from tests.schema.conftest import RECEPTION, TERME, Circuit

ATTEINT_TRANSMIS = {
    EtatSchema.TRANSMIS,
    EtatSchema.AVIS_RECUEILLIS,
    EtatSchema.APPROUVE,
    EtatSchema.DIFFUSE,
}


@pytest.mark.parametrize("etat", EtatSchema)
def test_les_formes_sont_negociees_quand_les_avis_sont_la(circuit: Circuit, etat):
    Schema.objects.update(etat=etat)

    transmis, recueillis = conditions_formes(circuit.schema.demarche)

    assert transmis.remplie == (etat in ATTEINT_TRANSMIS)
    assert recueillis.remplie == (etat in ATTEINT_TRANSMIS - {EtatSchema.TRANSMIS})


@pytest.mark.parametrize("etat", EtatSchema)
def test_le_plan_s_ouvre_une_fois_le_schema_approuve(circuit: Circuit, etat):
    Schema.objects.update(etat=etat)

    (condition,) = conditions_plan(circuit.schema.demarche)

    assert condition.sens == "entree"
    assert condition.remplie == (etat in {EtatSchema.APPROUVE, EtatSchema.DIFFUSE})


def test_sans_schema_ouvert_rien_n_est_rempli(demarche):
    assert not any(c.remplie for c in [*conditions_formes(demarche), *conditions_plan(demarche)])


def test_un_service_commun_seul_n_attend_pas_de_schema(demarche):
    demarche.piste = Piste.SERVICE_COMMUN

    assert conditions_formes(demarche) == []
    assert conditions_plan(demarche) == []


def test_la_demarche_connait_les_conditions_et_la_rubrique(circuit: Circuit):
    libelles = [c.libelle for c in conditions_de(circuit.schema.demarche, 5)]

    assert "Le rapport est transmis aux communes" in libelles
    assert "schema" in [rubrique.code for rubrique in rubriques()]


def test_les_delais_d_avis_figurent_au_calendrier_un_par_jour(circuit: Circuit):
    circuit.figer()
    circuit.transmettre()
    for nom in ["Petitbois", "Clairval"]:
        circuit.recevoir(nom, RECEPTION)
    circuit.recevoir("Grandville", date(2026, 12, 17))

    echeances = [e for e in echeances_des_apps(circuit.schema.demarche) if "Fin du délai" in e.libelle]

    assert [e.date for e in echeances] == [TERME, date(2027, 3, 17)]
    assert echeances[0].libelle.endswith("Clairval, Petitbois")
    assert echeances[0].article == "CGCT, article L5211-39-1"
    assert not echeances[0].faite


def test_un_delai_passe_et_constate_est_fait(circuit: Circuit):
    circuit.jusqu_aux_avis()

    (echeance,) = [e for e in echeances_des_apps(circuit.schema.demarche) if "Fin du délai" in e.libelle]

    assert echeance.faite
    assert echeance.libelle.endswith("5 communes")


def test_le_maire_voit_l_avis_attendu_et_sa_limite(circuit: Circuit):
    circuit.jusqu_a_la_transmission()

    (attente,) = attentes(circuit.cast.acteur("maire"))

    assert attente.date_limite == TERME
    assert attente.url == "/schema/val-d-accord/avis/210000029/"


@pytest.mark.parametrize("nom", ["chef_projet", "elu_jeunesse", "agent", "intrus"])
def test_nul_autre_n_attend_cet_avis(circuit: Circuit, nom: str):
    circuit.jusqu_a_la_transmission()

    assert attentes(circuit.cast.acteur(nom)) == []


def test_l_avis_constate_n_est_plus_attendu(circuit: Circuit):
    circuit.jusqu_a_la_transmission()
    constater_avis_tacites(le=TERME)

    assert attentes(circuit.cast.acteur("maire")) == []
