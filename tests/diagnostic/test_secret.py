"""Statistical secrecy: no published figure, alone or by subtraction, gives a small group back."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.diagnostic.secret import MARGE, SEUIL, avec_marges, cases_masquees

COMMUNES, SERVICES = ("C1", "C2", "C3"), ("S1", "S2", "S3")


def tables(lignes: int, colonnes: int, maximum: int) -> st.SearchStrategy[dict[tuple[str, str], int]]:
    cases = list(product(COMMUNES[:lignes], SERVICES[:colonnes]))
    return st.lists(st.integers(0, maximum), min_size=len(cases), max_size=len(cases)).map(
        lambda valeurs: dict(zip(cases, valeurs, strict=True))
    )


def mondes_possibles(table: dict, masquees: frozenset, connues: tuple[str, ...] = ()) -> list[dict]:
    """Every table that publishes the same figures, found by trying them all."""
    publie = {case: n for case, n in avec_marges(table).items() if case not in masquees}
    libres = [case for case in table if case in masquees and case[0] not in connues]
    plafond = max(table.values()) + 1
    trouves = []
    for valeurs in product(range(plafond + 1), repeat=len(libres)):
        monde = table | dict(zip(libres, valeurs, strict=True))
        marges = avec_marges(monde)
        if all(marges.get(case, 0) == n for case, n in publie.items()):
            trouves.append(marges)
    return trouves


@settings(max_examples=25, deadline=None)
@given(tables(2, 3, 5))
def test_une_petite_case_a_toujours_plusieurs_valeurs_possibles(table: dict):
    masquees = cases_masquees(table)

    mondes = mondes_possibles(table, masquees)
    for case, effectif in avec_marges(table).items():
        if 0 < effectif < SEUIL:
            assert len({monde.get(case, 0) for monde in mondes}) > 1, case


@settings(max_examples=20, deadline=None)
@given(tables(3, 2, 4))
def test_un_employeur_qui_connait_sa_ligne_n_en_apprend_pas_plus(table: dict):
    masquees = cases_masquees(table, connues=["C1"])

    mondes = mondes_possibles(table, masquees, connues=("C1",))
    for case, effectif in table.items():
        if 0 < effectif < SEUIL and case[0] != "C1":
            assert len({monde.get(case, 0) for monde in mondes}) > 1, case


@given(tables(3, 3, 8))
def test_toute_case_de_un_a_quatre_agents_est_masquee(table: dict):
    masquees = cases_masquees(table)

    assert {case for case, n in avec_marges(table).items() if 0 < n < SEUIL} <= masquees


def test_sa_propre_ligne_reste_lisible():
    assert not {c for c in cases_masquees({("C1", "S1"): 2, ("C2", "S1"): 9}, connues=["C1"]) if c[0] == "C1"}


def test_une_table_de_grands_effectifs_ne_masque_rien():
    assert cases_masquees(dict.fromkeys(product(COMMUNES, SERVICES), 12)) == frozenset()


def test_une_table_vide_ne_masque_rien():
    assert cases_masquees({}) == frozenset()


@pytest.mark.parametrize("effectif", [1, 4])
def test_une_seule_petite_case_entraine_ses_marges(effectif: int):
    masquees = cases_masquees({("C1", "S1"): effectif})

    assert {("C1", "S1"), ("C1", MARGE), (MARGE, "S1"), (MARGE, MARGE)} <= masquees
