"""The axes under which action sheets are ranged."""

from django.db import models

from accord.demarche.models import Demarche
from accord.socle.droits import Acteur


class OrientationQuerySet(models.QuerySet["Orientation"]):
    """Orientations by who may see them."""

    def visibles_par(self, acteur: Acteur) -> "OrientationQuerySet":
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class Orientation(models.Model):
    """One axis of the plan, numbered within its démarche."""

    demarche = models.ForeignKey(
        Demarche, models.CASCADE, related_name="orientations", verbose_name="démarche"
    )
    numero = models.PositiveSmallIntegerField("numéro")
    titre = models.CharField("titre", max_length=200)

    objects = OrientationQuerySet.as_manager()

    class Meta:
        verbose_name = "orientation"
        ordering = ["numero"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "numero"],
                name="orientation_numero_unique",
                violation_error_message="Ce numéro d’orientation est déjà pris.",
            ),
            models.UniqueConstraint(
                fields=["demarche", "titre"],
                name="orientation_titre_unique",
                violation_error_message="Une orientation de ce titre existe déjà.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.numero}. {self.titre}"
