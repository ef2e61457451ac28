"""Sittings of the council of the EPCI and its annual activity report."""

from datetime import date

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance
from accord.noyaux.echeancier.familles.renouvellement import fin_du_mandat

FAMILLE = "conseil"


def cinq_jours_francs(calculateur: Calculateur, populations: tuple[int | None, ...]) -> bool:
    """Whether some commune reaches the threshold; an unknown population counts as reaching it (prudence)."""
    seuil = calculateur.referentiel.regle("conseil_seuil_habitants").nombre
    return any(population is None or population >= seuil for population in populations)


def convocation(calculateur: Calculateur, seance: date, *, cinq_jours: bool) -> Echeance:
    """Latest call of a sitting."""
    code = "conseil_convocation_5" if cinq_jours else "conseil_convocation_3"
    return calculateur.echeance(code, seance, famille=FAMILLE, code="conseil_convocation")


def echeances(calculateur: Calculateur, donnees: Donnees) -> list[Echeance]:
    """Calls of the known sittings, and the activity report of each year of the term."""
    convocations = [
        convocation(calculateur, seance, cinq_jours=donnees.cinq_jours_francs)
        for seance in donnees.seances_conseil
    ]
    fin = fin_du_mandat(calculateur, donnees.renouvellement).date
    rapports = [
        calculateur.jour_annuel("rapport_activite", annee, famille=FAMILLE)
        for annee in range(donnees.renouvellement.year, fin.year + 1)
    ]
    return convocations + [rapport for rapport in rapports if donnees.renouvellement <= rapport.date < fin]
