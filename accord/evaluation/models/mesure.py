"""What was found: a value for a year, when, from which source and by whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accord.evaluation.models.indicateur import Indicateur

PREMIERE_ANNEE, DERNIERE_ANNEE = 2000, 2100


class Mesure(models.Model):
    """One value found; a correction is another row, and the last one written for a year prevails."""

    indicateur = models.ForeignKey(
        Indicateur, models.CASCADE, related_name="mesures", verbose_name="indicateur"
    )
    annee = models.PositiveSmallIntegerField("année")
    date_mesure = models.DateField("constatée le")
    valeur_centiemes = models.BigIntegerField("valeur, en centièmes de l’unité")
    source = models.CharField("source", max_length=200)
    commentaire = models.TextField("commentaire", blank=True)
    saisie_le = models.DateTimeField("saisie le")
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="saisie par",
    )
    qui = models.CharField("au nom de", max_length=300, blank=True)

    class Meta:
        verbose_name = "mesure"
        ordering = ["annee", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(annee__gte=PREMIERE_ANNEE, annee__lte=DERNIERE_ANNEE),
                name="mesure_annee_vraisemblable",
                violation_error_message="L’année est invraisemblable.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicateur}, {self.annee}"
