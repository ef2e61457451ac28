"""A scenario: one costed option, all on one état arrêté."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accord.comptes.enums import ROLES_PILOTES, Role
from accord.demarche.models import Demarche
from accord.diagnostic.models import EtatArrete
from accord.scenarios.enums import TRANSITIONS_SCENARIO, StatutScenario
from accord.socle.droits import Acteur

MAX_ANNEES = 12


class ScenarioQuerySet(models.QuerySet["Scenario"]):
    """Scenarios by who may see them."""

    def visibles_par(self, acteur: Acteur) -> "ScenarioQuerySet":
        """Those of the démarches one sees; drafts only for the steering team and the outside evaluator."""
        visibles = self.filter(demarche__in=Demarche.objects.visibles_par(acteur))
        if acteur.est_epci and acteur.a_role(*ROLES_PILOTES, Role.EVALUATEUR):
            return visibles
        return visibles.exclude(statut=StatutScenario.BROUILLON)

    def avec_details(self) -> "ScenarioQuerySet":
        """With all that a simulation reads: constant number of queries whatever the number of scenarios."""
        return self.select_related("etat_arrete", "demarche__epci").prefetch_related(
            "services__gestionnaire", "services__adhesions__collectivite"
        )


class Scenario(models.Model):
    """Services, forms, perimeters and hypotheses; `revision` tells two people editing at once apart."""

    demarche = models.ForeignKey(Demarche, models.CASCADE, related_name="scenarios", verbose_name="démarche")
    etat_arrete = models.ForeignKey(
        EtatArrete, models.PROTECT, related_name="scenarios", verbose_name="état arrêté"
    )
    nom = models.CharField("nom", max_length=150)
    description = models.TextField("en quelques mots", blank=True)
    statut = models.CharField(
        "statut", max_length=10, choices=StatutScenario.choices, default=StatutScenario.BROUILLON
    )
    premiere_annee = models.PositiveSmallIntegerField("première année simulée")
    nombre_annees = models.PositiveSmallIntegerField(
        "nombre d’années", default=6, validators=[MinValueValidator(1), MaxValueValidator(MAX_ANNEES)]
    )
    inflation_pourcent = models.DecimalField(
        "inflation annuelle, en %", max_digits=4, decimal_places=2, default=Decimal("0.00")
    )
    hypotheses = models.TextField("autres hypothèses", blank=True)
    origine = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="variantes", verbose_name="copié de"
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    cree_le = models.DateTimeField("créé le", default=timezone.now)
    modifie_le = models.DateTimeField("modifié le", default=timezone.now)
    modifie_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="modifié par",
    )

    objects = ScenarioQuerySet.as_manager()

    class Meta:
        verbose_name = "scénario"
        verbose_name_plural = "scénarios"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "nom"],
                name="scenario_nom_unique",
                violation_error_message="Un scénario de cette démarche porte déjà ce nom.",
            ),
            models.CheckConstraint(
                condition=Q(nombre_annees__gte=1, nombre_annees__lte=MAX_ANNEES),
                name="scenario_duree_bornee",
                violation_error_message=f"Un scénario couvre de 1 à {MAX_ANNEES} années.",
            ),
            models.CheckConstraint(
                condition=Q(premiere_annee__gte=2020, premiere_annee__lte=2100),
                name="scenario_premiere_annee_bornee",
                violation_error_message="La première année est comprise entre 2020 et 2100.",
            ),
            models.CheckConstraint(
                condition=Q(inflation_pourcent__gte=-10, inflation_pourcent__lte=30),
                name="scenario_inflation_bornee",
                violation_error_message="L’inflation est comprise entre −10 et 30 %% par an.",
            ),
        ]

    def __str__(self) -> str:
        return self.nom

    def get_absolute_url(self) -> str:
        return reverse("scenarios:scenario-voir", args=[self.demarche.slug, self.pk])

    @property
    def annees(self) -> tuple[int, ...]:
        return tuple(range(self.premiere_annee, self.premiere_annee + self.nombre_annees))

    @property
    def est_modifiable(self) -> bool:
        return self.statut in (StatutScenario.BROUILLON, StatutScenario.PRESENTE)

    def peut_devenir(self, statut: str) -> bool:
        """Whether the table of transitions allows it."""
        return statut in TRANSITIONS_SCENARIO[StatutScenario(self.statut)]
