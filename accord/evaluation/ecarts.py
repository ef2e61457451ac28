"""The gap between what was aimed at and what was found, in a sign and in words."""

from dataclasses import dataclass
from fractions import Fraction

from accord.evaluation.enums import SensIndicateur, Unite
from accord.socle.interface.formats import MOINS, TIRET, montant_rond, nombre, pourcent

SEUIL_CONFORME = Fraction(1, 100)
"""Within one percent of the objective, a value is in line with it."""

SUFFIXES = {
    Unite.ETP: "\u202fETP",
    Unite.POURCENT: "\u202f%",
    Unite.JOURS: "\u202fjours",
    Unite.NOTE: "\u202fsur 10",
}


@dataclass(frozen=True)
class Ecart:
    """A gap: how much, which way (arrow), and how to read it; `lecture` is a status of the interface."""

    centiemes: int
    relatif: Fraction | None
    fleche: str
    lecture: str
    mot: str
    texte: str


LECTURES = {
    "conforme": ("succes", "conforme"),
    "mieux": ("succes", "mieux que l’objectif"),
    "moins": ("attention", "moins bien que l’objectif"),
}


def valeur_affichee(centiemes: int | None, unite: str) -> str:
    """« 12 345 € », « 3,5 ETP », « 12,5 % »; « — » for what is unknown."""
    if centiemes is None:
        return TIRET
    if unite == Unite.EUROS:
        return montant_rond(centiemes)
    return f"{nombre(Fraction(centiemes, 100))}{SUFFIXES.get(Unite(unite), '')}"


def ecart_entre(objectif: int | None, mesure: int | None, *, sens: str, unite: str) -> Ecart | None:
    """The gap of a measure to its objective; None when one of them is unknown."""
    if objectif is None or mesure is None:
        return None
    difference = mesure - objectif
    relatif = Fraction(difference, abs(objectif)) if objectif else None
    statut, mot = LECTURES[_lecture(difference, relatif, sens)]
    fleche = "=" if difference == 0 else "▲" if difference > 0 else "▼"
    return Ecart(difference, relatif, fleche, statut, mot, _texte(difference, relatif, unite, mot, fleche))


def _lecture(difference: int, relatif: Fraction | None, sens: str) -> str:
    if difference == 0 or (relatif is not None and abs(relatif) <= SEUIL_CONFORME):
        return "conforme"
    if sens == SensIndicateur.CIBLE:
        return "moins"
    favorable = difference > 0 if sens == SensIndicateur.HAUSSE else difference < 0
    return "mieux" if favorable else "moins"


def _texte(difference: int, relatif: Fraction | None, unite: str, mot: str, fleche: str) -> str:
    if difference == 0:
        return f"= {mot}"
    signe = "+" if difference > 0 else MOINS
    valeur = valeur_affichee(abs(difference), unite)
    part = f" ({signe}{pourcent(abs(relatif))})" if relatif is not None else ""
    return f"{fleche} {signe}{valeur}{part}, {mot}"
