"""The list of scenarios, with the few figures that tell them apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accord.scenarios.adaptateurs import CalculImpossible, simuler
from accord.scenarios.models import Scenario


@dataclass(frozen=True)
class ScenarioListe:
    """A row of the list; figures are None when the scenario cannot be computed yet (and why)."""

    scenario: Scenario
    services: int
    adhesions: int
    annee: int
    ecart_centimes: int | None = None
    gagnants: int | None = None
    perdants: int | None = None
    empechement: str = ""


def lister(scenarios: Iterable[Scenario]) -> list[ScenarioListe]:
    """Scenarios loaded with `avec_details()`: no query of its own."""
    return [_ligne(scenario) for scenario in scenarios]


def _ligne(scenario: Scenario) -> ScenarioListe:
    services = list(scenario.services.all())
    adhesions = sum(1 for service in services for a in service.adhesions.all() if a.date_adhesion)
    base = (scenario, len(services), adhesions, scenario.annees[-1])
    if not services:
        return ScenarioListe(*base, empechement="Aucun service choisi pour l’instant.")
    try:
        resultat = simuler(scenario).resultat
    except CalculImpossible as erreur:
        return ScenarioListe(*base, empechement=erreur.message)
    ecarts = (resultat.depenses_avec - resultat.depenses_seul)[:, -1]
    return ScenarioListe(*base, int(ecarts.sum()), int((ecarts < 0).sum()), int((ecarts > 0).sum()))
