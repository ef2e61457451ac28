"""The doors of the scenarios: what the actor does not see does not exist (404)."""

from dataclasses import dataclass

from django.http import Http404

from accord.demarche.models import Demarche
from accord.scenarios.models import Scenario, ServiceScenario
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite


@dataclass(frozen=True)
class Detail:
    """A collectivité looked at in a scenario; `service` and `annee` point at one cell when they are given."""

    scenario: Scenario
    collectivite: Collectivite
    service: ServiceScenario | None = None
    annee: int = 0

    @property
    def code(self) -> str:
        return self.service.code if self.service else ""

    @property
    def demarche(self) -> Demarche:
        return self.scenario.demarche

    @property
    def collectivite_id(self) -> int:
        return self.collectivite.pk


def porte_scenario(acteur: Acteur, slug: str, pk: int) -> Scenario:
    """A visible scenario with all that its simulation reads. Raises Http404."""
    scenario = Scenario.objects.visibles_par(acteur).avec_details().filter(demarche__slug=slug, pk=pk).first()
    if scenario is None:
        raise Http404("Introuvable")
    return scenario


def porte_service(acteur: Acteur, slug: str, pk: int, service: int) -> ServiceScenario:
    """A service of a visible scenario. Raises Http404."""
    scenario = porte_scenario(acteur, slug, pk)
    trouve = next((candidat for candidat in scenario.services.all() if candidat.pk == service), None)
    if trouve is None:
        raise Http404("Introuvable")
    trouve.scenario = scenario
    return trouve


def porte_detail(acteur: Acteur, slug: str, pk: int, siren: str) -> Detail:
    """A collectivité that a visible scenario knows. Raises Http404."""
    scenario = porte_scenario(acteur, slug, pk)
    collectivite = Collectivite.objects.filter(siren=siren).first() if siren in _connus(scenario) else None
    if collectivite is None:
        raise Http404("Introuvable")
    return Detail(scenario, collectivite)


def porte_cellule(acteur: Acteur, slug: str, pk: int, siren: str, service: int, annee: int) -> Detail:
    """One cell: a collectivité, a service, a year. Raises Http404."""
    detail = porte_detail(acteur, slug, pk, siren)
    trouve = next((s for s in detail.scenario.services.all() if s.pk == service), None)
    if trouve is None or annee not in detail.scenario.annees:
        raise Http404("Introuvable")
    return Detail(detail.scenario, detail.collectivite, trouve, annee)


def _connus(scenario: Scenario) -> set[str | None]:
    contenu = scenario.etat_arrete.contenu
    connus = {contenu["epci"]["siren"], *(commune["siren"] for commune in contenu["communes"])}
    adherents = {a.collectivite.siren for s in scenario.services.all() for a in s.adhesions.all()}
    return connus | adherents
