"""Months, clear days, working days and local holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.noyaux.echeancier import delais, feries

jours = st.dates(date(2001, 1, 1), date(2090, 12, 31))
mois = st.integers(0, 72)


@pytest.mark.parametrize(
    ("depart", "nombre", "attendu"),
    [
        (date(2026, 12, 15), 3, date(2027, 3, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
        (date(2026, 3, 15), 0, date(2026, 3, 15)),
    ],
)
def test_un_delai_en_mois_garde_le_quantieme_ou_finit_le_dernier_jour(depart, nombre, attendu):
    assert delais.ajouter_mois(depart, nombre) == attendu


@given(jours, mois)
def test_le_resultat_tombe_dans_le_mois_voulu(depart, nombre):
    resultat = delais.ajouter_mois(depart, nombre)

    assert (resultat.year * 12 + resultat.month) - (depart.year * 12 + depart.month) == nombre


@given(jours, mois)
def test_le_jour_est_garde_ou_c_est_le_dernier_du_mois(depart, nombre):
    resultat = delais.ajouter_mois(depart, nombre)

    assert resultat.day == depart.day or (resultat + timedelta(days=1)).day == 1


@given(jours, mois)
def test_le_dernier_depart_est_bien_le_dernier(limite, nombre):
    depart = delais.dernier_depart(limite, nombre)

    assert delais.ajouter_mois(depart, nombre) <= limite
    assert delais.ajouter_mois(depart + timedelta(days=1), nombre) > limite


def test_le_dernier_depart_profite_des_mois_courts():
    assert delais.dernier_depart(date(2027, 2, 28), 3) == date(2026, 11, 30)


@given(jours, st.integers(0, 60))
def test_les_jours_francs_laissent_le_compte_entier_entre_les_deux_bornes(seance, nombre):
    envoi = delais.retrancher_jours_francs(seance, nombre)

    assert (seance - envoi).days - 1 == nombre
    assert delais.ajouter_jours_francs(envoi, nombre) == seance


@pytest.mark.parametrize(
    ("jour", "departement", "motif"),
    [
        (date(2026, 12, 25), "29", "jour férié\u202f: Noël"),
        (date(2026, 12, 26), "29", "samedi"),
        (date(2027, 3, 26), "67", "jour férié\u202f: Vendredi saint"),
        (date(2027, 3, 26), "57", "jour férié\u202f: Vendredi saint"),
        (date(2027, 3, 26), "29", None),
        (date(2027, 12, 20), "974", "jour férié\u202f: Abolition de l’esclavage"),
        (date(2027, 12, 20), "75", None),
        (date(2027, 5, 27), "971", "jour férié\u202f: Abolition de l’esclavage"),
        (date(2026, 11, 22), None, "dimanche"),
        (date(2026, 11, 23), None, None),
    ],
)
def test_un_jour_non_ouvre_dit_pourquoi_selon_le_departement(jour, departement, motif):
    assert feries.motif_non_ouvre(jour, departement) == motif


def test_noel_un_vendredi_reporte_au_lundi():
    assert feries.jour_ouvre_suivant(date(2026, 12, 25)) == date(2026, 12, 28)


def test_un_jour_ouvre_n_est_pas_reporte():
    assert feries.jour_ouvre_suivant(date(2026, 11, 23)) == date(2026, 11, 23)


@given(jours, st.sampled_from(["29", "67", "974", None]))
def test_les_deux_reports_encadrent_le_jour_et_tombent_sur_un_jour_ouvre(jour, departement):
    avant = feries.jour_ouvre_precedent(jour, departement)
    apres = feries.jour_ouvre_suivant(jour, departement)

    assert avant <= jour <= apres
    assert feries.est_ouvre(avant, departement)
    assert feries.est_ouvre(apres, departement)


@given(jours, st.integers(-30, 30))
def test_ajouter_des_jours_ouvres_en_compte_autant(depart, nombre):
    arrivee = feries.ajouter_jours_ouvres(depart, nombre)

    ecart = abs((arrivee - depart).days)
    sens = 1 if nombre >= 0 else -1
    assert sum(feries.est_ouvre(depart + timedelta(days=sens * rang)) for rang in range(1, ecart + 1)) == abs(
        nombre
    )
