"""The table of a year as a workbook."""

import io

import pytest
from openpyxl import load_workbook

from accord.evaluation.exports import COLONNES, tableau_en_xlsx
from accord.evaluation.selectors import lire_tableau
from tests.evaluation.fabrique import MAINTENANT, constater, creer_indicateur, viser

pytestmark = pytest.mark.django_db


def feuille(demarche, annee=2026):
    tableau = lire_tableau(demarche, annee, MAINTENANT.date())
    return load_workbook(io.BytesIO(tableau_en_xlsx(tableau, "Titre"))).active


def test_l_entete_nomme_chaque_colonne(demarche):
    assert [cellule.value for cellule in feuille(demarche)[1]] == [libelle for libelle, _ in COLONNES]


def test_une_valeur_connue_est_un_nombre_dans_son_unite(demarche):
    indicateur = creer_indicateur(demarche)
    viser(indicateur, 2026, 123_450)
    constater(indicateur, 2026, 150_000)

    ligne = feuille(demarche)[2]

    assert (ligne[3].value, ligne[4].value, ligne[6].value) == (1234.5, 1234.5, 1500)


def test_un_ecart_est_ecrit_en_toutes_lettres(demarche):
    indicateur = creer_indicateur(demarche)
    viser(indicateur, 2026, 100_000)
    constater(indicateur, 2026, 100_000)

    assert feuille(demarche)["J2"].value == "= conforme"
    assert feuille(demarche)["J2"].data_type == "s"


@pytest.mark.parametrize("libelle", ["=1+1", "+33", "-2", "@SUM(A1)", '=HYPERLINK("x")'])
def test_un_libelle_ne_devient_jamais_une_formule(demarche, libelle):
    creer_indicateur(demarche, libelle)

    cellule = feuille(demarche)["B2"]

    assert (cellule.value, cellule.data_type) == (libelle, "s")


def test_l_onglet_porte_l_annee(demarche):
    assert feuille(demarche, 2028).title == "Indicateurs 2028"
