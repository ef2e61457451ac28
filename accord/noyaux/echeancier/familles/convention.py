"""After a signature or a transfer: unit cost of the first year, evaluation of charges."""

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance

FAMILLE = "convention"


def echeances(calculateur: Calculateur, donnees: Donnees) -> list[Echeance]:
    """Three months after each signature; nine months after each transfer."""
    couts = [
        calculateur.echeance("cout_unitaire_premiere_annee", jour, famille=FAMILLE)
        for jour in donnees.signatures
    ]
    clect = [calculateur.echeance("clect_rapport", jour, famille=FAMILLE) for jour in donnees.transferts]
    return couts + clect
