"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison
from accord.diagnostic.classeur.valeurs.nombres import (
    lire_entier,
    lire_montant,
    lire_nombre,
    lire_part,
    lire_pourcent,
)

FINE = "\u202f"


@pytest.mark.parametrize(
    ("tape", "lu"),
    [
        ("1 234,50", "1234.5"), (f"33{FINE}839 €", "33839"), ("50\u00a0850,00 EUR", "50850"),
        ("1.234,56 €", "1234.56"),
        ("1,234.56", "1234.56"), ("1.234.567", "1234567"), ("12,345,678", "12345678"), ("1'234.50", "1234.5"),
        ("0,8", "0.8"), (".5", "0.5"), ("-3,5", "-3.5"), ("− 4", "-4"), ("(1 200)", "-1200"), ("€ 12", "12"),
        ("40 k€", "40000"), ("2,5 ETP", "2.5"),
        ("634 m²", "634"), ("33?839 €", "33839"), ("3 mois", "3"), ("1 500 € TTC", "1500"),
        ("2,11401187E+08", "211401187"), (12, "12"), (0.1 + 0.2, "0.3"), (49.18342, "49.18342"), ("+7", "7"),
    ],
)  # fmt: skip
def test_un_nombre_ecrit_a_la_francaise_est_lu(tape: object, lu: str):
    assert lire_nombre(tape) == Decimal(lu)


@pytest.mark.parametrize(
    "tape",
    ["environ 40 k€", "12 34", "1,2,3", "douze", "#REF!", "?", "10 à 12", "~5", "1 2345", True, "1..2"],
)
def test_un_nombre_illisible_est_refuse(tape: object):
    lu = lire_nombre(tape)

    assert isinstance(lu, Anomalie)
    assert lu.raison is Raison.NOMBRE_INVALIDE


@pytest.mark.parametrize("tape", [None, "", "  ", "-", "—", "NC", "n.c.", "\u00a0"])
def test_une_valeur_inconnue_n_est_pas_zero(tape: object):
    assert lire_nombre(tape) is None


@pytest.mark.parametrize(
    ("tape", "lu"),
    [
        ("80 %", "0.8"),
        (80, "0.8"),
        (80.0, "0.8"),
        (0.8, "0.8"),
        ("28/35", "0.8"),
        ("17,5/35e", "0.5"),
        (1, "1"),
        (1.4, "1.4"),
    ],
)
def test_une_part_s_ecrit_de_plusieurs_facons(tape: object, lu: str):
    assert lire_part(tape) == Decimal(lu)


def test_un_pourcentage_avec_son_signe_est_le_meme_que_sans():
    assert lire_pourcent("54 %") == lire_pourcent(54) == Decimal(54)


def test_un_montant_est_garde_en_centimes():
    assert lire_montant(1234.56) == lire_montant("1 234,56 €") == 123456


def test_un_entier_n_a_pas_de_decimale():
    assert lire_entier(3.0) == 3
    assert isinstance(lire_entier(2.5), Anomalie)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_tout_montant_ecrit_a_la_francaise_est_retrouve_au_centime(centimes: int):
    signe = "-" if centimes < 0 else ""
    euros = f"{abs(centimes) // 100:,}".replace(",", FINE)

    assert lire_montant(f"{signe}{euros},{abs(centimes) % 100:02d} €") == centimes


@given(st.integers(min_value=0, max_value=10**12))
def test_tout_montant_tape_comme_nombre_est_retrouve_au_centime(centimes: int):
    assert lire_montant(float(Decimal(centimes) / 100)) == centimes


@given(st.one_of(st.text(max_size=30), st.floats(), st.booleans(), st.none(), st.integers()))
def test_aucune_cellule_ne_fait_tomber_la_lecture(cellule: object):
    for lire in (lire_nombre, lire_montant, lire_part, lire_pourcent, lire_entier):
        assert lire(cellule) is None or isinstance(lire(cellule), Decimal | int | Anomalie)
