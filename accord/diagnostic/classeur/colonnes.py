"""The declarative schema of a sheet: columns, their types, bounds, closed lists and synonyms."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Genre(StrEnum):
    """What a cell of the column holds."""

    TEXTE = "texte"
    CODE = "code"
    IDENTIFIANT = "identifiant"
    SIREN = "siren"
    CHOIX = "choix"
    NOMBRE = "nombre"
    ENTIER = "entier"
    MONTANT = "montant"
    PART = "part"
    POURCENT = "pourcent"
    ANNEE = "annee"
    DATE = "date"


@dataclass(frozen=True)
class Colonne:
    """One column: `code` is ours, `libelle` the canonical header of the template."""

    code: str
    libelle: str
    genre: Genre
    obligatoire: bool = False
    mini: Decimal | None = None
    maxi: Decimal | None = None
    choix: tuple[str, ...] = ()
    """Accepted values, in the form they are kept and exported."""
    alias: dict[str, str] = field(default_factory=dict, hash=False)
    """Other ways people write a value of the closed list (already folded) → the kept value."""
    synonymes: tuple[str, ...] = ()
    aide: str = ""


@dataclass(frozen=True)
class SchemaFeuille:
    """One sheet of the workbook."""

    nom: str
    colonnes: tuple[Colonne, ...]
    cle: tuple[str, ...]
    """Codes of the columns that identify a row."""
    colonne_doublon: str
    """The column a duplicate is reported on."""
    noms: tuple[str, ...] = ()
    """Other names people give to the sheet."""
    periode: tuple[str, str] | None = None
    """Start and end date columns that must be in order."""
    objet: str = ""
    """What a row is, in a sentence (« un agent »)."""

    def colonne(self, code: str) -> Colonne:
        """The column of that code."""
        return next(c for c in self.colonnes if c.code == code)

    @property
    def essentielles(self) -> tuple[str, ...]:
        """Without these columns the sheet cannot be read."""
        return tuple(c.code for c in self.colonnes if c.obligatoire)
