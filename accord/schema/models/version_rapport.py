"""A frozen version of the report."""

from django.db import models

from accord.demarche.models import Demarche
from accord.socle.instantanes import Instantane


class VersionRapport(Instantane):
    """Texts, tables and the retained scenario as they were; its PDF and DOCX are `DocumentGenere` about it."""

    schema = models.ForeignKey(
        "schema.Schema", models.PROTECT, related_name="versions", verbose_name="schéma"
    )

    class Meta:
        verbose_name = "version du rapport"
        verbose_name_plural = "versions du rapport"
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(
                fields=["schema", "version"],
                name="version_rapport_unique",
                violation_error_message="Cette version du rapport existe déjà.",
            )
        ]

    def __str__(self) -> str:
        return f"Rapport, version {self.version}"

    @property
    def demarche(self) -> Demarche:
        return self.schema.demarche
