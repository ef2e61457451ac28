"""What the outside evaluator thinks: read by all, changed by nobody."""

from typing import Self

from django.conf import settings
from django.db import models

from accord.demarche.models import Demarche
from accord.evaluation.models.indicateur import Indicateur
from accord.socle.droits import Acteur


class OpinionQuerySet(models.QuerySet["Opinion"]):
    """Opinions by who may see them."""

    def visibles_par(self, acteur: Acteur) -> Self:
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class Opinion(models.Model):
    """One opinion on an indicator, or on the whole démarche when `indicateur` is empty."""

    demarche = models.ForeignKey(Demarche, models.CASCADE, related_name="opinions", verbose_name="démarche")
    indicateur = models.ForeignKey(
        Indicateur,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="opinions",
        verbose_name="indicateur",
    )
    texte = models.TextField("avis")
    donnee_le = models.DateTimeField("donné le")
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="donné par"
    )
    qui = models.CharField("au nom de", max_length=300)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = "avis d’évaluation"
        verbose_name_plural = "avis d’évaluation"
        ordering = ["-donnee_le", "-pk"]

    def __str__(self) -> str:
        return f"{self.qui}, {self.donnee_le:%d/%m/%Y}"
