"""Labels as people write them: compared without case, accents, units, punctuation or little words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

PETITS_MOTS = frozenset({
    "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "en", "par", "et", "un", "une",
    "pour", "dans", "sur", "n", "no", "num", "numero",
})  # fmt: skip
MOTS_UNITE = frozenset({
    "eur", "euro", "euros", "eu", "ke", "keuros", "milliers", "pourcent", "pourcentage", "m2", "mois",
    "annee", "ttc", "ht", "0", "1", "5", "100", "pseudonyme",
})  # fmt: skip
_MOT = re.compile(r"[a-z0-9]+")
_PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_MILLIERS = re.compile(r"k\s*€|k\s*eur|milliers", re.IGNORECASE)
_ESPACES = re.compile(r"\s+")


@cache
def sans_accent(texte: str) -> str:
    """Lower case, accents and ligatures folded, every kind of space reduced to one."""
    plie = unicodedata.normalize("NFKD", texte.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
    plie = "".join(c for c in plie if not unicodedata.combining(c)).casefold()
    return _ESPACES.sub(" ", plie).strip()


def _singulier(mot: str) -> str:
    return mot[:-1] if len(mot) > 3 and mot[-1] in "sx" else mot


def mots(texte: str) -> tuple[str, ...]:
    """The meaningful words of a label, in the singular."""
    trouves = _MOT.findall(sans_accent(texte))
    utiles = [m for m in trouves if m not in PETITS_MOTS] or trouves
    return tuple(_singulier(m) for m in utiles)


@cache
def signatures(libelle: str) -> tuple[frozenset[str], ...]:
    """The ways of reading a label, from the most faithful to the barest (units dropped)."""
    complet = mots(libelle)
    sans_parentheses = mots(_PARENTHESES.sub(" ", libelle))
    sans_unite = tuple(m for m in sans_parentheses if m not in MOTS_UNITE)
    formes = [frozenset(f) for f in (complet, sans_parentheses, sans_unite) if f]
    return tuple(dict.fromkeys(formes))


def en_milliers(libelle: str) -> bool:
    """Is the column in thousands of euros (« Coût direct (k€) »)?"""
    return bool(_MILLIERS.search(libelle))


def en_pourcent(libelle: str) -> bool:
    """Is the column in percent (« Quotité (%) »)?"""
    return "%" in libelle or "pourcent" in sans_accent(libelle)
