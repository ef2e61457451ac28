"""What is exported is what is imported: the same rows, to the cent, formulas asleep."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.diagnostic.classeur import verifier_classeur
from accord.diagnostic.classeur.colonnes import Colonne, Genre
from accord.diagnostic.classeur.ecriture import ecrire_classeur, ecrire_csv_zippe
from accord.diagnostic.classeur.feuilles import FEUILLES
from accord.diagnostic.classeur.verification import noms_par_siren
from accord.territoire.referentiel import charger_epci
from tests.diagnostic.classeur.fabrique import CAEN_LA_MER

EPCI = charger_epci(CAEN_LA_MER)
NOMS = noms_par_siren(EPCI)
TEXTES = st.sampled_from(
    ["Paie", "=1+1", "=HYPERLINK(\"http://x\";\"y\")", "+33 2", "-5 agents", "@moi", "a;b\"c", "l’été", "12", "x\ny"]
)  # fmt: skip


FINS, DEBUTS = st.just(date(2027, 12, 31)), st.dates(date(2000, 1, 1), date(2027, 1, 1))


def valeurs(colonne: Colonne) -> st.SearchStrategy:
    """Values a column keeps."""
    return {
        Genre.SIREN: st.sampled_from(list(NOMS)),
        Genre.CHOIX: st.sampled_from(colonne.choix or ("",)),
        Genre.MONTANT: st.integers(0, 10**11),
        Genre.NOMBRE: st.decimals(0, 89, places=4).map(Decimal.normalize),
        Genre.ENTIER: st.integers(1, 5),
        Genre.PART: st.sampled_from([Decimal(1), Decimal("0.5")]),
        Genre.POURCENT: st.integers(2, 100).map(Decimal),
        Genre.ANNEE: st.integers(2026, 2060),
        Genre.DATE: st.just(date(2027, 12, 31))
        if "fin" in colonne.code
        else st.dates(date(2000, 1, 1), date(2027, 1, 1)),
        Genre.CODE: st.just("RH"),
        Genre.IDENTIFIANT: st.just("X"),
        Genre.TEXTE: TEXTES,
    }[colonne.genre]


@st.composite
def classeurs(draw: st.DrawFn) -> dict[str, list[dict[str, object]]]:
    contenu: dict[str, list[dict[str, object]]] = {}
    for schema in FEUILLES:
        lignes = []
        for rang in range(draw(st.integers(0, 3))):
            ligne = {
                c.code: draw(valeurs(c) if c.obligatoire else st.none() | valeurs(c)) for c in schema.colonnes
            }
            for code in ("identifiant", "matricule"):
                if code in ligne:
                    ligne[code] = f"{code[0]}-{rang}"
            if schema.nom == "Services":
                ligne["code_service"] = f"S{rang}"
            if schema.nom == "Agents":
                if rang >= len(contenu["Services"]):
                    break
                service = contenu["Services"][rang]
                ligne |= {"siren": service["siren"], "code_service": service["code_service"]}
                ligne["part"] = ligne["part"] or Decimal(1)
            lignes.append(ligne)
        contenu[schema.nom] = lignes
    return contenu


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(classeurs())
def test_l_export_se_reimporte_a_l_identique(contenu: dict[str, list[dict[str, object]]]):
    for fichier in (ecrire_classeur(contenu, NOMS, titre="Diagnostic"), ecrire_csv_zippe(contenu)):
        rapport = verifier_classeur(fichier, EPCI)

        assert [r.message for r in rapport.refus] == []
        assert {nom: list(f.lignes()) for nom, f in rapport.feuilles.items()} == contenu


def test_aucune_cellule_exportee_n_est_une_formule():
    ligne = {"siren": CAEN_LA_MER, "code_service": "RH", "service": "=1+1", "condition": "@SUM(A1)"}

    fichier = ecrire_classeur({"Services": [ligne]}, NOMS, titre="=2+2")

    cellules = [
        c
        for f in openpyxl.load_workbook(io.BytesIO(fichier))
        for rang in f.iter_rows()
        for c in rang
        if c.value is not None
    ]
    assert not [c.coordinate for c in cellules if c.data_type == "f"]
    assert "=1+1" in [c.value for c in cellules]


def test_un_csv_exporte_desarme_les_formules_par_une_apostrophe():
    ligne = {"siren": CAEN_LA_MER, "code_service": "RH", "service": "=1+1"}

    archive = ecrire_csv_zippe({"Services": [ligne]})

    with zipfile.ZipFile(io.BytesIO(archive)) as zippe:
        assert ";'=1+1;" in zippe.read("Services.csv").decode("utf-8-sig")


@pytest.mark.parametrize(
    "feuille", ["Lisez-moi", "Services", "Agents", "Équipements", "Contrats", "Conventions", "Dictionnaire"]
)
def test_le_modele_vide_contient_chaque_feuille(feuille: str):
    fichier = ecrire_classeur({}, NOMS, titre="Diagnostic")

    assert feuille in openpyxl.load_workbook(io.BytesIO(fichier)).sheetnames


def test_le_modele_vide_se_reimporte_sans_refus():
    rapport = verifier_classeur(ecrire_classeur({}, NOMS, titre="Diagnostic"), EPCI)

    assert (rapport.acceptees, rapport.refusees, rapport.observations) == (0, 0, ())
