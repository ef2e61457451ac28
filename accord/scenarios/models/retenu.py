"""The chosen scenario, frozen: what the schéma reads."""

from django.db import models

from accord.demarche.models import Decision, Demarche
from accord.scenarios.models.scenario import Scenario
from accord.socle.droits import Acteur
from accord.socle.instantanes import Instantane, InstantaneQuerySet


class ScenarioRetenuQuerySet(InstantaneQuerySet):
    """Chosen scenarios by who may see them."""

    def visibles_par(self, acteur: Acteur) -> "ScenarioRetenuQuerySet":
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class ScenarioRetenu(Instantane):
    """Content in the format `accord/scenario/1`; one version a decision."""

    demarche = models.ForeignKey(
        Demarche, models.PROTECT, related_name="scenarios_retenus", verbose_name="démarche"
    )
    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="retenus", verbose_name="scénario")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+", verbose_name="décision")

    objects = ScenarioRetenuQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "scénario retenu"
        verbose_name_plural = "scénarios retenus"
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "version"],
                name="scenario_retenu_version_unique",
                violation_error_message="Cette version existe déjà.",
            ),
            models.UniqueConstraint(
                fields=["scenario", "decision"],
                name="scenario_retenu_decision_unique",
                violation_error_message="Cette décision a déjà retenu ce scénario.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scenario} (version {self.version})"
