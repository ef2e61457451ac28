"""What happens in the schéma, for the apps above."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class RapportTransmis:
    schema_id: int
    collectivite_ids: tuple[int, ...]


@dataclass(frozen=True)
class AvisDepose:
    schema_id: int
    collectivite_id: int
    sens: str
    date_avis: date


@dataclass(frozen=True)
class SchemaApprouve:
    schema_id: int
    demarche_id: int
    date_deliberation: date
