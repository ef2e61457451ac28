"""The schéma de mutualisation of a démarche: one scenario retained, one report, one circuit."""

from typing import Self

from django.conf import settings
from django.db import models

from accord.demarche.models import Demarche
from accord.schema.enums import ETATS_REDIGEABLES, TRANSITIONS, EtatSchema
from accord.socle.droits import Acteur


class SchemaQuerySet(models.QuerySet):
    def visibles_par(self, acteur: Acteur) -> Self:
        """Those of the démarches that the actor can see."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))

    def avec_contexte(self) -> Self:
        """With its démarche and scenario; the frozen content is read only by the pages that show it."""
        return self.select_related("demarche__epci", "scenario_retenu").defer("scenario_retenu__contenu")


class Schema(models.Model):
    """Built on one retained scenario; its state only moves along `TRANSITIONS`."""

    demarche = models.OneToOneField(
        "demarche.Demarche", models.PROTECT, related_name="schema", verbose_name="démarche"
    )
    scenario_retenu = models.ForeignKey(
        "scenarios.ScenarioRetenu", models.PROTECT, related_name="schemas", verbose_name="scénario retenu"
    )
    etat = models.CharField("état", max_length=20, choices=EtatSchema.choices, default=EtatSchema.REDACTION)
    cree_le = models.DateTimeField("créé le")
    cree_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="créé par"
    )

    objects = SchemaQuerySet.as_manager()

    class Meta:
        verbose_name = "schéma de mutualisation"
        verbose_name_plural = "schémas de mutualisation"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(etat__in=EtatSchema.values),
                name="schema_etat_connu",
                violation_error_message="Cet état du schéma n’existe pas.",
            )
        ]

    def __str__(self) -> str:
        return f"Schéma de mutualisation — {self.demarche}"

    def peut_devenir(self, etat: EtatSchema) -> bool:
        return etat in TRANSITIONS[self.etat]

    @property
    def est_redigeable(self) -> bool:
        return self.etat in ETATS_REDIGEABLES
