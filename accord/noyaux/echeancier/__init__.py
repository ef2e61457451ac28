"""Legal calendar: from the general renewal to every date of the démarche, each explained and sourced."""

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.calendrier import DateHorsCalendrier, calendrier, renouvellement_par_defaut
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance, Explication
from accord.noyaux.echeancier.regles import Referentiel, Regle, RegleInconnue, referentiel

__all__ = [
    "Calculateur",
    "DateHorsCalendrier",
    "Donnees",
    "Echeance",
    "Explication",
    "Referentiel",
    "Regle",
    "RegleInconnue",
    "calendrier",
    "referentiel",
    "renouvellement_par_defaut",
]
