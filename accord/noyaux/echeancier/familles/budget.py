"""Budget, orientation debate, annual communication on the schéma, annual unit cost."""

from datetime import date

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance
from accord.noyaux.echeancier.familles.renouvellement import fin_du_mandat

FAMILLE = "budget"


def echeances(calculateur: Calculateur, donnees: Donnees, approbation: date | None) -> list[Echeance]:
    """For each budget of the term after the renewal: debate window, communication once a schéma exists."""
    dates: list[Echeance] = []
    for annee in _annees(calculateur, donnees):
        budget, connus = _budget(calculateur, donnees, annee)
        dates += connus
        dates.append(_dob(calculateur, donnees, budget))
        if approbation and budget > approbation:
            dates.append(_communication(calculateur, donnees, budget))
        if any(signature.year < annee for signature in donnees.signatures):
            dates.append(calculateur.echeance("cout_unitaire_annuel", budget, famille="convention"))
    return dates


def _annees(calculateur: Calculateur, donnees: Donnees) -> range:
    """Budgets of the years that follow the renewal, up to the one of the next renewal excluded."""
    fin = fin_du_mandat(calculateur, donnees.renouvellement).date
    return range(donnees.renouvellement.year + 1, fin.year)


def _budget(calculateur: Calculateur, donnees: Donnees, annee: int) -> tuple[date, list[Echeance]]:
    """The vote's real date when it is known, else the legal limit (which is then a deadline to show)."""
    reel = next((vote for vote in donnees.budgets if vote.year == annee), None)
    if reel:
        return reel, []
    limite = calculateur.jour_annuel("budget_limite", annee, famille=FAMILLE)
    return limite.date, [limite]


def _dob(calculateur: Calculateur, donnees: Donnees, budget: date) -> Echeance:
    return calculateur.echeance(
        donnees.regle_dob, budget, famille=FAMILLE, nature="ouverture", code="dob_ouverture"
    )


def _communication(calculateur: Calculateur, donnees: Donnees, budget: date) -> Echeance:
    """At the debate when its date is known, else at the budget vote at the latest."""
    jour = (
        donnees.dob if donnees.dob and donnees.dob.year == budget.year and donnees.dob <= budget else budget
    )
    return calculateur.echeance("communication_annuelle", jour, famille=FAMILLE)
