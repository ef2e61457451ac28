"""One pooled service of a scenario: form, manager, key, target staffing."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from accord.demarche.models import Demarche
from accord.scenarios.enums import Financement
from accord.scenarios.models.scenario import Scenario
from accord.territoire.models import Collectivite


class ServiceScenario(models.Model):
    """The code is the one of the état arrêté; form and key are codes of the kernels' reference rows."""

    scenario = models.ForeignKey(Scenario, models.CASCADE, related_name="services", verbose_name="scénario")
    code = models.CharField("code", max_length=60)
    libelle = models.CharField("service", max_length=200)
    forme = models.CharField("forme juridique", max_length=40, default="service_commun")
    gestionnaire = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="+", verbose_name="gestionnaire"
    )
    avec_transfert_competence = models.BooleanField("lié à un transfert de compétence", default=False)
    financement = models.CharField(
        "financement", max_length=20, choices=Financement.choices, default=Financement.REMBOURSEMENT
    )
    cle = models.CharField("clé de répartition", max_length=30, default="population_municipale")
    parametres_cle = models.JSONField("paramètres de la clé", default=dict, blank=True)
    etp_cible = models.DecimalField(
        "effectif cible (ETP)",
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    transition_centimes = models.PositiveBigIntegerField("coût de transition, en centimes", default=0)
    hypotheses = models.TextField("hypothèses propres au service", blank=True)
    ordre = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "service du scénario"
        verbose_name_plural = "services du scénario"
        ordering = ["ordre", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scenario", "code"],
                name="service_scenario_unique",
                violation_error_message="Ce service est déjà dans le scénario.",
            ),
            models.CheckConstraint(
                condition=Q(financement__in=Financement.values),
                name="service_scenario_financement_connu",
                violation_error_message="Le financement est inconnu.",
            ),
            models.CheckConstraint(
                condition=Q(etp_cible__isnull=True) | Q(etp_cible__gte=0),
                name="service_scenario_etp_positif",
                violation_error_message="L’effectif cible ne peut pas être négatif.",
            ),
        ]

    def __str__(self) -> str:
        return self.libelle

    @property
    def demarche(self) -> Demarche:
        return self.scenario.demarche
