"""Writes of the plan."""

from accord.plan.services.changer_etat import TransitionInterdite, changer_etat_fiche
from accord.plan.services.creer_plan import PlanCree, ScenarioFige, creer_plan_depuis_schema
from accord.plan.services.etapes import (
    EtapeImpossible,
    ajouter_etape,
    realiser_etape,
    reporter_etape,
    retirer_etape,
    rouvrir_etape,
)
from accord.plan.services.fiches import DonneesFiche, creer_fiche_action, modifier_fiche_action
from accord.plan.services.orientations import creer_orientation, renommer_orientation

__all__ = [
    "DonneesFiche",
    "EtapeImpossible",
    "PlanCree",
    "ScenarioFige",
    "TransitionInterdite",
    "ajouter_etape",
    "changer_etat_fiche",
    "creer_fiche_action",
    "creer_orientation",
    "creer_plan_depuis_schema",
    "modifier_fiche_action",
    "realiser_etape",
    "renommer_orientation",
    "reporter_etape",
    "retirer_etape",
    "rouvrir_etape",
]
