"""Why a cell is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Raison(StrEnum):
    """The eight reasons of the format."""

    OBLIGATOIRE_MANQUANT = "obligatoire_manquant"
    SIREN_INCONNU = "siren_inconnu"
    NOMBRE_INVALIDE = "nombre_invalide"
    HORS_BORNES = "hors_bornes"
    VALEUR_INCONNUE = "valeur_inconnue"
    DATE_INVALIDE = "date_invalide"
    DOUBLON = "doublon"
    REFERENCE_INCONNUE = "reference_inconnue"


@dataclass(frozen=True)
class Anomalie:
    """A refused cell: the reason, and a precision for the sentence shown to people."""

    raison: Raison
    precision: str = ""
