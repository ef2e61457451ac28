"""The calendars a lawyer can read in cas/calendrier.yaml, to the day, and what holds for every renewal."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.noyaux.echeancier import DateHorsCalendrier, Donnees, calendrier, renouvellement_par_defaut
from tests.noyaux.echeancier.lecture import cas, dates, donnees_du_cas, premieres, titres

renouvellements = st.dates(date(2020, 1, 1), date(2080, 12, 31))


@pytest.mark.parametrize("exemple", cas("calendrier"), ids=titres("calendrier"))
def test_le_calendrier_donne_les_dates_attendues_au_jour_pres(exemple):
    obtenues = dates(donnees_du_cas(exemple))

    assert {code: obtenues.get(code) for code in exemple["attendu"]} == exemple["attendu"]


@pytest.mark.parametrize(
    "exemple",
    [exemple for exemple in cas("calendrier") if "absent" in exemple],
    ids=[exemple["titre"] for exemple in cas("calendrier") if "absent" in exemple],
)
def test_le_calendrier_ne_montre_pas_ce_qui_ne_s_applique_pas(exemple):
    obtenues = dates(donnees_du_cas(exemple))

    assert [code for code in exemple["absent"] if code in obtenues] == []


def test_la_base_par_defaut_est_le_premier_tour_la_plus_prudente():
    assert renouvellement_par_defaut() == date(2026, 3, 15)


def test_les_echeances_sont_rangees_par_date():
    obtenues = [echeance.date for echeance in calendrier(Donnees(date(2026, 3, 15)))]

    assert obtenues == sorted(obtenues)


def test_sans_reception_connue_l_avis_tacite_dit_son_hypothese():
    tacite = premieres(Donnees(date(2026, 3, 15)))["avis_commune_tacite"]

    assert "par défaut" in tacite.libelle
    assert any("non renseignée" in reserve for reserve in tacite.explication.reserves)


def test_chaque_annee_du_mandat_a_son_rapport_d_activite():
    rapports = [e.date.year for e in calendrier(Donnees(date(2026, 3, 15))) if e.code == "rapport_activite"]

    assert rapports == [2026, 2027, 2028, 2029, 2030, 2031]


def test_un_elu_lit_comment_la_date_est_obtenue():
    rapport = premieres(Donnees(date(2026, 3, 15)))["rapport_mutualisations"]

    assert rapport.explication.phrase == (
        "15 mars 2026 (renouvellement général des conseils municipaux) + 1 an = 15 mars 2027 (CGCT, L5211-39-1)."
    )


def test_une_echeance_qui_tombe_un_dimanche_le_dit_sans_changer_de_date():
    mandat = premieres(Donnees(date(2026, 6, 7), reception=date(2026, 11, 14)))

    assert mandat["avis_commune_tacite"].date == date(2027, 2, 14)
    assert mandat["avis_commune_tacite"].motif_non_ouvre == "dimanche"


def test_les_jours_feries_locaux_sont_ceux_du_departement():
    seance = (date(2027, 4, 1),)

    alsacienne = premieres(Donnees(date(2026, 3, 15), departement="67", seances_conseil=seance))
    bretonne = premieres(Donnees(date(2026, 3, 15), departement="29", seances_conseil=seance))

    assert alsacienne["conseil_convocation"].motif_non_ouvre == "jour férié\u202f: Vendredi saint"
    assert bretonne["conseil_convocation"].motif_non_ouvre is None


@pytest.mark.parametrize("jour", [date(1, 1, 1), date(1999, 3, 1), date(2094, 1, 1), date(9999, 12, 31)])
def test_une_date_hors_du_calendrier_est_refusee(jour):
    with pytest.raises(DateHorsCalendrier, match="hors du calendrier"):
        calendrier(Donnees(jour))


def test_une_reception_hors_du_calendrier_est_refusee():
    with pytest.raises(DateHorsCalendrier):
        calendrier(Donnees(date(2026, 3, 15), reception=date(9999, 12, 1)))


def test_une_piste_inconnue_est_refusee():
    with pytest.raises(ValueError, match="Piste inconnue"):
        Donnees(date(2026, 3, 15), piste="secrete")


@given(renouvellements)
def test_trois_mois_tiennent_toujours_entre_la_notification_limite_et_le_rapport(renouvellement):
    obtenues = dates(Donnees(renouvellement))

    assert obtenues["avis_commune_tacite"] <= obtenues["rapport_mutualisations"]


@given(renouvellements)
def test_un_jour_de_plus_et_trois_mois_ne_tiennent_plus(renouvellement):
    limite = dates(Donnees(renouvellement))["rapport_notification_limite"]

    trop_tard = dates(Donnees(renouvellement, reception=limite + timedelta(days=1)))

    assert trop_tard["avis_commune_tacite"] > trop_tard["rapport_mutualisations"]


@given(renouvellements, st.integers(1, 60))
def test_un_renouvellement_plus_tardif_n_avance_aucune_echeance_du_schema(renouvellement, jours):
    codes = (
        "rapport_mutualisations",
        "pacte_gouvernance",
        "rapport_notification_limite",
        "pacte_envoi_limite",
    )

    tot = dates(Donnees(renouvellement))
    tard = dates(Donnees(renouvellement + timedelta(days=jours)))

    assert all(tot[code] <= tard[code] for code in codes)


@given(renouvellements)
def test_chaque_echeance_porte_son_article_et_sa_regle(renouvellement):
    for echeance in calendrier(Donnees(renouvellement)):
        assert echeance.article
        assert echeance.explication.regles
        assert echeance.fiche
