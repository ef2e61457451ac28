"""Dates that the territory sets or learns; the legal calendar is recomputed from them."""

from django.db import models

from accord.demarche.enums import NatureJalon
from accord.demarche.models.demarche import Demarche
from accord.socle.droits import Acteur


class JalonQuerySet(models.QuerySet["Jalon"]):
    """Jalons by who may see them."""

    def visibles_par(self, acteur: Acteur) -> "JalonQuerySet":
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class Jalon(models.Model):
    """One known date of one kind."""

    demarche = models.ForeignKey(Demarche, models.CASCADE, related_name="jalons", verbose_name="démarche")
    nature = models.CharField("nature", max_length=30, choices=NatureJalon.choices)
    date_jalon = models.DateField("date")
    precision = models.CharField("précision", max_length=200, blank=True)

    objects = JalonQuerySet.as_manager()

    class Meta:
        verbose_name = "date connue"
        verbose_name_plural = "dates connues"
        ordering = ["date_jalon", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "nature", "date_jalon"],
                name="jalon_unique",
                violation_error_message="Cette date est déjà connue.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_nature_display()} : {self.date_jalon:%d/%m/%Y}"
