"""What is followed all along the term: definition, unit, source, and which side is good."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from accord.demarche.models import Demarche
from accord.diagnostic.champs import services_du_champ
from accord.evaluation.enums import SensIndicateur, TypeIndicateur, Unite
from accord.socle.droits import Acteur


class IndicateurQuerySet(models.QuerySet["Indicateur"]):
    """Indicators by who may see them."""

    def visibles_par(self, acteur: Acteur) -> Self:
        """Those of the démarches one sees: of the whole territory, or of a service of one's champs."""
        du_champ = Q(code_service="") | services_du_champ(acteur, "code_service")
        return self.filter(du_champ, demarche__in=Demarche.objects.visibles_par(acteur))

    def suivis(self) -> Self:
        """Those that are still followed."""
        return self.filter(est_suivi=True)


class Indicateur(models.Model):
    """One quantity followed; of one service, or of the whole territory when `code_service` is empty."""

    demarche = models.ForeignKey(
        Demarche, models.CASCADE, related_name="indicateurs", verbose_name="démarche"
    )
    type = models.CharField(
        "type", max_length=20, choices=TypeIndicateur.choices, default=TypeIndicateur.LIBRE
    )
    code_service = models.CharField("code du service", max_length=60, blank=True)
    service = models.CharField("service", max_length=200, blank=True)
    libelle = models.CharField("libellé", max_length=250)
    definition = models.TextField("définition", blank=True)
    unite = models.CharField("unité", max_length=10, choices=Unite.choices)
    sens = models.CharField("lecture", max_length=10, choices=SensIndicateur.choices)
    source = models.CharField("source", max_length=200, blank=True)
    est_suivi = models.BooleanField("suivi", default=True)

    objects = IndicateurQuerySet.as_manager()

    class Meta:
        verbose_name = "indicateur"
        ordering = ["service", "type", "libelle"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "type", "code_service"],
                condition=~Q(type=TypeIndicateur.LIBRE),
                name="indicateur_un_par_service",
                violation_error_message="Cet indicateur existe déjà pour ce service.",
            ),
            models.UniqueConstraint(
                fields=["demarche", "libelle"],
                name="indicateur_libelle_unique",
                violation_error_message="Un indicateur de ce nom existe déjà.",
            ),
        ]

    def __str__(self) -> str:
        return self.libelle

    def get_absolute_url(self) -> str:
        return reverse("evaluation:indicateur-voir", args=[self.demarche.slug, self.pk])
