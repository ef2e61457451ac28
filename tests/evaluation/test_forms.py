"""What the forms of the evaluation accept, refuse and keep."""

import pytest

from accord.evaluation.forms import (
    CommunicationForm,
    IndicateurForm,
    MesureForm,
    OpinionForm,
    ReajustementForm,
)
from accord.evaluation.models import BrouillonCommunication
from tests.distribution import AUJOURD_HUI
from tests.evaluation.fabrique import constater, creer_indicateur

pytestmark = pytest.mark.django_db

MESURE = {"annee": "2026", "date_mesure": "2026-11-20", "valeur": "12,5", "source": "Comptes"}


@pytest.fixture
def mesurer(demarche):
    indicateur = creer_indicateur(demarche, unite="etp")

    def saisir(**saisie):
        return MesureForm(MESURE | saisie, indicateur=indicateur, annee=2026, le=AUJOURD_HUI)

    return saisir


@pytest.mark.parametrize(
    ("saisi", "centiemes"), [("12,5", 1_250), ("12.5", 1_250), ("1 250", 125_000), ("-3", -300)]
)
def test_une_valeur_se_saisit_comme_on_l_ecrit(mesurer, saisi, centiemes):
    form = mesurer(valeur=saisi)

    assert form.is_valid()
    assert form.donnees().valeur_centiemes == centiemes


@pytest.mark.parametrize(
    "saisie",
    [
        {"valeur": "beaucoup"},
        {"valeur": ""},
        {"annee": "1850"},
        {"annee": "abc"},
        {"date_mesure": "hier"},
        {"source": ""},
    ],
)
def test_une_mesure_incomplete_ou_impossible_est_refusee(mesurer, saisie):
    assert set(mesurer(**saisie).errors) == set(saisie)


def test_le_formulaire_dit_l_unite_attendue(mesurer):
    assert mesurer().fields["valeur"].label == "Valeur, en ETP"


def test_l_annee_le_jour_et_la_source_sont_proposes(demarche):
    form = MesureForm(indicateur=creer_indicateur(demarche), annee=2027, le=AUJOURD_HUI)

    assert form.initial == {"annee": 2027, "date_mesure": AUJOURD_HUI, "source": "Comptes"}


def test_un_reajustement_demande_un_motif(demarche):
    form = ReajustementForm(
        {"annee": "2026", "valeur": "5"}, indicateur=creer_indicateur(demarche), annee=2026
    )

    assert list(form.errors) == ["motif"]


def test_l_unite_reste_libre_tant_que_rien_n_est_enregistre(demarche):
    indicateur = creer_indicateur(demarche)
    assert not IndicateurForm(indicateur=indicateur).fields["unite"].disabled

    constater(indicateur, 2026, 1)
    assert IndicateurForm(indicateur=indicateur).fields["unite"].disabled


@pytest.mark.parametrize("texte", ["", "   ", "x" * 4001])
def test_un_avis_vide_ou_demesure_est_refuse(texte):
    assert not OpinionForm({"texte": texte}).is_valid()


def test_les_textes_gardes_sont_repris(demarche):
    brouillon = BrouillonCommunication(demarche=demarche, annee=2026, introduction="Déjà écrit")

    assert CommunicationForm(brouillon=brouillon).initial["introduction"] == "Déjà écrit"


def test_la_date_du_debat_connue_de_la_demarche_est_proposee():
    assert CommunicationForm(date_dob=AUJOURD_HUI).initial == {"date_presentation": AUJOURD_HUI}


def test_la_date_du_debat_est_obligatoire():
    assert list(CommunicationForm({"introduction": "Texte"}).errors) == ["date_presentation"]
