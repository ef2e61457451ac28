"""Measure the sizes of the code and compare them with the budgets of ARCHITECTURE.md.

Run it as `python scripts/mesures.py`: it prints one line per app and ends with 1 when a budget is exceeded.
"""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent

MAX_FICHIER = 400
MAX_FONCTION = 60
MAX_GABARIT = 200
MAX_FICHIER_TEST = 600


@dataclass(frozen=True)
class Depassement:
    """One object larger than its budget."""

    objet: str
    lignes: int
    maximum: int

    def __str__(self) -> str:
        return f"{self.objet} : {self.lignes} lignes (maximum {self.maximum})"


@dataclass(frozen=True)
class Resume:
    """The distribution of a family of sizes."""

    nombre: int
    mediane: int
    p90: int
    maximum: int

    @classmethod
    def de(cls, tailles: Iterable[int]) -> "Resume":
        valeurs = sorted(tailles)
        if not valeurs:
            return cls(0, 0, 0, 0)
        rang = max(0, -(-len(valeurs) * 9 // 10) - 1)
        return cls(len(valeurs), int(statistics.median(valeurs)), valeurs[rang], valeurs[-1])

    def __str__(self) -> str:
        return f"{self.nombre:>5} {self.mediane:>5} {self.p90:>5} {self.maximum:>5}"


def fichiers_du_projet(racine: Path = RACINE) -> list[Path]:
    """Every file that git tracks or would track; nothing that it ignores."""
    sortie = subprocess.run(
        ["git", "-C", str(racine), "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        check=True,
    ).stdout.decode()
    return sorted({racine / nom for nom in sortie.split("\0") if nom and (racine / nom).is_file()})


def est_production(chemin: Path, racine: Path = RACINE) -> bool:
    parties = chemin.relative_to(racine).parts
    return parties[0] == "accord" and chemin.suffix == ".py" and "migrations" not in parties


def est_test(chemin: Path, racine: Path = RACINE) -> bool:
    return chemin.relative_to(racine).parts[0] == "tests" and chemin.suffix == ".py"


def est_gabarit(chemin: Path, racine: Path = RACINE) -> bool:
    parties = chemin.relative_to(racine).parts
    return parties[0] == "accord" and "templates" in parties and chemin.suffix in {".html", ".txt"}


def nombre_de_lignes(chemin: Path) -> int:
    return len(chemin.read_text(encoding="utf-8").splitlines())


def fonctions(chemin: Path) -> Iterator[tuple[str, int]]:
    """Yield (name:line, number of lines) of every function of a module, methods included."""
    arbre = ast.parse(chemin.read_text(encoding="utf-8"), filename=str(chemin))
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{noeud.name}:{noeud.lineno}", (noeud.end_lineno or noeud.lineno) - noeud.lineno + 1


def depassements(chemins: Iterable[Path], racine: Path = RACINE) -> list[Depassement]:
    """Everything above its budget, files first."""
    trouves: list[Depassement] = []
    for chemin in chemins:
        nom = str(chemin.relative_to(racine))
        if est_production(chemin, racine):
            _noter(trouves, nom, nombre_de_lignes(chemin), MAX_FICHIER)
            for fonction, lignes in fonctions(chemin):
                _noter(trouves, f"{nom}::{fonction}", lignes, MAX_FONCTION)
        elif est_test(chemin, racine):
            _noter(trouves, nom, nombre_de_lignes(chemin), MAX_FICHIER_TEST)
        elif est_gabarit(chemin, racine):
            _noter(trouves, nom, nombre_de_lignes(chemin), MAX_GABARIT)
    return trouves


def _noter(trouves: list[Depassement], objet: str, lignes: int, maximum: int) -> None:
    if lignes > maximum:
        trouves.append(Depassement(objet, lignes, maximum))


def rapport(chemins: list[Path], racine: Path = RACINE) -> str:
    """The table printed by the command: sizes per app, then the whole, then tests ÷ code."""
    production = [c for c in chemins if est_production(c, racine)]
    lignes = [f"{'':<16}{'fichiers':<24}{'fonctions':<24}{'gabarits':<24}"]
    lignes.append(f"{'':<16}" + f"{'nb':>5} {'méd':>5} {'p90':>5} {'max':>5} " * 3)
    apps = sorted(
        {c.relative_to(racine).parts[1] for c in production if len(c.relative_to(racine).parts) > 2}
    )
    for app in [*apps, ""]:
        prefixe = racine / "accord" / app
        fichiers = [c for c in production if c.is_relative_to(prefixe)]
        gabarits = [c for c in chemins if c.is_relative_to(prefixe) and est_gabarit(c, racine)]
        tailles = [taille for c in fichiers for _, taille in fonctions(c)]
        lignes.append(
            f"{app or 'ensemble':<16}{Resume.de(map(nombre_de_lignes, fichiers))} "
            f"{Resume.de(tailles)} {Resume.de(map(nombre_de_lignes, gabarits))}"
        )
    code = sum(map(nombre_de_lignes, production))
    tests = sum(nombre_de_lignes(c) for c in chemins if est_test(c, racine))
    lignes.append(f"code {code} lignes, tests {tests} lignes, rapport {tests / code if code else 0:.2f}")
    return "\n".join(lignes)


def main() -> int:
    chemins = fichiers_du_projet()
    print(rapport(chemins))
    trouves = depassements(chemins)
    for depassement in trouves:
        print(f"TROP GRAND  {depassement}")
    return 1 if trouves else 0


if __name__ == "__main__":
    sys.exit(main())
