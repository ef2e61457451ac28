"""An uploaded workbook: checked first, recorded only when a person accepts its report."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from accord.demarche.models import Demarche
from accord.diagnostic.enums import StatutImport
from accord.diagnostic.models.campagne import Campagne, ReponseCollectivite
from accord.socle.droits import Acteur


class ImportClasseurQuerySet(models.QuerySet["ImportClasseur"]):
    def visibles_par(self, acteur: Acteur) -> "ImportClasseurQuerySet":
        """One's own collectivité's imports only: they hold what it has not transmitted yet."""
        return self.filter(
            campagne__demarche__in=Demarche.objects.visibles_par(acteur),
            collectivite_id=acteur.collectivite_id,
        )


class ImportClasseur(models.Model):
    """One deposit. `reponse` is null when the EPCI deposits a workbook of the whole territory."""

    campagne = models.ForeignKey(Campagne, models.CASCADE, related_name="imports", verbose_name="campagne")
    reponse = models.ForeignKey(
        ReponseCollectivite,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="imports",
        verbose_name="réponse",
    )
    collectivite = models.ForeignKey(
        "territoire.Collectivite", models.PROTECT, related_name="+", verbose_name="déposé par la collectivité"
    )
    nom_fichier = models.CharField("fichier", max_length=255)
    fichier = models.FileField("contenu", upload_to="diagnostic/imports/%Y/%m", max_length=255)
    empreinte = models.CharField("empreinte SHA-256", max_length=64)
    statut = models.CharField(
        "état", max_length=12, choices=StatutImport.choices, default=StatutImport.VERIFIE
    )
    rapport = models.JSONField("rapport")
    bilan = models.JSONField("bilan", default=dict, blank=True)
    depose_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="déposé par",
    )
    depose_le = models.DateTimeField("déposé le", default=timezone.now)
    applique_le = models.DateTimeField("enregistré le", null=True, blank=True)

    objects = ImportClasseurQuerySet.as_manager()

    class Meta:
        verbose_name = "import d’un classeur"
        verbose_name_plural = "imports de classeurs"
        ordering = ["-depose_le", "-pk"]

    def __str__(self) -> str:
        return self.nom_fichier

    @property
    def demarche(self) -> Demarche:
        return self.campagne.demarche
