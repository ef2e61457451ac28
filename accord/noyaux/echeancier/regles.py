"""The dated reference rows (`regles/*.yaml`): what the law says, since when, and whether it was read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from accord.noyaux.echeancier.ecriture import delai_en_lettres, en_lettres

DOSSIER = Path(__file__).parent / "regles"
UNITES_DE_DELAI = ("ans", "mois", "semaines", "jours", "jours_francs", "jours_ouvres")
UNITES = (*UNITES_DE_DELAI, "date", "jour_annuel", "habitants", "fraction", "mot")


class RegleInconnue(LookupError):
    """No reference row of this code is in force on the date asked for."""


@dataclass(frozen=True, slots=True)
class Regle:
    """One version of one rule. `base_verifiee`: whether the starting point itself was read in the text."""

    code: str
    libelle: str
    article: str
    valeur: int | str | date
    unite: str
    base: str
    verifie: bool
    verifie_le: date
    source: str
    fiche: str
    sens: str = "apres"
    report_jour_ouvre: bool = False
    base_verifiee: bool | None = None
    en_vigueur_du: date | None = None
    en_vigueur_au: date | None = None
    remarque: str = ""

    @property
    def valeur_en_lettres(self) -> str:
        """« 3 mois », « 15 mars 2026 », « 30/09 », « 2/3 »."""
        if isinstance(self.valeur, date):
            return en_lettres(self.valeur)
        if self.unite in UNITES_DE_DELAI:
            return delai_en_lettres(self.nombre, self.unite)
        if self.unite == "jour_annuel":
            mois, jour = str(self.valeur).split("-")
            return f"{jour}/{mois} de chaque année"
        return str(self.valeur).replace("_", " ") + (" habitants" if self.unite == "habitants" else "")

    @property
    def nombre(self) -> int:
        """The value of a delay or of a threshold. Raises ValueError when the rule holds something else."""
        return int(str(self.valeur))

    @property
    def jour(self) -> date:
        """The value of a date named by a text. Raises ValueError when the rule holds something else."""
        if not isinstance(self.valeur, date):
            raise ValueError(f"La règle «\u202f{self.code}\u202f» ne porte pas de date.")
        return self.valeur

    @property
    def entierement_verifiee(self) -> bool:
        """Delay and starting point both read in the text."""
        return self.verifie and self.base_verifiee is not False

    def en_vigueur(self, le: date) -> bool:
        """Whether this version applies on that day; an unknown bound is open."""
        return (self.en_vigueur_du or date.min) <= le <= (self.en_vigueur_au or date.max)


@dataclass(frozen=True)
class Referentiel:
    """A set of rules and the wording of their starting points. Pass your own in a test or for a reform."""

    regles: tuple[Regle, ...]
    bases: dict[str, str] = field(default_factory=dict)

    def regle(self, code: str, le: date | None = None) -> Regle:
        """The version in force on `le` (the newest one without a date). Raises RegleInconnue."""
        versions = [r for r in self.regles if r.code == code and (le is None or r.en_vigueur(le))]
        if not versions:
            quand = f" au {le.isoformat()}" if le else ""
            raise RegleInconnue(f"Aucune règle «\u202f{code}\u202f» en vigueur{quand}.")
        return max(versions, key=lambda regle: regle.en_vigueur_du or date.min)

    def contient(self, code: str, le: date) -> bool:
        """Whether some version of the rule is in force on that day."""
        return any(r.code == code and r.en_vigueur(le) for r in self.regles)

    def avec(self, *remplacantes: Regle) -> "Referentiel":
        """The same rules with some replaced, by code: a setting or a hypothesis of reform."""
        codes = {regle.code for regle in remplacantes}
        gardees = tuple(regle for regle in self.regles if regle.code not in codes)
        return Referentiel(gardees + remplacantes, self.bases)


def regles_de(lignes: Iterable[dict[str, Any]]) -> tuple[Regle, ...]:
    """Rules from parsed rows. Raises TypeError on a wrong column, ValueError on an unknown unit."""
    regles = tuple(Regle(**ligne) for ligne in lignes)
    for regle in regles:
        if regle.unite not in UNITES:
            raise ValueError(
                f"Règle «\u202f{regle.code}\u202f»\u202f: unité inconnue «\u202f{regle.unite}\u202f»."
            )
    return regles


@cache
def referentiel() -> Referentiel:
    """The rules shipped with the product, read once."""
    bases = yaml.safe_load((DOSSIER / "bases.yaml").read_text(encoding="utf-8"))
    lignes: list[dict[str, Any]] = []
    for fichier in sorted(DOSSIER.glob("*.yaml")):
        if fichier.name != "bases.yaml":
            lignes += yaml.safe_load(fichier.read_text(encoding="utf-8"))
    return Referentiel(regles_de(lignes), bases)
