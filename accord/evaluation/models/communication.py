"""The annual communication on the schéma's progress: texts in preparation, then frozen versions."""

from typing import Self

from django.db import models
from django.urls import reverse

from accord.demarche.models import Demarche
from accord.socle.droits import Acteur
from accord.socle.instantanes import Instantane, InstantaneQuerySet


class BrouillonCommunication(models.Model):
    """Texts being written for a year: kept until the next freezing, and after it."""

    demarche = models.ForeignKey(
        Demarche, models.CASCADE, related_name="brouillons_communication", verbose_name="démarche"
    )
    annee = models.PositiveSmallIntegerField("année")
    date_presentation = models.DateField("présentée le", null=True, blank=True)
    introduction = models.TextField("introduction", blank=True)
    point_rh = models.TextField("point sur les ressources humaines", blank=True)
    suites = models.TextField("prochaines étapes", blank=True)

    class Meta:
        verbose_name = "communication en préparation"
        verbose_name_plural = "communications en préparation"
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "annee"],
                name="brouillon_communication_unique",
                violation_error_message="La communication de cette année est déjà en préparation.",
            ),
        ]

    def __str__(self) -> str:
        return f"Communication {self.annee}"


class CommunicationAnnuelleQuerySet(InstantaneQuerySet):
    """Frozen communications by who may see them."""

    def visibles_par(self, acteur: Acteur) -> Self:
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class CommunicationAnnuelle(Instantane):
    """A frozen version of the communication of a year (format `accord/communication/1`)."""

    demarche = models.ForeignKey(
        Demarche, models.PROTECT, related_name="communications", verbose_name="démarche"
    )
    annee = models.PositiveSmallIntegerField("année")
    date_presentation = models.DateField("présentée le")

    objects = CommunicationAnnuelleQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "communication annuelle"
        verbose_name_plural = "communications annuelles"
        ordering = ["-annee", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "annee", "version"],
                name="communication_version_unique",
                violation_error_message="Cette version de la communication existe déjà.",
            ),
        ]

    def __str__(self) -> str:
        return f"Communication {self.annee}, version {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("evaluation:communication-preparer", args=[self.demarche.slug, self.annee])
