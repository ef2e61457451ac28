"""CSV as spreadsheets write them in France: BOM or not, `;`, cp1252, quotes."""

from __future__ import annotations

import csv
import io

from accord.diagnostic.classeur.lecture.erreurs import ClasseurIllisible
from accord.diagnostic.classeur.lecture.feuille_brute import FeuilleBrute
from accord.diagnostic.classeur.lecture.limites import LIGNES_MAXI

_SEPARATEURS = ";,\t|"
_GARDES = frozenset("=+-@\t\r")


def decoder(contenu: bytes) -> str:
    """Text of a file in UTF-8 or UTF-16 (with or without mark), else in the Western code page."""
    if contenu.startswith((b"\xff\xfe", b"\xfe\xff")):
        return contenu.decode("utf-16")
    try:
        return contenu.decode("utf-8-sig")
    except UnicodeDecodeError:
        return contenu.decode("cp1252", errors="replace")


def _separateur(texte: str) -> str:
    """The separator that cuts the first lines in the most columns."""
    debut = [ligne for ligne in texte.splitlines()[:60] if ligne.strip()]
    return max(_SEPARATEURS, key=lambda s: max((ligne.count(s) for ligne in debut), default=0))


def _sans_garde(cellule: str) -> str:
    """Remove the quote an export puts before a text that a spreadsheet would take for a formula."""
    return cellule[1:] if cellule[:1] == "'" and cellule[1:2] in _GARDES else cellule


def lire_csv(contenu: bytes, nom: str) -> FeuilleBrute:
    """One CSV file is one sheet."""
    try:
        texte = decoder(contenu)
    except UnicodeDecodeError as erreur:
        raise ClasseurIllisible(
            "L’encodage de ce fichier texte n’a pas été reconnu\u202f: enregistrez-le en CSV UTF-8."
        ) from erreur
    if "\x00" in texte:
        raise ClasseurIllisible("Ce fichier n’est ni un classeur ni un fichier CSV.")
    lignes: list[list[str]] = []
    try:
        for ligne in csv.reader(io.StringIO(texte, newline=""), delimiter=_separateur(texte)):
            lignes.append([_sans_garde(cellule) for cellule in ligne])
            if len(lignes) > LIGNES_MAXI:
                raise ClasseurIllisible(
                    "Ce fichier CSV dépasse 200 000 lignes\u202f: répartissez-les dans plusieurs fichiers."
                )
    except csv.Error as erreur:
        raise ClasseurIllisible(
            "Ce fichier CSV est mal formé\u202f: des guillemets ne sont pas refermés."
        ) from erreur
    return FeuilleBrute(nom=nom, lignes=lignes)
