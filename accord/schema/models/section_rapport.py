"""A section of the report, and every text ever typed in it."""

from django.conf import settings
from django.db import models

from accord.demarche.models import Demarche


class SectionRapport(models.Model):
    """A part of the table of contents; `revision` grows at each saved text (optimistic concurrency)."""

    schema = models.ForeignKey(
        "schema.Schema", models.CASCADE, related_name="sections", verbose_name="schéma"
    )
    code = models.SlugField("code", max_length=40)
    titre = models.CharField("titre", max_length=150)
    contenu = models.TextField("texte", blank=True)
    ordre = models.PositiveSmallIntegerField("ordre")
    revision = models.PositiveIntegerField("révision", default=1)
    modifie_le = models.DateTimeField("modifié le", null=True)
    modifie_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="modifié par"
    )

    class Meta:
        verbose_name = "section du rapport"
        verbose_name_plural = "sections du rapport"
        ordering = ["ordre"]
        constraints = [
            models.UniqueConstraint(
                fields=["schema", "code"],
                name="section_code_unique",
                violation_error_message="Cette section existe déjà.",
            )
        ]

    def __str__(self) -> str:
        return self.titre

    @property
    def demarche(self) -> Demarche:
        return self.schema.demarche

    @property
    def est_personnalisee(self) -> bool:
        """Whether someone has written in it since the opening."""
        return self.modifie_le is not None


class RevisionSection(models.Model):
    """A text typed in a section: kept even when it was refused because a colleague saved first."""

    section = models.ForeignKey(
        SectionRapport, models.CASCADE, related_name="revisions", verbose_name="section"
    )
    revision = models.PositiveIntegerField("révision")
    titre = models.CharField("titre", max_length=150)
    contenu = models.TextField("texte", blank=True)
    retenue = models.BooleanField("retenue", default=True)
    redige_le = models.DateTimeField("rédigé le")
    redige_par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="rédigé par"
    )

    class Meta:
        verbose_name = "révision d’une section"
        verbose_name_plural = "révisions d’une section"
        ordering = ["-redige_le", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "revision"],
                condition=models.Q(retenue=True),
                name="revision_retenue_unique",
                violation_error_message="Cette révision existe déjà.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.section} — révision {self.revision}"
