"""What the home page and the search compose, from what the other apps offer."""

from dataclasses import dataclass, field
from typing import Any

from accord.socle.attentes import Attente, attentes_de
from accord.socle.droits import Acteur


@dataclass(frozen=True, kw_only=True)
class Tableau:
    """A person's home: what waits for me, and my démarches."""

    attentes: list[Attente] = field(default_factory=list)
    demarches: list[Any] = field(default_factory=list)


def tableau_de(acteur: Acteur) -> Tableau:
    return Tableau(attentes=attentes_de(acteur))


def demarches_publiques() -> list[Any]:
    return []


def rechercher(acteur: Acteur, texte: str) -> list[Any]:
    return []
