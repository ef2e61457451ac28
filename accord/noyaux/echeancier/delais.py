"""Arithmetic of legal delays: months, clear days. Pure functions on dates, no rule of law inside."""

from calendar import monthrange
from datetime import date, timedelta


def ajouter_mois(depart: date, mois: int) -> date:
    """Same day of the month, `mois` later (or earlier); a missing day becomes the month's last day.

    >>> ajouter_mois(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    annee, rang = divmod(depart.year * 12 + depart.month - 1 + mois, 12)
    return date(annee, rang + 1, min(depart.day, monthrange(annee, rang + 1)[1]))


def jour_absent(depart: date, mois: int) -> bool:
    """Whether adding `mois` had to fall back on the last day of the month."""
    return ajouter_mois(depart, mois).day != depart.day


def dernier_depart(limite: date, mois: int) -> date:
    """The latest day from which `mois` months end on `limite` at the latest."""
    depart = ajouter_mois(limite, -mois)
    while ajouter_mois(depart + timedelta(days=1), mois) <= limite:
        depart += timedelta(days=1)
    return depart


def ajouter_jours(depart: date, jours: int) -> date:
    """Plain calendar days."""
    return depart + timedelta(days=jours)


def ajouter_jours_francs(depart: date, jours: int) -> date:
    """First day on which `jours` clear days have passed: neither end counts."""
    return depart + timedelta(days=jours + 1)


def retrancher_jours_francs(echeance: date, jours: int) -> date:
    """Latest day that leaves `jours` clear days before `echeance`: neither end counts."""
    return echeance - timedelta(days=jours + 1)
