"""Time: days of presence in a year, and indexation coefficients."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from accord.noyaux.repartition.nombres import arrondir

MILLIONIEME = 1_000_000


def jours_de_l_annee(annee: int) -> int:
    return (date(annee + 1, 1, 1) - date(annee, 1, 1)).days


def jours_de_presence(date_adhesion: date, annee: int) -> int:
    """Days from the joining date (included) to 31 December: pro rata temporis in days."""
    debut = max(date_adhesion, date(annee, 1, 1))
    return max((date(annee + 1, 1, 1) - debut).days, 0)


def coefficient(inflation: Fraction, annee_reference: int, annee: int) -> int:
    """(1 + inflation) ^ elapsed years, in millionths (rounded once, so that all cells share it)."""
    ecart = max(annee - annee_reference, 0)
    return arrondir((1 + inflation) ** ecart * MILLIONIEME)
