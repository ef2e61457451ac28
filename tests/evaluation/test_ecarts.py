"""The gap, in a sign and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.evaluation.ecarts import ecart_entre, valeur_affichee

CENTIEMES = st.integers(min_value=-(10**12), max_value=10**12)


def texte(objectif, mesure, sens="baisse", unite="euros"):
    ecart = ecart_entre(objectif, mesure, sens=sens, unite=unite)
    return ecart.texte.replace("\u202f", " ") if ecart else None


def test_un_cout_plus_eleve_que_prevu_est_moins_bien():
    assert texte(18_000_000, 18_900_000) == "▲ +9 000 € (+5,0 %), moins bien que l’objectif"


def test_un_cout_plus_bas_que_prevu_est_mieux():
    assert texte(18_000_000, 17_100_000) == "▼ −9 000 € (−5,0 %), mieux que l’objectif"


def test_plus_d_adherents_que_prevu_est_mieux():
    assert texte(400, 500, sens="hausse", unite="nombre") == "▲ +1 (+25,0 %), mieux que l’objectif"


@pytest.mark.parametrize("mesure", [300, 400])
def test_une_cible_se_manque_des_deux_cotes(mesure):
    assert texte(350, mesure, sens="cible", unite="etp").endswith("moins bien que l’objectif")


@pytest.mark.parametrize("mesure", [18_000_000, 18_180_000, 17_820_000])
def test_a_un_pour_cent_pres_la_mesure_est_conforme(mesure):
    assert texte(18_000_000, mesure).endswith("conforme")


def test_un_ecart_a_un_objectif_nul_n_a_pas_de_pourcentage():
    assert texte(0, 500, sens="hausse", unite="nombre") == "▲ +5, mieux que l’objectif"


@pytest.mark.parametrize(("objectif", "mesure"), [(None, 1), (1, None), (None, None)])
def test_sans_objectif_ou_sans_mesure_il_n_y_a_pas_d_ecart(objectif, mesure):
    assert texte(objectif, mesure) is None


@pytest.mark.parametrize(
    ("centiemes", "unite", "attendu"),
    [
        (123_450, "euros", "1 235 €"),
        (350, "etp", "3,5 ETP"),
        (3_333, "pourcent", "33,33 %"),
        (1_200, "jours", "12 jours"),
        (740, "note", "7,4 sur 10"),
        (None, "euros", "—"),
    ],
)
def test_une_valeur_se_lit_dans_son_unite(centiemes, unite, attendu):
    assert valeur_affichee(centiemes, unite).replace("\u202f", " ") == attendu


@given(objectif=CENTIEMES, mesure=CENTIEMES, sens=st.sampled_from(["hausse", "baisse", "cible"]))
def test_la_fleche_suit_toujours_le_signe_de_l_ecart(objectif, mesure, sens):
    ecart = ecart_entre(objectif, mesure, sens=sens, unite="nombre")

    assert ecart.fleche == ("=" if mesure == objectif else "▲" if mesure > objectif else "▼")
    assert ecart.centiemes == mesure - objectif


@given(objectif=CENTIEMES, mesure=CENTIEMES)
def test_ce_qui_est_mieux_a_la_hausse_est_moins_bien_a_la_baisse(objectif, mesure):
    hausse = ecart_entre(objectif, mesure, sens="hausse", unite="nombre")
    baisse = ecart_entre(objectif, mesure, sens="baisse", unite="nombre")

    assert (hausse.mot == "conforme") == (baisse.mot == "conforme")
    assert hausse.mot == "conforme" or hausse.mot != baisse.mot
