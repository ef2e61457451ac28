"""The opinion of a municipal council, expressed or tacit, and what arrives too late to be one."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accord.demarche.models import Demarche
from accord.schema.enums import SENS_EXPRIMES, SensAvis


def chemin_deliberation(avis: "AvisCommune | AvisTardif", nom: str) -> str:
    return f"schema/{avis.transmission.schema_id}/avis/{nom}"


class AvisCommune(models.Model):
    """One a commune. Tacit: noted by the platform, dated the day the delay ends, without délibération."""

    transmission = models.OneToOneField(
        "schema.Transmission", models.PROTECT, related_name="avis", verbose_name="transmission"
    )
    sens = models.CharField("sens de l’avis", max_length=20, choices=SensAvis.choices)
    date_avis = models.DateField("date de l’avis")
    date_reception = models.DateField("avis reçu le")
    numero_deliberation = models.CharField("numéro de la délibération", max_length=60, blank=True, default="")
    reserves = models.TextField("réserves", blank=True, default="")
    piece = models.FileField("délibération", upload_to=chemin_deliberation, blank=True, max_length=200)
    piece_empreinte = models.CharField("empreinte de la pièce", max_length=64, blank=True, default="")
    note_le = models.DateTimeField("noté le")
    note_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="noté par"
    )

    class Meta:
        verbose_name = "avis d’une commune"
        verbose_name_plural = "avis des communes"
        constraints = [
            models.CheckConstraint(
                condition=Q(sens=SensAvis.RESERVES) & ~Q(reserves="")
                | ~Q(sens=SensAvis.RESERVES) & Q(reserves=""),
                name="avis_reserves_ecrites",
                violation_error_message="Un avis avec réserves dit lesquelles\u202f; les autres avis n’en ont pas.",
            ),
            models.CheckConstraint(
                condition=Q(sens=SensAvis.TACITE, note_par__isnull=True)
                | Q(sens__in=SENS_EXPRIMES, date_reception__gte=models.F("date_avis")),
                name="avis_tacite_sans_auteur",
                violation_error_message="Un avis tacite est noté par la plateforme, un avis exprimé par quelqu’un.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_sens_display()} — {self.transmission.collectivite}"

    @property
    def demarche(self) -> Demarche:
        return self.transmission.schema.demarche

    @property
    def est_tacite(self) -> bool:
        return self.sens == SensAvis.TACITE


class AvisTardif(models.Model):
    """A délibération received after the delay: kept for information, it changes nothing to the tacit opinion."""

    transmission = models.ForeignKey(
        "schema.Transmission", models.PROTECT, related_name="avis_tardifs", verbose_name="transmission"
    )
    sens = models.CharField(
        "sens exprimé", max_length=20, choices=[(s.value, s.label) for s in SENS_EXPRIMES]
    )
    date_avis = models.DateField("date de la délibération")
    date_reception = models.DateField("reçu le")
    numero_deliberation = models.CharField("numéro de la délibération", max_length=60, blank=True, default="")
    reserves = models.TextField("texte", blank=True, default="")
    piece = models.FileField("délibération", upload_to=chemin_deliberation, blank=True, max_length=200)
    piece_empreinte = models.CharField("empreinte de la pièce", max_length=64, blank=True, default="")
    note_le = models.DateTimeField("noté le")
    note_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="noté par"
    )

    class Meta:
        verbose_name = "avis reçu hors délai"
        verbose_name_plural = "avis reçus hors délai"
        constraints = [
            models.UniqueConstraint(
                fields=["transmission", "sens", "date_avis"],
                name="avis_tardif_unique",
                violation_error_message="Ce courrier a déjà été enregistré.",
            )
        ]

    def __str__(self) -> str:
        return f"Avis reçu hors délai — {self.transmission.collectivite}"

    @property
    def demarche(self) -> Demarche:
        return self.transmission.schema.demarche
