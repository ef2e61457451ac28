"""Which EPCI à fiscalité propre a commune belongs to, and when: never two on the same day."""

from django.db import models
from django.db.models import F, Q

from accord.territoire.contraintes import PeriodesDisjointes
from accord.territoire.models.collectivite import Collectivite
from accord.territoire.models.periode import PeriodeQuerySet


class Appartenance(models.Model):
    """The membership of a commune, from its first day to its last, both included."""

    commune = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="appartenances", verbose_name="commune"
    )
    epci = models.ForeignKey(Collectivite, models.PROTECT, related_name="membres", verbose_name="EPCI")
    date_debut = models.DateField("membre depuis le")
    date_fin = models.DateField("dernier jour", null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "appartenance"
        ordering = ["date_debut", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(date_fin__isnull=True) | Q(date_fin__gte=F("date_debut")),
                name="appartenance_periode_ordonnee",
                violation_error_message="La fin d’une appartenance suit son début.",
            ),
            models.CheckConstraint(
                condition=~Q(commune=F("epci")),
                name="appartenance_entre_deux_collectivites",
                violation_error_message="Une collectivité n’est pas membre d’elle-même.",
            ),
            PeriodesDisjointes(
                proprietaire="commune",
                name="appartenance_sans_chevauchement",
                violation_error_message="Cette commune appartient déjà à un EPCI pendant cette période.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commune} – {self.epci}"
