"""Canonical JSON and its hash: the same content always has the same hash, another never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.socle.instantanes import canonique, empreinte_de

json_sans_flottant = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda enfants: st.lists(enfants, max_size=4) | st.dictionaries(st.text(max_size=8), enfants, max_size=4),
    max_leaves=12,
)


def test_l_ordre_des_cles_ne_change_pas_l_empreinte() -> None:
    assert empreinte_de({"a": 1, "b": [2, 3]}) == empreinte_de({"b": [2, 3], "a": 1})


def test_l_ordre_d_une_liste_change_l_empreinte() -> None:
    assert empreinte_de([1, 2]) != empreinte_de([2, 1])


def test_les_accents_restent_lisibles() -> None:
    assert canonique({"nom": "Val d’Accord"}) == '{"nom":"Val d’Accord"}'


def test_un_nombre_flottant_est_refuse_ou_qu_il_soit() -> None:
    with pytest.raises(TypeError, match="flottant"):
        empreinte_de({"montants": [1, {"cout": 1.5}]})


@given(json_sans_flottant, json_sans_flottant)
def test_deux_contenus_ont_la_meme_empreinte_si_et_seulement_si_ils_ont_le_meme_texte(
    un: object, autre: object
) -> None:
    assert (empreinte_de(un) == empreinte_de(autre)) == (canonique(un) == canonique(autre))
