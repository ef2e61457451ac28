"""The XLSX workbook: canonical headers, lists to choose from, text cells that can never run as formulas."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from accord.diagnostic.classeur.colonnes import Colonne, Genre, SchemaFeuille
from accord.diagnostic.classeur.ecriture.cellules import valeur_exportee
from accord.diagnostic.classeur.ecriture.notices import ecrire_dictionnaire, ecrire_lisez_moi
from accord.diagnostic.classeur.feuilles import FEUILLES

Ligne = Mapping[str, object]
_LIGNES_GUIDEES = 2000
"""Rows under the header that offer the lists of choices."""
_FORMATS = {
    Genre.MONTANT: "#,##0.00",
    Genre.NOMBRE: "#,##0.00####",
    Genre.PART: "0.00##",
    Genre.POURCENT: "0.##",
    Genre.DATE: "dd/mm/yyyy",
    Genre.ENTIER: "0",
    Genre.ANNEE: "0",
}
_LARGEURS = {Genre.TEXTE: 28, Genre.SIREN: 13, Genre.MONTANT: 16, Genre.DATE: 13}


def ecrire_classeur(
    lignes: Mapping[str, Iterable[Ligne]], noms: Mapping[str, str], *, titre: str, consigne: str = ""
) -> bytes:
    """The workbook holding `lignes` by sheet; `noms` maps the accepted SIREN to their names."""
    flux = io.BytesIO()
    with Workbook(
        flux, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as classeur:
        classeur.set_properties({"title": titre, "comments": "Modèle et export du diagnostic partagé."})
        ecrire_lisez_moi(classeur, noms, titre=titre, consigne=consigne)
        for schema in FEUILLES:
            _ecrire_feuille(classeur, schema, lignes.get(schema.nom, ()), noms)
        ecrire_dictionnaire(classeur)
    return flux.getvalue()


def _ecrire_feuille(
    classeur: Workbook, schema: SchemaFeuille, lignes: Iterable[Ligne], noms: Mapping[str, str]
) -> None:
    feuille = classeur.add_worksheet(schema.nom)
    obligatoire = classeur.add_format(
        {"bold": True, "bg_color": "#1F4E79", "font_color": "white", "text_wrap": True, "border": 1}
    )
    facultatif = classeur.add_format({"bold": True, "bg_color": "#DDEBF7", "text_wrap": True, "border": 1})
    formats = [_format(classeur, colonne) for colonne in schema.colonnes]
    for position, colonne in enumerate(schema.colonnes):
        feuille.set_column(position, position, _LARGEURS.get(colonne.genre, 14), formats[position])
        feuille.write_string(0, position, colonne.libelle, obligatoire if colonne.obligatoire else facultatif)
        if colonne.aide:
            feuille.write_comment(0, position, colonne.aide)
        _guider(feuille, position, colonne, noms)
    feuille.freeze_panes(1, 0)
    for rang, ligne in enumerate(lignes, 1):
        for position, colonne in enumerate(schema.colonnes):
            _ecrire_cellule(
                feuille, rang, position, valeur_exportee(colonne, ligne.get(colonne.code)), formats[position]
            )
    feuille.autofilter(0, 0, max(1, feuille.dim_rowmax or 0), len(schema.colonnes) - 1)


def _format(classeur: Workbook, colonne: Colonne) -> Format:
    return classeur.add_format({"num_format": _FORMATS.get(colonne.genre, "@")})


def _ecrire_cellule(
    feuille: Worksheet, rang: int, position: int, valeur: str | float | date | None, style: Format
) -> None:
    if isinstance(valeur, str):
        feuille.write_string(rang, position, valeur, style)
    elif isinstance(valeur, date):
        feuille.write_datetime(rang, position, valeur, style)
    elif valeur is not None:
        feuille.write_number(rang, position, valeur, style)


def _guider(feuille: Worksheet, position: int, colonne: Colonne, noms: Mapping[str, str]) -> None:
    """Lists of choices and bounds, as hints: the import decides."""
    regle: dict[str, object]
    if colonne.choix:
        regle = {"validate": "list", "source": list(colonne.choix)}
    elif colonne.genre == Genre.SIREN:
        regle = {"validate": "list", "source": f"='Lisez-moi'!$D$2:$D${len(noms) + 1}"}
    elif (
        colonne.genre in (Genre.PART, Genre.ENTIER) and colonne.mini is not None and colonne.maxi is not None
    ):
        genre = "decimal" if colonne.genre == Genre.PART else "integer"
        mini, maxi = float(colonne.mini), float(colonne.maxi)
        regle = {"validate": genre, "criteria": "between", "minimum": mini, "maximum": maxi}
    else:
        return
    message = {
        "error_type": "warning",
        "input_title": colonne.libelle[:32],
        "input_message": colonne.aide[:255],
    }
    feuille.data_validation(1, position, _LIGNES_GUIDEES, position, regle | message)
