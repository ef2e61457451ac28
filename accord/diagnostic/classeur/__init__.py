"""The diagnostic workbook: read, check, total and write it. Knows nothing of Django."""

from accord.diagnostic.classeur.lecture import ClasseurIllisible
from accord.diagnostic.classeur.rapport import FeuilleControlee, Rapport, Refus, Totaux
from accord.diagnostic.classeur.verification import verifier_classeur, verifier_feuilles

__all__ = [
    "ClasseurIllisible",
    "FeuilleControlee",
    "Rapport",
    "Refus",
    "Totaux",
    "verifier_classeur",
    "verifier_feuilles",
]
