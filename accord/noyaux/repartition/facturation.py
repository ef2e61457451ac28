"""Price × quantity: each bill is rounded to the cent, the gap with the cost stays with the manager."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from accord.noyaux.repartition.cles import Cle
from accord.noyaux.repartition.erreurs import ErreurRepartition
from accord.noyaux.repartition.nombres import arrondir
from accord.noyaux.repartition.poids import Partie, Poids, poids_du_critere


def facturer(
    montant_centimes: int | None, parties: Sequence[Partie], cle: Cle, poids: Poids
) -> tuple[list[int], int, int]:
    """Bills, amount billed, and what is left to the manager when the cost is known."""
    prix = cle.prix_unitaire or Fraction()
    factures = [arrondir(prix * h) for h in poids_du_critere(cle.termes[0].critere, parties, poids)]
    total = sum(factures)
    return factures, total, 0 if montant_centimes is None else montant_centimes - total


def cout_unitaire(charges_centimes: int, unites: Fraction) -> Fraction:
    """Unit operating cost of D5211-16, exact, in centimes a unit."""
    if unites <= 0:
        raise ErreurRepartition("unites", "Le nombre d’unités de fonctionnement doit être positif.")
    return Fraction(charges_centimes) / unites
