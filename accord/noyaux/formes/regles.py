"""The legal forms as dated reference rows, read once from `donnees/formes.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DONNEES = Path(__file__).parent / "donnees" / "formes.yaml"
DEUX_POINTS = re.compile(r"(?<=\w)([:;])(?=\s)")


@dataclass(frozen=True, slots=True)
class Forme:
    """One form, as the law stood from `depuis` to `jusqu_au`."""

    code: str
    libelle: str
    base_legale: str
    depuis: date
    parties: tuple[str, ...]
    gestionnaires: tuple[str, ...]
    financements: tuple[str, ...]
    agents: str
    position_agents: str
    regle_parties: str
    verifie: bool
    source: str
    conseil: str = ""
    note: str = ""
    interdite: str = ""
    sens: tuple[str, ...] = ()
    epci_obligatoire: bool = False
    transfert_requis: bool = False
    toutes_communes: bool = False
    jusqu_au: date | None = None

    @property
    def agents_au_gestionnaire(self) -> bool:
        return self.agents == "gestionnaire"

    def en_vigueur(self, le: date) -> bool:
        return self.depuis <= le and (self.jusqu_au is None or le <= self.jusqu_au)


@cache
def _lignes() -> tuple[Forme, ...]:
    lues = yaml.safe_load(DONNEES.read_text(encoding="utf-8"))
    return tuple(Forme(**{nom: _valeur(valeur) for nom, valeur in ligne.items()}) for ligne in lues)


def _valeur(valeur: Any) -> Any:
    if isinstance(valeur, list):
        return tuple(valeur)
    if isinstance(valeur, str):
        return DEUX_POINTS.sub("\u202f\\1", valeur.strip())
    return valeur


def formes_en_vigueur(le: date) -> dict[str, Forme]:
    """Every form known on that day, the forbidden ones included."""
    return {forme.code: forme for forme in _lignes() if forme.en_vigueur(le)}


def formes_proposees(le: date) -> tuple[Forme, ...]:
    """What may be offered to people: never a form the law closes to communes and EPCI."""
    return tuple(forme for forme in formes_en_vigueur(le).values() if not forme.interdite)
