"""The period that a page of results shows: one year, or all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CUMUL = "cumul"


class PeriodeInconnue(ValueError):
    """The address asks for a year that is not simulated."""


@dataclass(frozen=True)
class Periode:
    """`rangs` are positions among the years of a simulation; staff is read at the last one."""

    code: str
    libelle: str
    annees: tuple[int, ...]

    def rangs(self, annees: Sequence[int]) -> list[int]:
        return [annees.index(annee) for annee in self.annees]


def periodes(annees: Sequence[int]) -> list[Periode]:
    """What may be chosen: each year, then the sum."""
    choix = [Periode(str(annee), str(annee), (annee,)) for annee in annees]
    if len(annees) > 1:
        choix.append(Periode(CUMUL, f"Cumul {annees[0]}-{annees[-1]}", tuple(annees)))
    return choix


def periode_de(annees: Sequence[int], demandee: str | None) -> Periode:
    """The period asked for, the last year by default. Raises PeriodeInconnue."""
    if not demandee:
        return Periode(str(annees[-1]), str(annees[-1]), (annees[-1],))
    for periode in periodes(annees):
        if periode.code == demandee:
            return periode
    raise PeriodeInconnue(demandee)
