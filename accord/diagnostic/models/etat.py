"""The état arrêté: the diagnostic frozen, versioned, hashed, signed off commune by commune."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accord.demarche.models import Demarche
from accord.diagnostic.enums import SensSignature
from accord.diagnostic.models.campagne import Campagne
from accord.socle.droits import Acteur
from accord.socle.instantanes import Instantane, InstantaneQuerySet
from accord.territoire.models import Collectivite


class EtatArreteQuerySet(InstantaneQuerySet):
    def visibles_par(self, acteur: Acteur) -> "EtatArreteQuerySet":
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class EtatArrete(Instantane):
    """A frozen picture of the territory; the next stages read it and nothing else."""

    demarche = models.ForeignKey(
        Demarche, models.PROTECT, related_name="etats_arretes", verbose_name="démarche"
    )
    campagne = models.ForeignKey(
        Campagne, models.PROTECT, related_name="etats_arretes", verbose_name="campagne", null=True, blank=True
    )
    motif = models.CharField("pourquoi cette version", max_length=300, blank=True)

    objects = EtatArreteQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = "état arrêté"
        verbose_name_plural = "états arrêtés"
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "version"],
                name="etat_arrete_version_unique",
                violation_error_message="Cette version de l’état existe déjà.",
            )
        ]

    def __str__(self) -> str:
        return f"État arrêté n° {self.version}"


class SignatureEtat(models.Model):
    """The sign-off of one collectivité, with its reserve if it has one."""

    etat = models.ForeignKey(
        EtatArrete, models.PROTECT, related_name="signatures", verbose_name="état arrêté"
    )
    collectivite = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="+", verbose_name="collectivité"
    )
    sens = models.CharField(
        "avis", max_length=10, choices=SensSignature.choices, default=SensSignature.ACCORD
    )
    reserve = models.TextField("réserve", blank=True)
    signe_le = models.DateTimeField("signé le")
    signe_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="signé par",
    )

    class Meta:
        verbose_name = "signature de l’état arrêté"
        verbose_name_plural = "signatures de l’état arrêté"
        ordering = ["collectivite__nom_recherche"]
        constraints = [
            models.UniqueConstraint(
                fields=["etat", "collectivite"],
                name="signature_etat_une_par_collectivite",
                violation_error_message="Cette collectivité a déjà signé cet état.",
            ),
            models.CheckConstraint(
                condition=~Q(sens=SensSignature.RESERVE) | ~Q(reserve=""),
                name="signature_etat_reserve_dite",
                violation_error_message="Une réserve s’écrit.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collectivite} – {self.get_sens_display()}"
