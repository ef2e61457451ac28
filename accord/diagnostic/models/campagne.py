"""A campaign of the diagnostic, and the answer of each collectivité."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accord.demarche.models import Demarche
from accord.diagnostic.enums import MODIFIABLES, PARTAGEES, TRANSITIONS_REPONSE, StatutReponse
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite


class CampagneQuerySet(models.QuerySet["Campagne"]):
    def visibles_par(self, acteur: Acteur) -> "CampagneQuerySet":
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class Campagne(models.Model):
    """One collection of the diagnostic, sent to the EPCI and to its communes."""

    demarche = models.ForeignKey(Demarche, models.CASCADE, related_name="campagnes", verbose_name="démarche")
    nom = models.CharField("nom", max_length=200)
    consigne = models.TextField("consigne", blank=True)
    ouverte_le = models.DateTimeField("ouverte le", default=timezone.now)
    date_limite = models.DateField("à rendre avant le", null=True, blank=True)

    objects = CampagneQuerySet.as_manager()

    class Meta:
        verbose_name = "campagne de diagnostic"
        ordering = ["-ouverte_le", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "nom"],
                name="campagne_nom_unique",
                violation_error_message="Une campagne de cette démarche porte déjà ce nom.",
            )
        ]

    def __str__(self) -> str:
        return self.nom


class ReponseCollectiviteQuerySet(models.QuerySet["ReponseCollectivite"]):
    def visibles_par(self, acteur: Acteur) -> "ReponseCollectiviteQuerySet":
        """Progress is seen by everyone of the territory; `partagees_avec` tells whose data are."""
        return self.filter(campagne__demarche__in=Demarche.objects.visibles_par(acteur))

    def partagees_avec(self, acteur: Acteur) -> "ReponseCollectiviteQuerySet":
        """One's own answer always, the others' once they have transmitted it."""
        return self.visibles_par(acteur).filter(
            Q(collectivite_id=acteur.collectivite_id) | Q(statut__in=PARTAGEES)
        )


class ReponseCollectivite(models.Model):
    """What one collectivité says of itself. It belongs to it until it transmits it."""

    campagne = models.ForeignKey(Campagne, models.CASCADE, related_name="reponses", verbose_name="campagne")
    collectivite = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="reponses_diagnostic", verbose_name="collectivité"
    )
    statut = models.CharField(
        "état", max_length=12, choices=StatutReponse.choices, default=StatutReponse.A_REMPLIR
    )
    modifiee_le = models.DateTimeField("modifiée le", null=True, blank=True)
    transmise_le = models.DateTimeField("transmise le", null=True, blank=True)
    validee_le = models.DateTimeField("validée le", null=True, blank=True)
    transmise_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="transmise par",
    )
    correction = models.TextField("correction demandée", blank=True)

    objects = ReponseCollectiviteQuerySet.as_manager()

    class Meta:
        verbose_name = "réponse d’une collectivité"
        verbose_name_plural = "réponses des collectivités"
        ordering = ["collectivite__nom_recherche", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["campagne", "collectivite"],
                name="reponse_une_par_collectivite",
                violation_error_message="Cette collectivité a déjà une réponse dans cette campagne.",
            ),
            models.CheckConstraint(
                condition=Q(statut__in=StatutReponse.values),
                name="reponse_statut_connu",
                violation_error_message="L’état de la réponse est inconnu.",
            ),
            models.CheckConstraint(
                condition=~Q(statut=StatutReponse.A_CORRIGER) | ~Q(correction=""),
                name="reponse_correction_dite",
                violation_error_message="Une correction demandée dit laquelle.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collectivite} – {self.campagne}"

    @property
    def demarche(self) -> Demarche:
        return self.campagne.demarche

    @property
    def est_modifiable(self) -> bool:
        return self.statut in MODIFIABLES

    @property
    def est_partagee(self) -> bool:
        return self.statut in PARTAGEES

    def peut_devenir(self, statut: StatutReponse) -> bool:
        """Whether the transition table allows it."""
        return statut in TRANSITIONS_REPONSE[StatutReponse(self.statut)]

    def toucher(self, le: datetime) -> None:
        """Someone changed a row: the answer is under way."""
        self.modifiee_le = le
        if self.statut == StatutReponse.A_REMPLIR:
            self.statut = StatutReponse.EN_COURS
        self.save(update_fields=["modifiee_le", "statut"])
