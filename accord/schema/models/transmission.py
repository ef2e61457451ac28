"""The report sent to one commune: when, how, when received, and with which proof."""

from typing import Self

from django.conf import settings
from django.db import models

from accord.demarche.models import Demarche
from accord.schema.enums import CanalTransmission, PreuveReception
from accord.schema.models.schema import Schema
from accord.socle.droits import Acteur


class TransmissionQuerySet(models.QuerySet):
    def visibles_par(self, acteur: Acteur) -> Self:
        return self.filter(schema__in=Schema.objects.visibles_par(acteur))

    def avec_contexte(self) -> Self:
        """With what the pages of a commune read; the frozen content stays in the database until asked for."""
        liees = self.select_related("collectivite", "version_rapport", "schema__demarche__epci", "avis")
        return liees.defer("version_rapport__contenu")

    def en_attente(self) -> Self:
        """No opinion yet, expressed or tacit."""
        return self.filter(avis__isnull=True)


def chemin_preuve(transmission: "Transmission", nom: str) -> str:
    return f"schema/{transmission.schema_id}/receptions/{nom}"


class Transmission(models.Model):
    """One a commune; the day of receipt starts the delay of that commune alone."""

    schema = models.ForeignKey(
        "schema.Schema", models.PROTECT, related_name="transmissions", verbose_name="schéma"
    )
    version_rapport = models.ForeignKey(
        "schema.VersionRapport",
        models.PROTECT,
        related_name="transmissions",
        verbose_name="version du rapport",
    )
    collectivite = models.ForeignKey(
        "territoire.Collectivite", models.PROTECT, related_name="+", verbose_name="commune"
    )
    canal = models.CharField("moyen d’envoi", max_length=20, choices=CanalTransmission.choices)
    envoye_le = models.DateTimeField("envoyé le")
    envoye_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="envoyé par"
    )
    date_reception = models.DateField("reçu le", null=True, blank=True)
    date_avis_tacite = models.DateField("avis réputé favorable le", null=True, blank=True)
    preuve = models.CharField(
        "preuve de réception", max_length=20, choices=PreuveReception.choices, blank=True, default=""
    )
    preuve_fichier = models.FileField("pièce", upload_to=chemin_preuve, blank=True, max_length=200)
    preuve_empreinte = models.CharField("empreinte de la pièce", max_length=64, blank=True, default="")
    preuve_note = models.CharField("précision", max_length=300, blank=True, default="")
    relance_le = models.DateTimeField("dernier rappel", null=True, blank=True)
    schema_adresse_le = models.DateTimeField("schéma approuvé adressé le", null=True, blank=True)

    objects = TransmissionQuerySet.as_manager()

    class Meta:
        verbose_name = "transmission à une commune"
        verbose_name_plural = "transmissions aux communes"
        ordering = ["collectivite__nom"]
        constraints = [
            models.UniqueConstraint(
                fields=["schema", "collectivite"],
                name="transmission_commune_unique",
                violation_error_message="Le rapport a déjà été transmis à cette commune.",
            ),
            models.CheckConstraint(
                condition=models.Q(date_reception__isnull=True, date_avis_tacite__isnull=True, preuve="")
                | (
                    models.Q(
                        date_reception__isnull=False,
                        date_avis_tacite__isnull=False,
                        date_avis_tacite__gt=models.F("date_reception"),
                    )
                    & ~models.Q(preuve="")
                ),
                name="transmission_reception_complete",
                violation_error_message="Une réception porte sa date, sa preuve et la date de l’avis tacite.",
            ),
        ]

    def __str__(self) -> str:
        return f"Transmission à {self.collectivite}"

    @property
    def demarche(self) -> Demarche:
        return self.schema.demarche
