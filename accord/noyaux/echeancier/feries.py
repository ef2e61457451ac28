"""Local public holidays and working days, by département (Alsace-Moselle and overseas have their own)."""

from datetime import date, timedelta
from functools import cache

import holidays

SUBDIVISIONS = {
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "971": "971",
    "972": "972",
    "973": "973",
    "974": "974",
    "976": "976",
    "975": "PM",
    "977": "BL",
    "978": "MF",
    "986": "WF",
    "987": "PF",
    "988": "NC",
}
SAMEDI, DIMANCHE = 5, 6
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@cache
def jours_feries(annee: int, departement: str | None = None) -> dict[date, str]:
    """Public holidays of a year with their French names, those of the département included."""
    subdivision = SUBDIVISIONS.get(departement or "")
    connus = holidays.country_holidays("FR", subdiv=subdivision, years=annee, language="fr")
    return {jour: nom.replace("'", "’") for jour, nom in connus.items()}


def motif_non_ouvre(jour: date, departement: str | None = None) -> str | None:
    """Why this is no working day (« samedi », « dimanche », or the holiday's name), else None."""
    ferie = jours_feries(jour.year, departement).get(jour)
    if ferie:
        return f"jour férié\u202f: {ferie}"
    return JOURS[jour.weekday()] if jour.weekday() in (SAMEDI, DIMANCHE) else None


def est_ouvre(jour: date, departement: str | None = None) -> bool:
    """Monday to Friday, holidays excluded."""
    return motif_non_ouvre(jour, departement) is None


def jour_ouvre_suivant(jour: date, departement: str | None = None) -> date:
    """The day itself when it is worked, else the next worked one."""
    while not est_ouvre(jour, departement):
        jour += timedelta(days=1)
    return jour


def jour_ouvre_precedent(jour: date, departement: str | None = None) -> date:
    """The day itself when it is worked, else the last worked one before."""
    while not est_ouvre(jour, departement):
        jour -= timedelta(days=1)
    return jour


def ajouter_jours_ouvres(depart: date, jours: int, departement: str | None = None) -> date:
    """The date `jours` working days later (earlier when negative)."""
    pas = timedelta(days=1 if jours >= 0 else -1)
    jour, reste = depart, abs(jours)
    while reste:
        jour += pas
        reste -= est_ouvre(jour, departement)
    return jour
