"""Text cells: text typed as a number, stray spaces, control characters."""

from __future__ import annotations

import datetime as dt
import re

from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison

LONGUEUR_TEXTE = 1000
LONGUEUR_CODE = 60
_INVISIBLES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\ufeff]")
_SUITE_ESPACES = re.compile(r"[^\S\n]+")
VIDES = frozenset({"", "-", "--", "–", "—", "―", "_"})
INCONNUS = frozenset(
    {"nc", "n.c.", "n.c", "n/c", "nd", "n.d.", "n/d", "na", "n.a.", "n/a", "so", "s.o.", "s/o"}
)


def en_texte(cellule: object) -> str:
    """Any cell as clean text (« 35.0 » becomes « 35 »)."""
    if isinstance(cellule, str):
        propre = _INVISIBLES.sub("", cellule) if not cellule.isprintable() else cellule
        return _SUITE_ESPACES.sub(" ", propre).strip()
    if isinstance(cellule, bool):
        return "oui" if cellule else "non"
    if isinstance(cellule, float):
        return str(int(cellule)) if cellule.is_integer() and abs(cellule) < 1e15 else repr(cellule)
    if isinstance(cellule, dt.datetime):
        return cellule.strftime("%d/%m/%Y %H:%M")
    if isinstance(cellule, dt.date):
        return cellule.strftime("%d/%m/%Y")
    return "" if cellule is None else str(cellule)


def est_vide(cellule: object) -> bool:
    """An empty cell, or the dash accountants put for nothing."""
    return cellule is None or (isinstance(cellule, str) and en_texte(cellule) in VIDES)


def lire_texte(cellule: object) -> str | None | Anomalie:
    """Free text; a text that starts with « = » stays text."""
    texte = en_texte(cellule)
    if len(texte) > LONGUEUR_TEXTE:
        return Anomalie(Raison.HORS_BORNES, f"{len(texte)} caractères, {LONGUEUR_TEXTE} au plus")
    return texte or None


def _identifiant(cellule: object) -> str | None | Anomalie:
    texte = en_texte(cellule)
    if texte in VIDES:
        return None
    if len(texte) > LONGUEUR_CODE:
        return Anomalie(Raison.HORS_BORNES, f"{len(texte)} caractères, {LONGUEUR_CODE} au plus")
    return texte


def lire_identifiant(cellule: object) -> str | None | Anomalie:
    """An identifier, kept as typed but for its spaces."""
    return _identifiant(cellule)


def lire_code(cellule: object) -> str | None | Anomalie:
    """A service code: « rh » and « RH » are the same."""
    texte = _identifiant(cellule)
    return texte.upper() if isinstance(texte, str) else texte
