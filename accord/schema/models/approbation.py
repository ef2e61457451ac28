"""The délibération by which the EPCI's council approves the schéma."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accord.demarche.models import Demarche


def chemin_approbation(approbation: "Approbation", nom: str) -> str:
    return f"schema/{approbation.schema_id}/approbation/{nom}"


class Approbation(models.Model):
    """Majority of the votes cast: abstentions do not count; on a tie the chair's vote decides."""

    schema = models.OneToOneField(
        "schema.Schema", models.PROTECT, related_name="approbation", verbose_name="schéma"
    )
    version_rapport = models.ForeignKey(
        "schema.VersionRapport", models.PROTECT, related_name="+", verbose_name="version approuvée"
    )
    date_deliberation = models.DateField("date de la délibération")
    numero_deliberation = models.CharField("numéro de la délibération", max_length=60)
    votes_pour = models.PositiveSmallIntegerField("pour")
    votes_contre = models.PositiveSmallIntegerField("contre")
    abstentions = models.PositiveSmallIntegerField("abstentions")
    voix_preponderante = models.BooleanField(
        "voix prépondérante du président ou de la présidente", default=False
    )
    piece = models.FileField("délibération", upload_to=chemin_approbation, blank=True, max_length=200)
    piece_empreinte = models.CharField("empreinte de la pièce", max_length=64, blank=True, default="")
    note_le = models.DateTimeField("noté le")
    note_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="noté par"
    )

    class Meta:
        verbose_name = "approbation du schéma"
        verbose_name_plural = "approbations du schéma"
        constraints = [
            models.CheckConstraint(
                condition=Q(votes_pour__gt=F("votes_contre"))
                | Q(votes_pour=F("votes_contre"), votes_pour__gt=0, voix_preponderante=True),
                name="approbation_majorite_exprimee",
                violation_error_message="La majorité des suffrages exprimés n’est pas atteinte.",
            )
        ]

    def __str__(self) -> str:
        return f"Délibération {self.numero_deliberation}"

    @property
    def demarche(self) -> Demarche:
        return self.schema.demarche
