"""What people read: amounts, numbers, percentages and dates as French typography writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.socle.interface import formats

FINE = "\u202f"


def test_un_montant_s_ecrit_en_euros_avec_ses_centimes():
    assert formats.montant(123450) == f"1{FINE}234,50{FINE}€"


def test_un_montant_negatif_porte_le_signe_moins_typographique():
    assert formats.montant(-123450) == f"−1{FINE}234,50{FINE}€"


def test_zero_est_une_valeur_connue():
    assert formats.montant(0) == f"0,00{FINE}€"


@pytest.mark.parametrize(
    "fonction",
    [
        formats.montant,
        formats.montant_rond,
        formats.montant_signe,
        formats.nombre,
        formats.pourcent,
        formats.date_longue,
        formats.date_moyenne,
        formats.date_courte,
        formats.date_heure,
        formats.ou_tiret,
    ],
)
def test_ce_qui_est_inconnu_s_ecrit_avec_un_tiret(fonction):
    assert fonction(None) == "—"


@pytest.mark.parametrize(
    ("centimes", "attendu"),
    [(123449, "1 234 €"), (123450, "1 235 €"), (-123450, "−1 235 €"), (-49, "0 €"), (49, "0 €")],
)
def test_un_montant_rond_arrondit_la_moitie_en_s_eloignant_de_zero(centimes, attendu):
    assert formats.montant_rond(centimes) == attendu.replace(" ", FINE)


@pytest.mark.parametrize(
    ("centimes", "attendu"), [(50, "+1 €"), (49, "0 €"), (0, "0 €"), (-50, "−1 €"), (100_000, "+1 000 €")]
)
def test_un_ecart_montre_toujours_son_signe_sauf_s_il_est_nul(centimes, attendu):
    assert formats.montant_signe(centimes) == attendu.replace(" ", FINE)


@pytest.mark.parametrize(
    ("valeur", "attendu"),
    [
        ("1.50", "1,5"),
        (12345678, "12 345 678"),
        (Decimal("0.125"), "0,13"),
        (Fraction(1, 3), "0,33"),
        ("2,5", "2,5"),
    ],
)
def test_un_nombre_garde_au_plus_deux_decimales(valeur, attendu):
    assert formats.nombre(valeur) == attendu.replace(" ", FINE)


def test_un_nombre_peut_montrer_un_nombre_fixe_de_decimales():
    assert formats.nombre("3", 2) == "3,00"


def test_un_pourcentage_part_de_la_fraction_et_garde_une_decimale():
    assert formats.pourcent("0.125") == f"12,5{FINE}%"


def test_la_date_longue_dit_le_jour_de_la_semaine():
    assert formats.date_longue(date(2026, 11, 26)) == "jeudi 26 novembre 2026"


def test_le_premier_du_mois_s_ecrit_en_ordinal():
    assert formats.date_longue(date(2026, 11, 1)) == "dimanche 1er novembre 2026"
    assert formats.date_moyenne("2026-12-01") == "1er décembre 2026"


def test_le_vingt_et_un_n_est_pas_un_premier():
    assert formats.date_moyenne(date(2026, 11, 21)) == "21 novembre 2026"


def test_une_date_d_instantane_est_lue_telle_qu_elle_est_ecrite():
    assert formats.date_courte("2026-11-01") == "01/11/2026"


def test_un_instant_se_lit_a_l_heure_de_paris():
    minuit_passe = datetime(2026, 11, 21, 23, 5, tzinfo=UTC)
    assert formats.date_heure(minuit_passe) == f"22 novembre 2026 à 0{FINE}h{FINE}05"
    assert formats.date_courte(minuit_passe) == "22/11/2026"


@pytest.mark.parametrize(("compte", "attendu"), [(0, ""), (1, ""), (2, "s"), (None, "")])
def test_zero_et_un_sont_au_singulier(compte, attendu):
    assert formats.pluriel(compte) == attendu


def test_un_pluriel_peut_avoir_deux_formes():
    assert "communa" + formats.pluriel(1, "l,ux") == "communal"
    assert "communa" + formats.pluriel(3, "l,ux") == "communaux"


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_un_montant_ecrit_se_relit_au_centime(centimes):
    ecrit = formats.montant(centimes)
    relu = ecrit.replace(FINE, "").replace("€", "").replace("−", "-").replace(",", "")
    assert int(relu) == centimes


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_aucune_espace_secable_dans_un_montant(centimes):
    assert " " not in formats.montant(centimes) + formats.montant_rond(centimes)
