"""What a simulation reads: the frozen picture of today, and one scenario.

Money is whole centimes and ETP whole hundredths everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from accord.noyaux.repartition.cles import Cle


@dataclass(frozen=True, slots=True)
class Employeur:
    """A commune, or the EPCI itself."""

    siren: str
    nom: str
    population_municipale: int = 0
    population_totale: int = 0
    est_epci: bool = False


@dataclass(frozen=True, slots=True)
class LigneService:
    """One service of one employer, as frozen in the état arrêté (a full year)."""

    siren: str
    code: str
    etp_centiemes: int
    cout_direct_centimes: int
    cout_indirect_centimes: int = 0
    recettes_centimes: int = 0
    quantite: Fraction | None = None

    @property
    def brut_centimes(self) -> int:
        return self.cout_direct_centimes + self.cout_indirect_centimes

    @property
    def net_centimes(self) -> int:
        return self.brut_centimes - self.recettes_centimes


@dataclass(frozen=True)
class EtatInitial:
    """Today: employers in a fixed order, and their services (one line per employer and code)."""

    annee_reference: int
    employeurs: tuple[Employeur, ...]
    lignes: tuple[LigneService, ...]

    @cached_property
    def par_code(self) -> Mapping[str, Mapping[str, LigneService]]:
        """code -> SIREN -> line"""
        groupes: defaultdict[str, dict[str, LigneService]] = defaultdict(dict)
        for ligne in self.lignes:
            groupes[ligne.code][ligne.siren] = ligne
        return groupes

    @cached_property
    def mesures_lues(self) -> dict[tuple[str, str], list[int]]:
        """Weights already brought to whole numbers, by (criterion, code): the état never changes."""
        return {}


@dataclass(frozen=True, slots=True)
class ServiceSimule:
    """One pooled service of the scenario.

    `etp_cible_centiemes` None keeps the staffing the members bring. `agents_au_gestionnaire` False
    leaves every agent with his employer (entente, group purchase…).
    """

    code: str
    libelle: str
    gestionnaire: str
    cle: Cle
    adhesions: Mapping[str, date]
    etp_cible_centiemes: int | None = None
    transition_centimes: int = 0
    agents_au_gestionnaire: bool = True


@dataclass(frozen=True, slots=True)
class Hypotheses:
    """What is assumed for everybody, with or without pooling."""

    inflation: Fraction = Fraction()


@dataclass(frozen=True, slots=True)
class ScenarioSimule:
    nom: str
    annees: tuple[int, ...]
    services: tuple[ServiceSimule, ...]
    hypotheses: Hypotheses = field(default_factory=Hypotheses)
