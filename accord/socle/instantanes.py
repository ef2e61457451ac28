"""Snapshots: versioned, hashed JSON handed from one stage to the next, never changed afterwards."""

import hashlib
import json
import uuid
from typing import Any

from django.conf import settings
from django.db import models


class InstantaneImmuable(Exception):
    """Someone tried to change or delete a snapshot."""


def canonique(contenu: Any) -> str:
    """The one JSON text of a content: sorted keys, no spaces, UTF-8 kept. Floats are refused (TypeError)."""
    _refuser_flottants(contenu)
    return json.dumps(contenu, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def empreinte_de(contenu: Any) -> str:
    """SHA-256 (64 hexadecimal characters) of the canonical text."""
    return hashlib.sha256(canonique(contenu).encode()).hexdigest()


def _refuser_flottants(valeur: Any) -> None:
    if isinstance(valeur, float):
        raise TypeError(
            "Un instantané ne contient pas de nombre flottant : centimes entiers ou texte décimal."
        )
    if isinstance(valeur, dict):
        for element in valeur.values():
            _refuser_flottants(element)
    elif isinstance(valeur, list | tuple):
        for element in valeur:
            _refuser_flottants(element)


class InstantaneQuerySet(models.QuerySet):
    """Bulk changes are refused like single ones."""

    def update(self, **kwargs: Any) -> int:
        raise InstantaneImmuable("Un instantané ne se modifie pas.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise InstantaneImmuable("Un instantané ne se supprime pas.")


class Instantane(models.Model):
    """What a stage hands over: content frozen at a moment by a person, with its hash."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField("version")
    contenu = models.JSONField("contenu")
    empreinte = models.CharField("empreinte SHA-256", max_length=64, editable=False)
    fige_le = models.DateTimeField("figé le")
    fige_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="figé par",
    )

    objects = InstantaneQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise InstantaneImmuable("Un instantané ne se modifie pas : figez une nouvelle version.")
        self.empreinte = empreinte_de(self.contenu)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise InstantaneImmuable("Un instantané ne se supprime pas.")

    def est_intact(self) -> bool:
        """Whether the stored content still has the hash written at freezing time."""
        return empreinte_de(self.contenu) == self.empreinte
