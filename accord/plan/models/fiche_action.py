"""The action sheet: one action, who answers for it, for whom, by which steps and at what cost."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse

from accord.comptes.enums import Champ
from accord.demarche.models import Demarche
from accord.plan.enums import ETATS_CLOS, EtatAction
from accord.plan.models.etape_action import EtapeAction
from accord.plan.models.orientation import Orientation
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite


class FicheActionQuerySet(models.QuerySet["FicheAction"]):
    """Action sheets by who may see them, and with their progress."""

    def visibles_par(self, acteur: Acteur) -> Self:
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))

    def avec_avancement(self, le: date) -> Self:
        """Add the counts of steps (all, done, late on that day) and the next step."""
        a_faire = Q(etapes__date_realisation__isnull=True)
        prochaine = EtapeAction.objects.filter(fiche=OuterRef("pk"), date_realisation__isnull=True)
        prochaine = prochaine.order_by("date_prevue", "ordre")
        return self.annotate(
            nombre_etapes=Count("etapes"),
            nombre_realisees=Count("etapes", filter=~a_faire),
            nombre_retards=Count("etapes", filter=a_faire & Q(etapes__date_prevue__lt=le)),
            prochaine_etape=Subquery(prochaine.values("libelle")[:1]),
            prochaine_date=Subquery(prochaine.values("date_prevue")[:1]),
        )

    def en_retard(self, le: date) -> Self:
        """Open sheets with a step whose day has passed."""
        en_retard = EtapeAction.objects.filter(date_realisation__isnull=True, date_prevue__lt=le)
        return self.exclude(etat__in=ETATS_CLOS).filter(pk__in=en_retard.values("fiche"))


class FicheAction(models.Model):
    """One action of the plan. Born from a service of the scénario retenu, or written by hand."""

    demarche = models.ForeignKey(Demarche, models.CASCADE, related_name="fiches", verbose_name="démarche")
    orientation = models.ForeignKey(
        Orientation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="fiches",
        verbose_name="orientation",
    )
    numero = models.PositiveSmallIntegerField("numéro")
    titre = models.CharField("titre", max_length=200)
    etat = models.CharField("état", max_length=10, choices=EtatAction.choices, default=EtatAction.A_FAIRE)
    motif_etat = models.TextField("motif du dernier changement d’état", blank=True)
    champ = models.CharField("champ de compétence", max_length=30, choices=Champ.choices, blank=True)

    code_service = models.CharField("code du service", max_length=60, blank=True)
    service = models.CharField("service", max_length=200, blank=True)
    outil = models.CharField("outil", max_length=200, blank=True)
    base_legale = models.CharField("base légale", max_length=200, blank=True)
    gestionnaire = models.ForeignKey(
        Collectivite, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="gestionnaire"
    )
    cle = models.CharField("clé de répartition", max_length=200, blank=True)

    pilote_elu = models.CharField("pilote élu·e", max_length=200, blank=True)
    pilote_administratif = models.CharField("pilote administratif", max_length=200, blank=True)

    objectifs = models.TextField("objectifs", blank=True)
    situation = models.TextField("situation actuelle", blank=True)
    cible = models.TextField("cible", blank=True)
    risques = models.TextField("risques", blank=True)
    indicateurs = models.TextField("indicateurs", blank=True)

    date_effet = models.DateField("prise d’effet", null=True, blank=True)
    etp_avant = models.DecimalField("ETP avant", max_digits=8, decimal_places=2, null=True, blank=True)
    etp_apres = models.DecimalField("ETP après", max_digits=8, decimal_places=2, null=True, blank=True)
    cout_avant_centimes = models.BigIntegerField("coût annuel avant", null=True, blank=True)
    cout_apres_centimes = models.BigIntegerField("coût annuel après", null=True, blank=True)

    version_origine = models.PositiveIntegerField("version du scénario retenu", null=True, blank=True)
    empreinte_origine = models.CharField("empreinte du scénario retenu", max_length=64, blank=True)

    objects = FicheActionQuerySet.as_manager()

    class Meta:
        verbose_name = "fiche action"
        verbose_name_plural = "fiches action"
        ordering = ["numero"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "numero"],
                name="fiche_numero_unique",
                violation_error_message="Ce numéro de fiche est déjà pris.",
            ),
            models.UniqueConstraint(
                fields=["demarche", "code_service"],
                condition=~Q(code_service=""),
                name="fiche_un_service_une_fiche",
                violation_error_message="Ce service a déjà sa fiche action.",
            ),
            models.CheckConstraint(
                condition=Q(etp_avant__isnull=True) | Q(etp_avant__gte=0),
                name="fiche_etp_avant_positif",
                violation_error_message="Un nombre d’ETP ne peut pas être négatif.",
            ),
            models.CheckConstraint(
                condition=Q(etp_apres__isnull=True) | Q(etp_apres__gte=0),
                name="fiche_etp_apres_positif",
                violation_error_message="Un nombre d’ETP ne peut pas être négatif.",
            ),
        ]

    def __str__(self) -> str:
        return f"Fiche {self.numero} — {self.titre}"

    def get_absolute_url(self) -> str:
        return reverse("plan:fiche-voir", args=[self.demarche.slug, self.numero])

    @property
    def est_close(self) -> bool:
        return self.etat in ETATS_CLOS


class CommuneConcernee(models.Model):
    """A collectivité that the action concerns, with the day it joins when it joins a service."""

    fiche = models.ForeignKey(FicheAction, models.CASCADE, related_name="concernees", verbose_name="fiche")
    collectivite = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="+", verbose_name="collectivité"
    )
    date_adhesion = models.DateField("date d’adhésion", null=True, blank=True)

    class Meta:
        verbose_name = "commune concernée"
        verbose_name_plural = "communes concernées"
        ordering = ["collectivite__nom_recherche"]
        constraints = [
            models.UniqueConstraint(
                fields=["fiche", "collectivite"],
                name="commune_concernee_unique",
                violation_error_message="Cette collectivité est déjà concernée par l’action.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.collectivite)
