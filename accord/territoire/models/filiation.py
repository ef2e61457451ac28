"""Which collectivités a new one takes over from."""

from django.db import models
from django.db.models import F, Q

from accord.territoire.enums import MotifFiliation
from accord.territoire.models.collectivite import Collectivite


class Filiation(models.Model):
    """One link between a new collectivité and one that it follows."""

    nouvelle = models.ForeignKey(
        Collectivite, models.CASCADE, related_name="origines", verbose_name="nouvelle"
    )
    ancienne = models.ForeignKey(Collectivite, models.PROTECT, related_name="suites", verbose_name="ancienne")
    date_effet = models.DateField("date d’effet")
    motif = models.CharField("motif", max_length=20, choices=MotifFiliation.choices)

    class Meta:
        verbose_name = "filiation"
        ordering = ["date_effet", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nouvelle", "ancienne"],
                name="filiation_unique",
                violation_error_message="Cette filiation est déjà connue.",
            ),
            models.CheckConstraint(
                condition=~Q(nouvelle=F("ancienne")),
                name="filiation_entre_deux_collectivites",
                violation_error_message="Une collectivité ne succède pas à elle-même.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ancienne} → {self.nouvelle}"
