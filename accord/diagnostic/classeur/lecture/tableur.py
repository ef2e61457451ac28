"""Workbooks through calamine (XLSX, XLSB, XLS, ODS)."""

from __future__ import annotations

import io
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from accord.diagnostic.classeur.lecture.archive import TRONQUE
from accord.diagnostic.classeur.lecture.erreurs import ClasseurIllisible
from accord.diagnostic.classeur.lecture.feuille_brute import FeuilleBrute

FUSIONS_MAXI = 10_000
MOT_DE_PASSE = (
    "Ce classeur est protégé par un mot de passe\u202f: "
    "enregistrez-en une copie sans mot de passe, puis renvoyez-la."
)


def _feuilles(classeur: CalamineWorkbook) -> list[FeuilleBrute]:
    return [
        FeuilleBrute(
            nom=meta.name,
            lignes=_lignes(classeur.get_sheet_by_name(meta.name)),
            cachee=meta.visible != SheetVisibleEnum.Visible,
        )
        for meta in classeur.sheets_metadata
        if meta.typ == SheetTypeEnum.WorkSheet
    ]


def _lignes(feuille: CalamineSheet) -> list[list[Any]]:
    """The rows, a cell merged over several lines being worth for each of them."""
    lignes: list[list[Any]] = feuille.to_python(skip_empty_area=False)
    for (haut, gauche), (bas, _droite) in (feuille.merged_cell_ranges or ())[:FUSIONS_MAXI]:
        for rang in range(haut + 1, min(bas + 1, len(lignes))):
            if gauche < len(lignes[rang]) and lignes[rang][gauche] == "":
                lignes[rang][gauche] = lignes[haut][gauche]
    return lignes


def lire_tableur(contenu: bytes) -> list[FeuilleBrute]:
    """Every worksheet of a workbook."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(contenu)) as classeur:
            return _feuilles(classeur)
    except PasswordError as erreur:
        raise ClasseurIllisible(MOT_DE_PASSE) from erreur
    except (CalamineError, OSError, ValueError) as erreur:
        raise ClasseurIllisible(TRONQUE) from erreur
