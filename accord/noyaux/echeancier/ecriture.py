"""French wording of dates and delays, for explanations."""

from datetime import date

MOIS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
UNITES = {
    "ans": ("an", "ans"),
    "mois": ("mois", "mois"),
    "semaines": ("semaine", "semaines"),
    "jours": ("jour", "jours"),
    "jours_francs": ("jour franc", "jours francs"),
    "jours_ouvres": ("jour ouvré", "jours ouvrés"),
}


def en_lettres(jour: date) -> str:
    """« 1er avril 2027 »."""
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    return f"{quantieme} {MOIS[jour.month - 1]} {jour.year}"


def delai_en_lettres(valeur: int, unite: str) -> str:
    """« 3 mois », « 1 jour franc »."""
    singulier, pluriel = UNITES[unite]
    return f"{valeur} {singulier if valeur < 2 else pluriel}"
