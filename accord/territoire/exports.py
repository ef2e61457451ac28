"""Tables of the territory as a workbook or as CSV that a French spreadsheet opens as it is."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

import xlsxwriter
from django.http import HttpResponse

from accord.territoire.selectors.fiche import LigneCommune
from accord.territoire.selectors.liste import LigneEpci

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULE = ("=", "+", "-", "@", "\t", "\r")
Cellule = str | int | float | None

ENTETES_EPCI = (
    "SIREN",
    "Nom",
    "Nature",
    "Régime fiscal",
    "Département",
    "Nom du département",
    "Communes",
    "Population municipale",
    "Population totale",
    "Millésime",
)
ENTETES_COMMUNES = (
    "SIREN",
    "Code INSEE",
    "Nom",
    "Département",
    "Population municipale",
    "Population totale",
    "Part de la population (%)",
    "3 500 habitants et plus",
)


def rangees_epci(epci: Iterable[LigneEpci]) -> list[tuple[Cellule, ...]]:
    """One row an EPCI, in the order given."""
    return [
        (
            ligne.siren,
            ligne.nom,
            ligne.nature_libelle,
            ligne.regime,
            ligne.departement,
            ligne.nom_departement,
            ligne.nombre_communes,
            ligne.population_municipale,
            ligne.population_totale,
            ligne.millesime,
        )
        for ligne in epci
    ]


def rangees_communes(communes: Iterable[LigneCommune]) -> list[tuple[Cellule, ...]]:
    """One row a commune; the share is rounded to a hundredth of a per cent."""
    return [
        (
            ligne.siren,
            ligne.code_insee,
            ligne.nom,
            ligne.departement,
            ligne.population_municipale,
            ligne.population_totale,
            None if ligne.part is None else float(round(ligne.part * 100, 2)),
            "oui" if ligne.atteint_3_500 else "non",
        )
        for ligne in communes
    ]


def reponse_tableau(
    extension: str, nom: str, entetes: Sequence[str], lignes: Iterable[Sequence[Cellule]], le: date
) -> HttpResponse:
    """The table as a download named « nom-2026-11-23.xlsx » (or .csv)."""
    contenu, type_mime = (
        (_classeur(nom, entetes, lignes), XLSX)
        if extension == "xlsx"
        else (_csv(entetes, lignes), "text/csv")
    )
    reponse = HttpResponse(contenu, content_type=type_mime)
    reponse["Content-Disposition"] = f'attachment; filename="{nom}-{le.isoformat()}.{extension}"'
    return reponse


def _classeur(nom: str, entetes: Sequence[str], lignes: Iterable[Sequence[Cellule]]) -> bytes:
    tampon = io.BytesIO()
    with xlsxwriter.Workbook(tampon, {"in_memory": True, "strings_to_formulas": False}) as classeur:
        feuille = classeur.add_worksheet(nom[:31])
        feuille.write_row(0, 0, entetes, classeur.add_format({"bold": True, "text_wrap": True, "bottom": 1}))
        rang = 0
        for rang, ligne in enumerate(lignes, start=1):
            feuille.write_row(rang, 0, ligne)
        feuille.freeze_panes(1, 0)
        feuille.autofilter(0, 0, rang, len(entetes) - 1)
        feuille.autofit()
    return tampon.getvalue()


def _csv(entetes: Sequence[str], lignes: Iterable[Sequence[Cellule]]) -> bytes:
    tampon = io.StringIO()
    ecrire = csv.writer(tampon, delimiter=";", lineterminator="\r\n")
    ecrire.writerow(entetes)
    ecrire.writerows([_cellule_csv(cellule) for cellule in ligne] for ligne in lignes)
    return tampon.getvalue().encode("utf-8-sig")


def _cellule_csv(cellule: Cellule) -> str:
    """A decimal comma, and no text that a spreadsheet would run as a formula."""
    if isinstance(cellule, float):
        return str(cellule).replace(".", ",")
    texte = "" if cellule is None else str(cellule)
    return f"'{texte}" if texte.startswith(FORMULE) else texte
