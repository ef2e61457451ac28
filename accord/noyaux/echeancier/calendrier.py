"""The whole legal calendar of a démarche, in order of date."""

from datetime import date

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance
from accord.noyaux.echeancier.familles import budget, conseil, convention, cst, pacte, renouvellement, schema
from accord.noyaux.echeancier.regles import Referentiel, referentiel

ANNEE_MIN, ANNEE_MAX = 2001, 2093


class DateHorsCalendrier(ValueError):
    """A date so far away that no calendar makes sense."""


def calendrier(donnees: Donnees, regles: Referentiel | None = None) -> tuple[Echeance, ...]:
    """Every deadline of the term, sorted by date then code. Raises DateHorsCalendrier."""
    for jour in donnees.dates_connues():
        if not ANNEE_MIN <= jour.year <= ANNEE_MAX:
            raise DateHorsCalendrier(
                f"La date «\u202f{jour.isoformat()}\u202f» est hors du calendrier\u202f: "
                f"une année de {ANNEE_MIN} à {ANNEE_MAX} est attendue."
            )
    calculateur = Calculateur(regles or referentiel(), donnees.departement)
    du_schema = schema.echeances(calculateur, donnees)
    toutes = [
        *renouvellement.echeances(calculateur, donnees),
        *pacte.echeances(calculateur, donnees),
        *du_schema,
        *cst.echeances(calculateur, donnees),
        *conseil.echeances(calculateur, donnees),
        *convention.echeances(calculateur, donnees),
        *budget.echeances(calculateur, donnees, _approbation(donnees, du_schema)),
    ]
    return tuple(sorted(toutes, key=lambda echeance: (echeance.date, echeance.code)))


def renouvellement_par_defaut(regles: Referentiel | None = None) -> date:
    """First round of 2026: the prudent base, every deadline falls earlier than from the second round."""
    return (regles or referentiel()).regle("renouvellement_premier_tour").jour


def _approbation(donnees: Donnees, du_schema: list[Echeance]) -> date | None:
    """When the schéma exists: the known approval, else the first day on which it may be approved."""
    if donnees.approbation:
        return donnees.approbation
    return next((echeance.date for echeance in du_schema if echeance.code == "approbation_schema"), None)
