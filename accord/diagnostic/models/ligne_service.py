"""What a collectivité does, with what means, and what it wishes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from accord.diagnostic.enums import ModeGestion, NatureService, Souhait
from accord.diagnostic.models.campagne import ReponseCollectivite


class LigneService(models.Model):
    """One service of one collectivité. A null figure is unknown, never zero."""

    reponse = models.ForeignKey(
        ReponseCollectivite, models.CASCADE, related_name="services", verbose_name="réponse"
    )
    code = models.CharField("code service", max_length=60)
    libelle = models.TextField("service", blank=True)
    nature = models.CharField("nature", max_length=20, choices=NatureService.choices, blank=True)
    mode_gestion = models.CharField("mode de gestion", max_length=20, choices=ModeGestion.choices, blank=True)
    etp = models.DecimalField("ETP", max_digits=10, decimal_places=4, null=True, blank=True)
    cout_direct_centimes = models.BigIntegerField("coût direct", null=True, blank=True)
    cout_indirect_centimes = models.BigIntegerField("coût indirect", null=True, blank=True)
    recettes_centimes = models.BigIntegerField("recettes", null=True, blank=True)
    unite_oeuvre = models.TextField("unité d’œuvre", blank=True)
    quantite = models.DecimalField("quantité", max_digits=16, decimal_places=4, null=True, blank=True)
    souhait = models.CharField("souhait", max_length=20, choices=Souhait.choices, blank=True)
    priorite = models.PositiveSmallIntegerField(
        "priorité", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    condition = models.TextField("condition", blank=True)

    class Meta:
        verbose_name = "service déclaré"
        verbose_name_plural = "services déclarés"
        ordering = ["code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reponse", "code"],
                name="ligne_service_code_unique",
                violation_error_message="Ce code de service est déjà utilisé.",
            ),
            models.CheckConstraint(
                condition=Q(priorite__isnull=True) | Q(priorite__range=(1, 5)),
                name="ligne_service_priorite_de_1_a_5",
                violation_error_message="La priorité va de 1 à 5.",
            ),
            models.CheckConstraint(
                condition=Q(etp__isnull=True) | Q(etp__gte=0),
                name="ligne_service_etp_positif",
                violation_error_message="Un nombre d’ETP n’est pas négatif.",
            ),
        ]

    def __str__(self) -> str:
        return self.libelle or self.code

    @property
    def est_renseignee(self) -> bool:
        """Whether a person has filled anything beyond the prefilled names."""
        return bool(
            self.souhait or self.mode_gestion or self.etp is not None or self.cout_direct_centimes is not None
        )
