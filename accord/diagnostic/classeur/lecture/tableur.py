"""Workbooks through calamine (XLSX, XLSB, XLS, ODS)."""

from __future__ import annotations

import io

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from accord.diagnostic.classeur.lecture.archive import TRONQUE
from accord.diagnostic.classeur.lecture.erreurs import ClasseurIllisible
from accord.diagnostic.classeur.lecture.feuille_brute import FeuilleBrute

MOT_DE_PASSE = (
    "Ce classeur est protégé par un mot de passe : "
    "enregistrez-en une copie sans mot de passe, puis renvoyez-la."
)


def _feuilles(classeur: CalamineWorkbook) -> list[FeuilleBrute]:
    return [
        FeuilleBrute(
            nom=meta.name,
            lignes=classeur.get_sheet_by_name(meta.name).to_python(skip_empty_area=False),
            cachee=meta.visible != SheetVisibleEnum.Visible,
        )
        for meta in classeur.sheets_metadata
        if meta.typ == SheetTypeEnum.WorkSheet
    ]


def lire_tableur(contenu: bytes) -> list[FeuilleBrute]:
    """Every worksheet of a workbook."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(contenu)) as classeur:
            return _feuilles(classeur)
    except PasswordError as erreur:
        raise ClasseurIllisible(MOT_DE_PASSE) from erreur
    except (CalamineError, OSError, ValueError) as erreur:
        raise ClasseurIllisible(TRONQUE) from erreur
