"""The dated steps of an action."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

from accord.demarche.models import Demarche
from accord.socle.droits import Acteur

if TYPE_CHECKING:
    from accord.plan.models.fiche_action import FicheAction


class EtapeActionQuerySet(models.QuerySet["EtapeAction"]):
    """Steps by who may see them."""

    def visibles_par(self, acteur: Acteur) -> Self:
        """Those of the démarches one sees."""
        return self.filter(fiche__demarche__in=Demarche.objects.visibles_par(acteur))


class EtapeAction(models.Model):
    """One act to accomplish. `date_initiale` keeps the first date planned, so that slippage shows."""

    fiche: models.ForeignKey[FicheAction] = models.ForeignKey(
        "plan.FicheAction", models.CASCADE, related_name="etapes", verbose_name="fiche"
    )
    ordre = models.PositiveSmallIntegerField("ordre")
    code = models.CharField("code", max_length=40, blank=True)
    libelle = models.CharField("étape", max_length=200)
    organe = models.CharField("par qui", max_length=200, blank=True)
    document = models.CharField("document", max_length=200, blank=True)
    reference = models.CharField("texte ou usage", max_length=200, blank=True)
    date_prevue = models.DateField("date prévue")
    date_initiale = models.DateField("date prévue à l’origine")
    date_realisation = models.DateField("faite le", null=True, blank=True)

    objects = EtapeActionQuerySet.as_manager()

    class Meta:
        verbose_name = "étape"
        ordering = ["date_prevue", "ordre"]
        constraints = [
            models.UniqueConstraint(
                fields=["fiche", "ordre"],
                name="etape_ordre_unique",
                violation_error_message="Deux étapes ne peuvent pas avoir le même rang.",
            ),
        ]

    def __str__(self) -> str:
        return self.libelle

    @property
    def demarche(self) -> Demarche:
        return self.fiche.demarche

    @property
    def retard_initial_jours(self) -> int:
        """Days between the first date planned and the date now planned (or done)."""
        return ((self.date_realisation or self.date_prevue) - self.date_initiale).days

    def est_en_retard(self, le: date) -> bool:
        """Whether its day has passed without it being done."""
        return self.date_realisation is None and self.date_prevue < le
