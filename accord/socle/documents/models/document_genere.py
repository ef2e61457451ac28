"""A generated file, never changed afterwards: what it is about, the data it was made from, its hash."""

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models

from accord.socle.instantanes import InstantaneImmuable, InstantaneQuerySet


class FormatDocument(models.TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word (DOCX)"

    @property
    def type_mime(self) -> str:
        return _TYPES_MIME[self.value]


_TYPES_MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class DocumentGenereQuerySet(InstantaneQuerySet):
    def du_sujet(self, sujet: models.Model) -> Self:
        return self.filter(sujet_type=sujet._meta.label_lower, sujet_id=str(sujet.pk))


class DocumentGenere(models.Model):
    """One file made from one frozen context; `sujet_type` and `sujet_id` name any object of the site."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sujet_type = models.CharField("type du sujet", max_length=100)
    sujet_id = models.CharField("identifiant du sujet", max_length=40)
    genre = models.CharField("genre", max_length=60)
    format = models.CharField("format", max_length=10, choices=FormatDocument.choices)
    version = models.PositiveIntegerField("version")
    gabarit = models.CharField("modèle de document", max_length=100)
    nom = models.CharField("nom du fichier", max_length=150)
    fichier = models.FileField("fichier", max_length=200)
    type_mime = models.CharField("type", max_length=100)
    taille_octets = models.PositiveIntegerField("taille en octets")
    empreinte = models.CharField("empreinte SHA-256 du fichier", max_length=64)
    contexte = models.JSONField("données figées")
    empreinte_contexte = models.CharField("empreinte SHA-256 des données", max_length=64)
    genere_le = models.DateTimeField("généré le")
    genere_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="généré par",
    )

    objects = DocumentGenereQuerySet.as_manager()

    class Meta:
        verbose_name = "document généré"
        verbose_name_plural = "documents générés"
        ordering = ["sujet_type", "sujet_id", "genre", "format", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["sujet_type", "sujet_id", "genre", "format", "version"],
                name="document_version_unique",
                violation_error_message="Cette version du document existe déjà.",
            ),
            models.UniqueConstraint(
                fields=["sujet_type", "sujet_id", "genre", "format", "empreinte_contexte"],
                name="document_contexte_unique",
                violation_error_message="Ce document a déjà été généré avec les mêmes données.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nom} (version {self.version})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise InstantaneImmuable("Un document généré ne se modifie pas : générez une nouvelle version.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise InstantaneImmuable("Un document généré ne se supprime pas.")
