"""Comité social territorial: calls, papers, second sitting after a unanimous refusal, follow-up."""

from datetime import date

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance

FAMILLE = "cst"


def echeances(calculateur: Calculateur, donnees: Donnees) -> list[Echeance]:
    """Everything around the sittings already fixed and the unanimous refusals already met."""
    dates: list[Echeance] = []
    for seance in donnees.seances_cst:
        dates += autour_d_une_seance(calculateur, seance, en_urgence=donnees.cst_en_urgence)
    for refus in donnees.avis_unanimes_defavorables:
        dates += seconde_seance(calculateur, refus)
    return dates


def autour_d_une_seance(
    calculateur: Calculateur, seance: date, *, en_urgence: bool = False
) -> list[Echeance]:
    """Call, papers, minutes, written answer of one sitting."""
    convocation = "cst_convocation_urgence" if en_urgence else "cst_convocation"
    codes = (convocation, "cst_documents", "cst_proces_verbal", "cst_suites_ecrites")
    return [calculateur.echeance(code, seance, famille=FAMILLE) for code in codes]


def seconde_seance(calculateur: Calculateur, refus: date, seconde: date | None = None) -> list[Echeance]:
    """The window of the second sitting; its call is counted from `seconde`, or from the window's last day."""
    debut = calculateur.echeance("cst_seconde_seance_debut", refus, famille=FAMILLE, nature="ouverture")
    fin = calculateur.echeance("cst_seconde_seance_fin", refus, famille=FAMILLE)
    convocation = calculateur.echeance("cst_seconde_convocation", seconde or fin.date, famille=FAMILLE)
    return [debut, convocation, fin]
