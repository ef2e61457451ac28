"""The state of each of the eight repères of a démarche."""

from django.db import models

from accord.demarche.enums import Etat, Repere
from accord.demarche.models.demarche import Demarche


class EtatRepere(models.Model):
    """One repère of one démarche; all eight exist from the creation on."""

    demarche = models.ForeignKey(Demarche, models.CASCADE, related_name="reperes", verbose_name="démarche")
    repere = models.PositiveSmallIntegerField("repère", choices=Repere.choices)
    etat = models.CharField("état", max_length=10, choices=Etat.choices, default=Etat.A_VENIR)
    date_ouverture = models.DateField("ouvert le", null=True, blank=True)
    date_cloture = models.DateField("terminé le", null=True, blank=True)
    motif = models.TextField("motif du dernier passage en force", blank=True)

    class Meta:
        verbose_name = "état d’un repère"
        verbose_name_plural = "états des repères"
        ordering = ["repere"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "repere"],
                name="repere_unique",
                violation_error_message="Ce repère existe déjà dans la démarche.",
            ),
            models.CheckConstraint(
                condition=models.Q(repere__gte=1, repere__lte=8),
                name="repere_de_un_a_huit",
                violation_error_message="Une démarche a huit repères.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.repere}. {self.get_repere_display()} ({self.get_etat_display()})"
