"""What the guard rails read: the files of the project and the words of its identifiers."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.mesures import RACINE, fichiers_du_projet

DOCS = RACINE / "docs"
ACCORD = RACINE / "accord"


@cache
def fichiers() -> tuple[Path, ...]:
    return tuple(fichiers_du_projet())


def modules(*dossiers: str) -> list[Path]:
    """Python modules of the product, migrations excluded; below these folder or file names when given."""
    return [
        chemin
        for chemin in fichiers()
        if chemin.suffix == ".py"
        and chemin.is_relative_to(ACCORD)
        and "migrations" not in chemin.parts
        and (not dossiers or any(d in chemin.parts or chemin.stem == d for d in dossiers))
    ]


def gabarits() -> list[Path]:
    return [c for c in fichiers() if c.is_relative_to(ACCORD) and "templates" in c.parts]


def applications() -> list[str]:
    """The Django apps directly below `accord/`, and the two packages that hold several parts."""
    return sorted({c.parent.name for c in modules("apps") if c.parent.parent == ACCORD} | {"noyaux", "socle"})


@cache
def arbre(chemin: Path) -> ast.Module:
    return ast.parse(chemin.read_text(encoding="utf-8"), filename=str(chemin))


def nom(chemin: Path) -> str:
    return str(chemin.relative_to(RACINE))


@dataclass(frozen=True)
class Identifiant:
    """A public name written by hand in the code, with its place."""

    nom: str
    lieu: str

    @property
    def mots(self) -> list[str]:
        return mots_de(self.nom)


def mots_de(identifiant: str) -> list[str]:
    """Split CamelCase and snake_case into lower-case words; figures are dropped."""
    morceaux = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+", identifiant)
    return [morceau.lower() for morceau in morceaux]


def classes_publiques(*dossiers: str) -> Iterator[Identifiant]:
    for chemin in modules(*dossiers):
        for noeud in arbre(chemin).body:
            if isinstance(noeud, ast.ClassDef) and not noeud.name.startswith("_"):
                yield Identifiant(noeud.name, f"{nom(chemin)}:{noeud.lineno}")


def fonctions_publiques(*dossiers: str) -> Iterator[Identifiant]:
    for chemin in modules(*dossiers):
        for noeud in arbre(chemin).body:
            if isinstance(noeud, ast.FunctionDef | ast.AsyncFunctionDef) and not noeud.name.startswith("_"):
                yield Identifiant(noeud.name, f"{nom(chemin)}:{noeud.lineno}")
