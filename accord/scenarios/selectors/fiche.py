"""« Ce que cela change pour Verson »: one collectivité in one scenario."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.scenarios.adaptateurs import Simulation
from accord.scenarios.permissions import Regard
from accord.scenarios.selectors.periodes import Periode
from accord.scenarios.selectors.resultats import LigneAnnee, LigneEmployeur, en_etp, lignes_employeurs
from accord.territoire.models import Collectivite


@dataclass(frozen=True)
class ServiceDeLaFiche:
    """What one service costs the collectivité over the period."""

    pk: int
    libelle: str
    date_adhesion: date | None
    condition: str
    seul_centimes: int
    garde_centimes: int
    contribution_centimes: int

    @property
    def avec_centimes(self) -> int:
        return self.garde_centimes + self.contribution_centimes

    @property
    def ecart_centimes(self) -> int:
        return self.avec_centimes - self.seul_centimes


@dataclass(frozen=True)
class Fiche:
    """The whole sheet; `adherents` counts the members of each pooled service."""

    collectivite: Collectivite
    periode: Periode
    ligne: LigneEmployeur
    rejoints: tuple[ServiceDeLaFiche, ...]
    autres: tuple[ServiceDeLaFiche, ...]
    annees: tuple[LigneAnnee, ...]


def fiche(
    simulation: Simulation, regard: Regard, collectivite: Collectivite, periode: Periode
) -> Fiche | None:
    """None when the scenario does not know the collectivité; services outside the champ are left out."""
    rang = simulation.rang_employeur.get(collectivite.siren or "")
    if rang is None:
        return None
    services = [
        _service(simulation, service, collectivite, rang, periode)
        for service in simulation.scenario.services.all()
        if regard.voit_service(service.code)
    ]
    return Fiche(
        collectivite=collectivite,
        periode=periode,
        ligne=lignes_employeurs(simulation, periode)[rang],
        rejoints=tuple(service for service in services if service.date_adhesion),
        autres=tuple(service for service in services if not service.date_adhesion),
        annees=_annees(simulation, rang),
    )


def _service(
    simulation: Simulation, service: Any, collectivite: Collectivite, rang: int, periode: Periode
) -> ServiceDeLaFiche:
    resultat, s = simulation.resultat, simulation.rang_service[service.code]
    rangs = periode.rangs(resultat.annees)
    adhesion = next((a for a in service.adhesions.all() if a.collectivite_id == collectivite.pk), None)
    return ServiceDeLaFiche(
        pk=service.pk,
        libelle=service.libelle,
        date_adhesion=adhesion.date_adhesion if adhesion else None,
        condition=adhesion.condition if adhesion else "",
        seul_centimes=int(resultat.seul[s, rang, rangs].sum()),
        garde_centimes=int(resultat.garde[s, rang, rangs].sum()),
        contribution_centimes=int(resultat.contributions[s, rang, rangs].sum()),
    )


def _annees(simulation: Simulation, rang: int) -> tuple[LigneAnnee, ...]:
    resultat = simulation.resultat
    return tuple(
        LigneAnnee(
            annee,
            int(resultat.depenses_seul[rang, y]),
            int(resultat.depenses_avec[rang, y]),
            en_etp(int(resultat.etp_sans[rang, y])),
            en_etp(int(resultat.etp_avec[rang, y])),
        )
        for y, annee in enumerate(resultat.annees)
    )
