"""The recommended table of contents of the report, read from `donnees/sommaire.yaml`."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Any

import yaml

from accord.socle.interface.formats import date_moyenne

_FICHIER = Path(__file__).parent / "donnees" / "sommaire.yaml"


@dataclass(frozen=True)
class SectionType:
    """A section of the model: its guidance and first text; `tableau` names the table the platform adds."""

    code: str
    titre: str
    guide: str
    texte: str
    tableau: str = ""


@lru_cache(maxsize=1)
def sections_types() -> tuple[SectionType, ...]:
    """Every section, in order."""
    return tuple(SectionType(**ligne) for ligne in yaml.safe_load(_FICHIER.read_text(encoding="utf-8")))


def section_type(code: str) -> SectionType:
    """The model of a section; an empty one for a section that the model does not know."""
    connues = {section.code: section for section in sections_types()}
    return connues.get(code, SectionType(code, "", "", ""))


def texte_initial(section: SectionType, contenu: dict[str, Any]) -> str:
    """The first text of a section, with the names and dates of the retained scenario."""
    scenario, etat = contenu["scenario"], contenu["etat_arrete"]
    return Template(section.texte).safe_substitute(
        epci=contenu["epci"]["nom"],
        scenario=scenario["nom"],
        instance=scenario["instance"] or "décision",
        decide_le=date_moyenne(scenario["decide_le"]),
        nombre_communes=len(contenu["communes"]),
        annees=_periode(contenu["annees"]),
        etat_arrete=f"version {etat['version']} du {date_moyenne(etat['arrete_le'])} "
        f"(empreinte {etat['empreinte'][:12]})",
    )


def _periode(annees: list[int]) -> str:
    return f"l’année {annees[0]}" if len(annees) == 1 else f"les années {annees[0]} à {annees[-1]}"
