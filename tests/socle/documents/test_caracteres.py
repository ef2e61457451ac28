import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.socle.documents.balisage import Fragment
from accord.socle.documents.caracteres import nettoyer, rendre_affichable, transformer
from accord.socle.documents.sonde import peut_composer


@pytest.mark.parametrize("signe", ["é", "œ", "€", "’", "\u202f", "…", "−", "→", "☐", "Ж", "Ω"])
def test_les_signes_d_un_texte_francais_se_composent(signe: str):
    assert peut_composer(signe)


@pytest.mark.parametrize("signe", ["😀", "中", "한"])
def test_ce_que_les_polices_n_ont_pas_ne_se_compose_pas(signe: str):
    assert not peut_composer(signe)


def test_les_accents_decomposes_sont_recomposes():
    assert nettoyer("e\u0301") == "é"


@pytest.mark.parametrize("signe", ["\x00", "\x0b", "\u200b", "\ud800", "\ufeff", "\u202e"])
def test_les_signes_invisibles_ou_interdits_sont_retires(signe: str):
    assert nettoyer(f"a{signe}b") == "ab"


@pytest.mark.parametrize("signe", ["\n", "\t", "\u202f", "\u00a0", "\u00ad"])
def test_les_blancs_utiles_sont_gardes(signe: str):
    assert nettoyer(f"a{signe}b") == f"a{signe}b"


def test_toute_chaine_d_une_donnee_est_atteinte():
    donnee = {"a": ["x", ("y", {"b": "z"})], "c": 3, "d": None, "e": Fragment("w")}

    assert transformer(donnee, str.upper) == {
        "a": ["X", ["Y", {"b": "Z"}]],
        "c": 3,
        "d": None,
        "e": {"texte": "W", "gras": False, "italique": False},
    }


def test_seuls_les_signes_sans_dessin_sont_remplaces():
    assert rendre_affichable(["à 😀", {"b": "中€"}]) == ["à □", {"b": "□€"}]


@given(st.text())
def test_un_texte_nettoye_s_ecrit_toujours_en_xml(texte: str):
    propre = nettoyer(texte)

    propre.encode("utf-8")
    assert all(ord(signe) >= 32 or signe in "\t\n\r" for signe in propre)


@given(st.text())
def test_nettoyer_deux_fois_ne_change_rien_de_plus(texte: str):
    assert nettoyer(nettoyer(texte)) == nettoyer(texte)
