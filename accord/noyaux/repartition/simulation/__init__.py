"""Simulation by employer and year against « each alone »."""

from accord.noyaux.repartition.simulation.calcul import simuler
from accord.noyaux.repartition.simulation.cellule import expliquer_cellule
from accord.noyaux.repartition.simulation.entrees import (
    Employeur,
    EtatInitial,
    Hypotheses,
    LigneService,
    ScenarioSimule,
    ServiceSimule,
)
from accord.noyaux.repartition.simulation.resultat import (
    LigneContribution,
    LigneDepense,
    LigneEffectif,
    Resultat,
)

__all__ = [
    "Employeur",
    "EtatInitial",
    "Hypotheses",
    "LigneContribution",
    "LigneDepense",
    "LigneEffectif",
    "LigneService",
    "Resultat",
    "ScenarioSimule",
    "ServiceSimule",
    "expliquer_cellule",
    "simuler",
]
