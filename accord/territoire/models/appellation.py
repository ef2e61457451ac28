"""The names and natures a collectivité has borne: a CC becomes a CA and keeps its past."""

from django.db import models
from django.db.models import F, Q

from accord.territoire.contraintes import PeriodesDisjointes
from accord.territoire.enums import NatureJuridique
from accord.territoire.models.collectivite import Collectivite
from accord.territoire.models.periode import PeriodeQuerySet


class Appellation(models.Model):
    """A name for a period. A collectivité that never changed has none: its current name says all."""

    collectivite = models.ForeignKey(
        Collectivite, models.CASCADE, related_name="appellations", verbose_name="collectivité"
    )
    nom = models.CharField("nom", max_length=200)
    nature_juridique = models.CharField("nature juridique", max_length=10, choices=NatureJuridique.choices)
    date_debut = models.DateField("depuis le", null=True, blank=True)
    date_fin = models.DateField("jusqu’au", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "appellation"
        ordering = [F("date_debut").asc(nulls_first=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(date_fin__isnull=True)
                | Q(date_debut__isnull=True)
                | Q(date_fin__gte=F("date_debut")),
                name="appellation_periode_ordonnee",
                violation_error_message="La fin d’une appellation suit son début.",
            ),
            PeriodesDisjointes(
                proprietaire="collectivite",
                name="appellation_sans_chevauchement",
                violation_error_message="Cette collectivité porte déjà un autre nom pendant cette période.",
            ),
        ]

    def __str__(self) -> str:
        return self.nom
