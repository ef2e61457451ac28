"""Dates as people type them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison
from accord.diagnostic.classeur.valeurs.dates import lire_annee, lire_date

FIN_2027 = date(2027, 12, 31)
JOURS = st.dates(date(1950, 1, 1), date(2149, 12, 31))


@pytest.mark.parametrize(
    "tape",
    ["31/12/2027", "31-12-2027", "31.12.2027",
     "31/12/27", "2027-12-31", "20271231", "31 décembre 2027", "31 déc. 2027",
     "vendredi 31 décembre 2027", "31/12/2027 00:00:00", "2027-12-31T00:00:00", FIN_2027,
     datetime(2027, 12, 31, 8)],  # noqa: DTZ001
)  # fmt: skip
def test_une_date_s_ecrit_de_plusieurs_facons(tape: object):
    assert lire_date(tape) == FIN_2027


def test_le_premier_du_mois_s_ecrit_1er():
    assert lire_date("1er janvier 2027") == date(2027, 1, 1)


@pytest.mark.parametrize(
    "tape", ["31/02/2027", "2027", "janvier 2027", "bientôt", "13/13/2027", 12, True, "01/01/1850"]
)
def test_une_date_impossible_est_refusee(tape: object):
    lue = lire_date(tape)

    assert isinstance(lue, Anomalie)
    assert lue.raison is Raison.DATE_INVALIDE


@pytest.mark.parametrize("tape", [None, "", " ", "-", "NC"])
def test_une_date_absente_reste_inconnue(tape: object):
    assert lire_date(tape) is None


@pytest.mark.parametrize("tape", [2031, 2031.0, "2031", date(2031, 7, 1), "01/07/2031", 48030.0])
def test_l_annee_de_retraite_se_lit_dans_une_date(tape: object):
    assert lire_annee(tape) == 2031


@given(JOURS)
def test_un_numero_de_serie_de_tableur_est_une_date(jour: date):
    assert lire_date(float((jour - date(1899, 12, 30)) // timedelta(days=1))) == jour


@given(JOURS)
def test_toute_date_francaise_est_retrouvee(jour: date):
    assert lire_date(jour.strftime("%d/%m/%Y")) == lire_date(jour.isoformat()) == jour


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans()))
def test_aucune_cellule_ne_fait_tomber_la_lecture(cellule: object):
    assert lire_date(cellule) is None or isinstance(lire_date(cellule), date | Anomalie)
    assert lire_annee(cellule) is None or isinstance(lire_annee(cellule), int | Anomalie)
