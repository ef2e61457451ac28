"""The renewal itself, the installation of the council, the CST elections, the next renewal."""

from datetime import date

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance

FAMILLE = "mandat"


def fin_du_mandat(calculateur: Calculateur, renouvellement: date) -> Echeance:
    """The next general renewal, month certain, day indicative."""
    return calculateur.echeance("prochain_renouvellement", renouvellement, famille=FAMILLE, nature="repere")


def echeances(calculateur: Calculateur, donnees: Donnees) -> list[Echeance]:
    """The frame of the term."""
    installation = calculateur.echeance("installation_conseil", donnees.renouvellement, famille=FAMILLE)
    fin = fin_du_mandat(calculateur, donnees.renouvellement)
    elections = calculateur.date_fixe("elections_cst", famille="cst")
    retenues = [installation, fin]
    if donnees.renouvellement <= elections.date < fin.date:
        retenues.append(elections)
    return retenues
