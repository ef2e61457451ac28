"""The adhesion matrix: one cell per service and collectivité, a date or never, and the condition set."""

from django.db import models

from accord.demarche.models import Demarche
from accord.scenarios.models.service import ServiceScenario
from accord.territoire.models import Collectivite


class AdhesionScenario(models.Model):
    """No date means « never » (or not known yet); no row means the same, without condition."""

    service = models.ForeignKey(
        ServiceScenario, models.CASCADE, related_name="adhesions", verbose_name="service"
    )
    collectivite = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="+", verbose_name="collectivité"
    )
    date_adhesion = models.DateField("date d’adhésion", null=True, blank=True)
    condition = models.CharField("condition posée", max_length=300, blank=True)

    class Meta:
        verbose_name = "adhésion"
        constraints = [
            models.UniqueConstraint(
                fields=["service", "collectivite"],
                name="adhesion_scenario_unique",
                violation_error_message="Cette collectivité figure déjà dans le périmètre du service.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collectivite}, {self.service}"

    @property
    def demarche(self) -> Demarche:
        return self.service.demarche
