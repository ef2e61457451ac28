"""The creation majority and its quarter rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.noyaux.echeancier.majorite import PositionConseil, majorite_qualifiee
from tests.noyaux.echeancier.lecture import cas, titres

LE = date(2026, 11, 23)
conseils = st.lists(st.tuples(st.integers(1, 50_000), st.booleans()), min_size=1, max_size=30)


def positions(lignes):
    return tuple(
        PositionConseil(f"C{rang}", population, pour) for rang, (population, pour) in enumerate(lignes)
    )


@pytest.mark.parametrize("exemple", cas("majorite"), ids=titres("majorite"))
def test_la_majorite_suit_les_cas_du_juriste(exemple):
    lignes = tuple(
        PositionConseil(nom, habitants, pour == "oui") for nom, habitants, pour in exemple["conseils"]
    )

    assert majorite_qualifiee(lignes, LE).acquise is exemple["acquise"]


@given(conseils)
def test_l_unanimite_passe_toujours(lignes):
    unanimes = positions([(population, True) for population, _ in lignes])

    assert majorite_qualifiee(unanimes, LE).acquise


@given(conseils)
def test_l_ordre_des_communes_ne_change_rien(lignes):
    assert (
        majorite_qualifiee(positions(lignes), LE).acquise
        == majorite_qualifiee(positions(lignes)[::-1], LE).acquise
    )


@given(conseils, st.data())
def test_un_accord_de_plus_ne_fait_jamais_perdre_la_majorite(lignes, data):
    rang = data.draw(st.integers(0, len(lignes) - 1))
    avec = [(population, pour or index == rang) for index, (population, pour) in enumerate(lignes)]

    assert (
        majorite_qualifiee(positions(lignes), LE).acquise <= majorite_qualifiee(positions(avec), LE).acquise
    )


def test_le_resultat_dit_ses_comparaisons():
    resultat = majorite_qualifiee(positions([(2600, False), (1000, True), (1000, True)]), LE)

    assert resultat.etapes[0] == "2 conseils favorables sur 3, 2000 habitants sur 4600."
    assert resultat.etapes[3].startswith("C0\u202f: plus du quart")


def test_sans_conseil_il_n_y_a_pas_de_majorite():
    with pytest.raises(ValueError, match="Aucun conseil"):
        majorite_qualifiee((), LE)
