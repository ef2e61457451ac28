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
    changer_statut,
    creer_scenario,
    dupliquer_scenario,
    modifier_scenario,
)
from accord.scenarios.services.services import choisir_services, regler_service

__all__ = [
    "CelluleEnConflit",
    "ConflitModification",
    "ConflitPerimetre",
    "FormeRefusee",
    "Saisie",
    "changer_statut",
    "choisir_services",
    "creer_scenario",
    "dupliquer_scenario",
    "modifier_perimetre",
    "modifier_scenario",
    "regler_service",
    "retenir_scenario",
]
