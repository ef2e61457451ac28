"""The usual steps, dated back from the day a service takes effect."""

from datetime import date

import pytest

from accord.plan.adaptateurs import etapes_usuelles

EFFET = date(2028, 1, 1)
LE = date(2026, 11, 23)


def suite(**autres):
    parametres = {
        "forme": "service_commun",
        "financement": "remboursement",
        "date_effet": EFFET,
        "departement": "14",
    }
    return etapes_usuelles(**parametres | {"le": LE} | autres)


def dates(**autres):
    return {etape.code: etape.date_prevue for etape in suite(**autres).etapes}


def test_la_fiche_d_impact_precede_de_six_mois_la_prise_d_effet():
    assert dates()["fiche_impact"] == date(2027, 7, 1)


def test_la_signature_precede_de_quinze_jours_la_prise_d_effet():
    assert dates()["signature"] == date(2027, 12, 17)


def test_le_cout_unitaire_suit_la_signature_de_trois_mois():
    assert dates()["cout_unitaire"] == date(2028, 3, 17)


def test_la_prise_d_effet_garde_sa_date_meme_feriee():
    assert dates()["prise_effet"] == EFFET


def test_une_etape_qui_tombe_un_jour_chome_est_avancee():
    assert dates(date_effet=date(2028, 5, 1))["deliberation_epci"] == date(2028, 2, 1)
    assert dates(date_effet=date(2027, 8, 1))["deliberation_epci"] == date(2027, 4, 30)


def test_un_groupement_de_commandes_n_a_ni_fiche_d_impact_ni_avis_du_cst():
    codes = dates(forme="groupement_commandes")

    assert "fiche_impact" not in codes
    assert "avis_cst" not in codes
    assert "projet_convention" in codes


def test_une_forme_inconnue_suit_les_etapes_les_plus_prudentes():
    assert "avis_cst" in dates(forme="forme_a_venir")


@pytest.mark.parametrize(("financement", "attendu"), [("imputation_ac", True), ("remboursement", False)])
def test_l_imputation_sur_l_attribution_n_apparait_que_si_elle_est_choisie(financement, attendu):
    assert ("imputation_ac" in dates(financement=financement)) is attendu


def test_sans_assez_de_temps_les_etapes_sont_resserrees_et_gardent_leur_ordre():
    resserree = suite(date_effet=date(2027, 2, 1))
    avant = [etape.date_prevue for etape in resserree.etapes if etape.date_prevue < date(2027, 2, 1)]

    assert resserree.est_resserree
    assert min(avant) == LE
    assert avant == sorted(avant)


def test_une_prise_d_effet_passee_garde_ses_dates_usuelles():
    passee = suite(date_effet=date(2026, 1, 1))

    assert not passee.est_resserree
    assert min(etape.date_prevue for etape in passee.etapes) == date(2025, 7, 1)


def test_les_adhesions_tardives_deviennent_des_etapes():
    adhesions = [("Clairval", EFFET), ("Petitbois", date(2029, 1, 1)), ("Bourg-le-Pont", date(2029, 1, 1))]

    entrees = [etape for etape in suite(adhesions=adhesions).etapes if etape.code == "adhesion"]

    assert [(e.libelle, e.date_prevue) for e in entrees] == [
        ("Entrée de Petitbois, Bourg-le-Pont", date(2029, 1, 1))
    ]


def test_une_longue_liste_d_entrees_est_resumee():
    adhesions = [(f"Commune au nom assez long {n}", date(2029, 1, 1)) for n in range(30)]

    entree = next(etape for etape in suite(adhesions=adhesions).etapes if etape.code == "adhesion")

    assert entree.libelle == "Entrée de Commune au nom assez long 0 et de 29 autres collectivités"


def test_chaque_etape_dit_son_texte_ou_l_usage():
    assert all(etape.reference for etape in suite().etapes)
