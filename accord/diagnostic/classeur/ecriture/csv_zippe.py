"""The same rows as CSV files in one archive: BOM, `;`, decimal comma, formulas disarmed by a quote."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

from accord.diagnostic.classeur.colonnes import SchemaFeuille
from accord.diagnostic.classeur.ecriture.cellules import valeur_exportee
from accord.diagnostic.classeur.feuilles import FEUILLES

DANGEREUX = ("=", "+", "-", "@", "\t", "\r")


def _en_texte(valeur: str | float | date | None) -> str:
    if isinstance(valeur, str):
        return f"'{valeur}" if valeur.startswith(DANGEREUX) else valeur
    if isinstance(valeur, date):
        return valeur.strftime("%d/%m/%Y")
    if valeur is None:
        return ""
    return (f"{valeur:.0f}" if valeur.is_integer() else repr(valeur)).replace(".", ",")


def _csv(schema: SchemaFeuille, lignes: Iterable[Mapping[str, object]]) -> str:
    flux = io.StringIO()
    redacteur = csv.writer(flux, delimiter=";")
    redacteur.writerow([colonne.libelle for colonne in schema.colonnes])
    for ligne in lignes:
        redacteur.writerow([_en_texte(valeur_exportee(c, ligne.get(c.code))) for c in schema.colonnes])
    return flux.getvalue()


def ecrire_csv_zippe(lignes: Mapping[str, Iterable[Mapping[str, object]]]) -> bytes:
    """An archive of five CSV files."""
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as archive:
        for schema in FEUILLES:
            contenu = _csv(schema, lignes.get(schema.nom, ()))
            archive.writestr(f"{schema.nom}.csv", contenu.encode("utf-8-sig"))
    return flux.getvalue()
