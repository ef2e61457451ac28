"""Writes of the scenarios: one verb a function."""

from accord.scenarios.services.conflits import (
    CelluleEnConflit,
    ConflitModification,
    ConflitPerimetre,
    FormeRefusee,
)
from accord.scenarios.services.perimetre import Saisie, modifier_perimetre
from accord.scenarios.services.retenir import retenir_scenario
from accord.scenarios.services.scenarios import (
    creer_scenario,
    dupliquer_scenario,
    modifier_scenario,
    modifier_statut,
)
from accord.scenarios.services.services import choisir_service, definir_service

__all__ = [
    "CelluleEnConflit",
    "ConflitModification",
    "ConflitPerimetre",
    "FormeRefusee",
    "Saisie",
    "choisir_service",
    "creer_scenario",
    "definir_service",
    "dupliquer_scenario",
    "modifier_perimetre",
    "modifier_scenario",
    "modifier_statut",
    "retenir_scenario",
]
