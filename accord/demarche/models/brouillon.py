"""What a person has filled in of the wizard: kept in the database, so that a lost session loses nothing."""

from django.db import models
from django.utils import timezone

from accord.comptes.models import Personne
from accord.demarche.models.demarche import Demarche


class BrouillonDemarche(models.Model):
    """One draft a person; `donnees` is what the four steps hold, `demarche` what came out of it."""

    personne = models.ForeignKey(Personne, models.CASCADE, related_name="brouillons", verbose_name="personne")
    donnees = models.JSONField("réponses", default=dict)
    demarche = models.OneToOneField(
        Demarche,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="brouillon",
        verbose_name="démarche créée",
    )
    modifie_le = models.DateTimeField("modifié le", default=timezone.now)

    class Meta:
        verbose_name = "brouillon de démarche"
        verbose_name_plural = "brouillons de démarche"
        constraints = [
            models.UniqueConstraint(
                fields=["personne"],
                condition=models.Q(demarche__isnull=True),
                name="brouillon_unique_en_cours",
                violation_error_message="Un brouillon est déjà en cours.",
            ),
        ]

    def __str__(self) -> str:
        return f"Brouillon de {self.personne}"
