"""What is aimed at for a year: the forecast first, then each readjustment with its reason."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accord.evaluation.enums import OrigineObjectif
from accord.evaluation.models.indicateur import Indicateur


class Objectif(models.Model):
    """One value aimed at; never changed: the last one written for a year prevails."""

    indicateur = models.ForeignKey(
        Indicateur, models.CASCADE, related_name="objectifs", verbose_name="indicateur"
    )
    annee = models.PositiveSmallIntegerField("année")
    valeur_centiemes = models.BigIntegerField("valeur, en centièmes de l’unité")
    origine = models.CharField("origine", max_length=12, choices=OrigineObjectif.choices)
    motif = models.TextField("motif", blank=True)
    version_origine = models.PositiveIntegerField("version du scénario retenu", null=True, blank=True)
    fixe_le = models.DateTimeField("fixé le")
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="fixé par",
    )
    qui = models.CharField("au nom de", max_length=300, blank=True)

    class Meta:
        verbose_name = "objectif"
        ordering = ["annee", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(origine=OrigineObjectif.PREVISION) | ~Q(motif=""),
                name="objectif_reajuste_motive",
                violation_error_message="Un objectif réajusté dit pourquoi.",
            ),
            models.UniqueConstraint(
                fields=["indicateur", "annee", "version_origine"],
                condition=Q(origine=OrigineObjectif.PREVISION),
                name="objectif_une_prevision_par_version",
                violation_error_message="La prévision de cette version est déjà enregistrée.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicateur}, {self.annee}"
