"""How a figure was obtained: parameters, steps with their formula, legal references."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Reference:
    """A rule of law behind a step; `verifie` says whether the text in force was read."""

    article: str
    verifie: bool
    note: str = ""

    def phrase(self) -> str:
        marque = "vérifié" if self.verifie else "à vérifier"
        return f"{self.article} ({marque}){f' — {self.note}' if self.note else ''}"


@dataclass(frozen=True, slots=True)
class Etape:
    libelle: str
    formule: str
    resultat: str = ""

    def phrase(self) -> str:
        return f"{self.libelle}\u202f: {self.formule}{f' = {self.resultat}' if self.resultat else ''}"


@dataclass(frozen=True, slots=True)
class Explication:
    titre: str
    parametres: tuple[tuple[str, str], ...] = ()
    etapes: tuple[Etape, ...] = ()
    references: tuple[Reference, ...] = field(default=())

    def lignes(self) -> tuple[str, ...]:
        """The explanation as sentences, in the order of the computation."""
        return (
            self.titre,
            *(f"{nom}\u202f: {valeur}" for nom, valeur in self.parametres),
            *(etape.phrase() for etape in self.etapes),
            *(f"Référence\u202f: {reference.phrase()}" for reference in self.references),
        )

    def en_json(self) -> dict[str, Any]:
        return {
            "titre": self.titre,
            "parametres": [{"nom": nom, "valeur": valeur} for nom, valeur in self.parametres],
            "etapes": [
                {"libelle": e.libelle, "formule": e.formule, "resultat": e.resultat} for e in self.etapes
            ],
            "references": [
                {"article": r.article, "verifie": r.verifie, "note": r.note} for r in self.references
            ],
        }
