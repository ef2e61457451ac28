"""What the scénario retenu forecasts of each indicator."""

import pytest

from accord.evaluation.previsions import centiemes, prevoir
from tests.plan.fabrique import contenu_scenario, service

pytestmark = pytest.mark.django_db


@pytest.fixture
def previsions(distribution):
    return {p.type: p for p in prevoir(contenu_scenario(distribution, [service(distribution)]))}


def test_le_cout_du_service_ignore_les_annees_sans_service(previsions):
    assert previsions["cout_service"].par_annee == {2028: 18_000_000, 2029: 18_360_000}


def test_l_effectif_prevu_est_la_cible_des_que_le_service_fonctionne(previsions):
    assert previsions["effectif_service"].par_annee == {2028: 350, 2029: 350}


def test_les_adherents_se_comptent_au_31_decembre(previsions):
    assert previsions["adherents"].par_annee == {2027: 0, 2028: 200, 2029: 300}


def test_les_depenses_du_territoire_additionnent_tous_les_employeurs(previsions):
    assert previsions["depenses_total"].par_annee[2028] == 6 * 4_800_000


def test_les_effectifs_du_territoire_additionnent_tous_les_employeurs(previsions):
    assert previsions["effectifs_total"].par_annee[2028] == 2_400


def test_la_part_de_l_intercommunalite_est_un_pourcentage(previsions):
    assert previsions["part_epci"].par_annee[2028] == 3_333


def test_un_service_sans_effectif_cible_n_a_pas_d_indicateur_d_effectif(distribution):
    sans_cible = contenu_scenario(distribution, [service(distribution, etp_cible="")])

    assert "effectif_service" not in {p.type for p in prevoir(sans_cible)}


def test_chaque_service_nomme_ses_indicateurs(distribution):
    deux = contenu_scenario(distribution, [service(distribution), service(distribution, "paie", "Paie")])

    libelles = [p.libelle for p in prevoir(deux)]

    assert "Coût annuel — Paie" in libelles
    assert len(libelles) == len(set(libelles)) == 9


@pytest.mark.parametrize(("valeur", "attendu"), [("3.5", 350), ("0.005", 1), ("-0.005", -1), (2, 200)])
def test_les_centiemes_s_arrondissent_loin_de_zero(valeur, attendu):
    assert centiemes(valeur) == attendu
