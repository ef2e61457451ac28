"""Largest remainder: whole centimes that sum to the total, whatever the order of the parties."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from accord.noyaux.repartition.nombres import en_entiers


def plus_fort_reste(total: int, poids: Sequence[int], sirens: Sequence[str]) -> list[int]:
    """Share `total` in proportion to whole weights.

    Ties: the larger weight first, then the smaller SIREN. A credit (negative total) is the exact
    mirror of the same charge.
    """
    if total < 0:
        return [-part for part in plus_fort_reste(-total, poids, sirens)]
    somme = sum(poids)
    parts, restes = [], []
    for valeur in poids:
        quotient, reste = divmod(total * valeur, somme)
        parts.append(quotient)
        restes.append(reste)
    manquants = total - sum(parts)
    if manquants:
        ordre = sorted(range(len(parts)), key=lambda i: (-restes[i], -poids[i], sirens[i]))
        for indice in ordre[:manquants]:
            parts[indice] += 1
    return parts


def arrondir_quotas(total: int, quotas: list[Fraction], sirens: Sequence[str]) -> list[int]:
    """Round exact quotas that already sum to `total`; a quota that is whole stays as it is."""
    entiers = en_entiers(quotas)
    return plus_fort_reste(total, entiers, sirens) if total else [0] * len(quotas)
