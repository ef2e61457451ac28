"""What an instance decided, with its reservations and dissents."""

from django.db import models
from django.utils import timezone

from accord.demarche.enums import SensDecision
from accord.demarche.models.demarche import Demarche
from accord.demarche.models.instance import Instance
from accord.socle.droits import Acteur


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions by who may see them."""

    def visibles_par(self, acteur: Acteur) -> "DecisionQuerySet":
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class Decision(models.Model):
    """One dated choice of one instance. `objet_libelle` and `objet_url` say what it bears on."""

    demarche = models.ForeignKey(Demarche, models.CASCADE, related_name="decisions", verbose_name="démarche")
    instance = models.ForeignKey(
        Instance, models.PROTECT, related_name="decisions", verbose_name="instance", null=True, blank=True
    )
    objet_libelle = models.CharField("objet", max_length=200, blank=True)
    objet_url = models.CharField("page de l’objet", max_length=300, blank=True)
    date_decision = models.DateField("décidée le")
    intitule = models.CharField("intitulé", max_length=200)
    texte = models.TextField("texte de la décision", blank=True)
    sens = models.CharField("sens", max_length=20, choices=SensDecision.choices, default=SensDecision.ADOPTEE)
    reserves = models.TextField("réserves", blank=True)
    dissidences = models.TextField("dissidences", blank=True)
    cree_le = models.DateTimeField("enregistrée le", default=timezone.now)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "décision"
        ordering = ["-date_decision", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(sens=SensDecision.ADOPTEE_RESERVES) | ~models.Q(reserves=""),
                name="decision_reserves_dites",
                violation_error_message="Une décision adoptée avec réserves dit lesquelles.",
            ),
        ]

    def __str__(self) -> str:
        return self.intitule
