"""Who did what, when, on what: one chain of entries, each sealed by the hash of the one before."""

from typing import Any

from django.conf import settings
from django.db import models

from accord.socle.instantanes import empreinte_de

ORIGINE = "0" * 64
"""The hash that comes before the first entry."""


class EntreeImmuable(Exception):
    """Someone tried to change or delete an entry of the journal."""


class EntreeQuerySet(models.QuerySet):
    """Reads by subject; bulk changes are refused."""

    def sur(self, objet: models.Model) -> "EntreeQuerySet":
        """Entries about one object."""
        return self.filter(objet_type=objet._meta.label_lower, objet_id=str(objet.pk))

    def dans(self, contexte: models.Model) -> "EntreeQuerySet":
        """Entries that happened inside one context (a démarche)."""
        return self.filter(contexte_type=contexte._meta.label_lower, contexte_id=str(contexte.pk))

    def update(self, **kwargs: Any) -> int:
        raise EntreeImmuable("Le journal ne se modifie pas.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise EntreeImmuable("Le journal ne s’efface pas.")


class Entree(models.Model):
    """One act. `donnees` holds what the phrase needs; the chain covers every column but the primary key."""

    numero = models.PositiveBigIntegerField("numéro", unique=True)
    survenu_le = models.DateTimeField("survenu le", db_index=True)
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="personne"
    )
    qui = models.CharField("qui, tel qu’affiché", max_length=300)
    code = models.CharField("code de l’acte", max_length=80)
    objet_type = models.CharField("type d’objet", max_length=80)
    objet_id = models.CharField("identifiant de l’objet", max_length=80)
    contexte_type = models.CharField("type de contexte", max_length=80, blank=True)
    contexte_id = models.CharField("identifiant du contexte", max_length=80, blank=True)
    donnees = models.JSONField("données", default=dict)
    empreinte_precedente = models.CharField("empreinte précédente", max_length=64)
    empreinte = models.CharField("empreinte", max_length=64)

    objects = EntreeQuerySet.as_manager()

    class Meta:
        verbose_name = "entrée du journal"
        verbose_name_plural = "entrées du journal"
        ordering = ["-numero"]
        indexes = [
            models.Index(fields=["objet_type", "objet_id"], name="journal_objet"),
            models.Index(fields=["contexte_type", "contexte_id", "-numero"], name="journal_contexte"),
        ]

    def __str__(self) -> str:
        return f"{self.numero} {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise EntreeImmuable("Le journal ne se modifie pas.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise EntreeImmuable("Le journal ne s’efface pas.")

    def sceau(self) -> str:
        """SHA-256 over the entry and the hash of the one before it."""
        return empreinte_de(
            {
                "numero": self.numero,
                "survenu_le": self.survenu_le.isoformat(timespec="microseconds"),
                "personne": self.personne_id,
                "qui": self.qui,
                "code": self.code,
                "objet": [self.objet_type, self.objet_id],
                "contexte": [self.contexte_type, self.contexte_id],
                "donnees": self.donnees,
                "precedente": self.empreinte_precedente,
            }
        )


class Maillon(models.Model):
    """The last link of the chain: one row, locked while an entry is added, so that numbers never fork."""

    numero = models.PositiveBigIntegerField("dernier numéro", default=0)
    empreinte = models.CharField("dernière empreinte", max_length=64, default=ORIGINE)

    class Meta:
        verbose_name = "maillon"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="journal_un_seul_maillon")]

    def __str__(self) -> str:
        return f"{self.numero} {self.empreinte[:12]}"
