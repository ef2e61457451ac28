"""What a simulation gives: whole-number arrays, read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from accord.noyaux.repartition.matrice import Entiers
from accord.noyaux.repartition.simulation.entrees import Employeur, ServiceSimule


@dataclass(frozen=True, slots=True)
class LigneEffectif:
    siren: str
    nom: str
    annee: int
    etp_sans_centiemes: int
    etp_avec_centiemes: int


@dataclass(frozen=True, slots=True)
class LigneDepense:
    siren: str
    nom: str
    annee: int
    seul_centimes: int
    avec_centimes: int

    @property
    def ecart_centimes(self) -> int:
        return self.avec_centimes - self.seul_centimes


@dataclass(frozen=True, slots=True)
class LigneContribution:
    """One cell: what the employer pays for the pooled service, keeps outside it, and would pay alone."""

    siren: str
    code: str
    annee: int
    montant_centimes: int
    garde_centimes: int
    seul_centimes: int

    @property
    def ecart_centimes(self) -> int:
        return self.montant_centimes + self.garde_centimes - self.seul_centimes


@dataclass(frozen=True, eq=False)
class Resultat:
    """Axes: S services, E employers, Y years."""

    employeurs: tuple[Employeur, ...]
    services: tuple[ServiceSimule, ...]
    annees: tuple[int, ...]
    couts: Entiers
    contributions: Entiers
    garde: Entiers
    seul: Entiers
    autres_net: Entiers
    jours: Entiers
    etp_mutualises: Entiers
    etp_sans: Entiers
    etp_avec: Entiers
    avertissements: tuple[str, ...] = ()

    @cached_property
    def depenses_seul(self) -> Entiers:
        total: Entiers = self.autres_net + self.seul.sum(axis=0)
        return total

    @cached_property
    def depenses_avec(self) -> Entiers:
        total: Entiers = self.autres_net + (self.garde + self.contributions).sum(axis=0)
        return total

    def effectifs(self) -> Iterator[LigneEffectif]:
        for e, employeur in enumerate(self.employeurs):
            for y, annee in enumerate(self.annees):
                sans, avec = int(self.etp_sans[e, y]), int(self.etp_avec[e, y])
                yield LigneEffectif(employeur.siren, employeur.nom, annee, sans, avec)

    def depenses(self) -> Iterator[LigneDepense]:
        for e, employeur in enumerate(self.employeurs):
            for y, annee in enumerate(self.annees):
                seul, avec = int(self.depenses_seul[e, y]), int(self.depenses_avec[e, y])
                yield LigneDepense(employeur.siren, employeur.nom, annee, seul, avec)

    def lignes_contribution(self) -> Iterator[LigneContribution]:
        """Only the members of each service; those who never join have no line."""
        for s, service in enumerate(self.services):
            for e, employeur in enumerate(self.employeurs):
                if self.jours[s, e].any():
                    for y in range(len(self.annees)):
                        yield self.cellule(s, e, y, employeur.siren, service.code)

    def cellule(self, s: int, e: int, y: int, siren: str, code: str) -> LigneContribution:
        return LigneContribution(
            siren,
            code,
            self.annees[y],
            int(self.contributions[s, e, y]),
            int(self.garde[s, e, y]),
            int(self.seul[s, e, y]),
        )
