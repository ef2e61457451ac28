"""Golden cases of the usual steps, and what holds for every date."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from accord.noyaux.echeancier.feries import est_ouvre
from accord.plan.adaptateurs import etapes_usuelles

CAS = yaml.safe_load((Path(__file__).parent / "cas" / "etapes.yaml").read_text(encoding="utf-8"))
FORMES = st.sampled_from(
    ["service_commun", "service_unifie", "groupement_commandes", "prestation", "inconnue"]
)
EFFETS = st.dates(min_value=date(2027, 1, 1), max_value=date(2032, 12, 31))


@pytest.mark.parametrize("cas", CAS, ids=[cas["nom"] for cas in CAS])
def test_les_etapes_tombent_aux_dates_du_cas(cas):
    suite = etapes_usuelles(
        forme=cas["forme"],
        financement=cas["financement"],
        date_effet=cas["effet"],
        departement=cas.get("departement", ""),
        le=cas["aujourd_hui"],
    )

    assert {etape.code: etape.date_prevue for etape in suite.etapes} == cas["attendu"]


def suite(forme, effet, le):
    return etapes_usuelles(
        forme=forme, financement="remboursement", date_effet=effet, departement="14", le=le
    )


@given(forme=FORMES, effet=EFFETS)
def test_les_etapes_sont_toujours_dans_l_ordre_des_dates(forme, effet):
    jours = [etape.date_prevue for etape in suite(forme, effet, date(2026, 1, 1)).etapes]

    assert jours == sorted(jours)


@given(forme=FORMES, effet=EFFETS)
def test_avec_assez_de_temps_chaque_etape_tombe_un_jour_ouvre(forme, effet):
    etapes = suite(forme, effet, date(2026, 1, 1)).etapes

    assert all(est_ouvre(e.date_prevue, "14") for e in etapes if e.date_prevue != effet)


@given(forme=FORMES, effet=EFFETS, marge=st.integers(min_value=1, max_value=150))
def test_resserrees_les_etapes_tiennent_entre_aujourd_hui_et_la_prise_d_effet(forme, effet, marge):
    le = effet - timedelta(days=marge)

    avant = [e for e in suite(forme, effet, le).etapes if e.code in AVANT_L_EFFET]

    assert avant
    assert all(le <= etape.date_prevue <= effet for etape in avant)


@given(forme=FORMES, effet=EFFETS, marge=st.integers(min_value=1, max_value=150))
def test_resserrer_garde_l_ordre_des_etapes(forme, effet, marge):
    large = [e.code for e in suite(forme, effet, date(2026, 1, 1)).etapes if e.code in AVANT_L_EFFET]
    serree = [
        e.code for e in suite(forme, effet, effet - timedelta(days=marge)).etapes if e.code in AVANT_L_EFFET
    ]

    assert serree == large


AVANT_L_EFFET = {
    "fiche_impact",
    "projet_convention",
    "avis_cst",
    "deliberation_epci",
    "deliberations_communes",
    "emplois",
    "imputation_ac",
    "signature",
}
