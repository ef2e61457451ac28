"""Choices of the scenarios and the table of allowed transitions."""

from django.db import models


class StatutScenario(models.TextChoices):
    """Life of a scenario. A draft is seen by the steering team only; a chosen one no longer moves."""

    BROUILLON = "brouillon", "Brouillon"
    PRESENTE = "presente", "Présenté"
    RETENU = "retenu", "Retenu"
    ECARTE = "ecarte", "Écarté"


TRANSITIONS_SCENARIO = {
    StatutScenario.BROUILLON: (StatutScenario.PRESENTE, StatutScenario.RETENU, StatutScenario.ECARTE),
    StatutScenario.PRESENTE: (StatutScenario.BROUILLON, StatutScenario.RETENU, StatutScenario.ECARTE),
    StatutScenario.ECARTE: (StatutScenario.BROUILLON, StatutScenario.PRESENTE),
    StatutScenario.RETENU: (),
}


class Financement(models.TextChoices):
    """How the contributions are paid."""

    REMBOURSEMENT = "remboursement", "Remboursement"
    IMPUTATION_AC = "imputation_ac", "Imputation sur l’attribution de compensation"
