"""From a scenario of the database to the kernel's result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from accord.noyaux.repartition import ErreurRepartition
from accord.noyaux.repartition.simulation import (
    EtatInitial,
    Hypotheses,
    Resultat,
    ScenarioSimule,
    ServiceSimule,
    expliquer_cellule,
)
from accord.noyaux.repartition.simulation import simuler as simuler_noyau
from accord.scenarios.adaptateurs.cles import cle_de
from accord.scenarios.adaptateurs.etat import centiemes, etat_initial
from accord.scenarios.adaptateurs.formes import lire_forme
from accord.scenarios.models import Scenario, ServiceScenario
from accord.territoire.models import Collectivite

CalculImpossible = ErreurRepartition
"""Raised by `simuler`; its message is French."""


@dataclass(frozen=True)
class Simulation:
    """A scenario and its figures. Arrays of `resultat` have axes service × employer × year."""

    scenario: Scenario
    etat: EtatInitial
    essai: ScenarioSimule
    resultat: Resultat

    @cached_property
    def rang_employeur(self) -> dict[str, int]:
        return {employeur.siren: rang for rang, employeur in enumerate(self.resultat.employeurs)}

    @cached_property
    def rang_service(self) -> dict[str, int]:
        return {service.code: rang for rang, service in enumerate(self.resultat.services)}

    @cached_property
    def avertissements(self) -> tuple[str, ...]:
        """What the reader must know: the kernel's remarks, and the figures that nobody gave."""
        return (*self.resultat.avertissements, *_inconnues(self.scenario))


def simuler(scenario: Scenario) -> Simulation:
    """No query when the scenario was loaded with `avec_details()`. Raises CalculImpossible."""
    services = list(scenario.services.all())
    etat = etat_initial(scenario.etat_arrete, _exterieures(scenario, services))
    essai = ScenarioSimule(
        nom=scenario.nom,
        annees=scenario.annees,
        services=tuple(_service(scenario, service) for service in services),
        hypotheses=Hypotheses(inflation=Fraction(scenario.inflation_pourcent) / 100),
    )
    return Simulation(scenario, etat, essai, simuler_noyau(etat, essai))


def expliquer(simulation: Simulation, *, siren: str, code: str, annee: int) -> tuple[str, ...]:
    """How one cell was obtained, as sentences. Raises KeyError for a cell that does not exist."""
    explication = expliquer_cellule(
        simulation.etat, simulation.essai, simulation.resultat, siren=siren, code=code, annee=annee
    )
    return explication.lignes()


def _service(scenario: Scenario, service: ServiceScenario) -> ServiceSimule:
    forme = lire_forme(service.forme, scenario.modifie_le.date())
    return ServiceSimule(
        code=service.code,
        libelle=service.libelle,
        gestionnaire=service.gestionnaire.siren or "",
        cle=cle_de(service.cle, service.parametres_cle),
        adhesions={
            adhesion.collectivite.siren or "": adhesion.date_adhesion
            for adhesion in service.adhesions.all()
            if adhesion.date_adhesion
        },
        etp_cible_centiemes=None if service.etp_cible is None else centiemes(service.etp_cible),
        transition_centimes=service.transition_centimes,
        agents_au_gestionnaire=forme is None or forme.agents_au_gestionnaire,
    )


def _inconnues(scenario: Scenario) -> Iterable[str]:
    """Members whose declaration leaves a cost or a staffing unknown: counted as nothing, and said so."""
    contenu = scenario.etat_arrete.contenu
    noms = {lieu["siren"]: lieu["nom"] for lieu in (contenu["epci"], *contenu["communes"])}
    incomplets: dict[str, set[str]] = {}
    for ligne in contenu["services"]:
        if ligne.get("inconnus"):
            incomplets.setdefault(ligne["code"], set()).add(ligne["siren"])
    for service in scenario.services.all():
        adherents = {a.collectivite.siren for a in service.adhesions.all() if a.date_adhesion}
        manquants = sorted(noms[siren] for siren in incomplets.get(service.code, ()) if siren in adherents)
        if manquants:
            suite = f" et {len(manquants) - 3} autres" if len(manquants) > 4 else ""
            cites = ", ".join(manquants[:3] if suite else manquants) + suite
            titre = f"Service «\u202f{service.libelle}\u202f»"
            yield f"{titre}\u202f: coût ou effectif inconnu, compté pour rien\u202f: {cites}."


def _exterieures(scenario: Scenario, services: Iterable[ServiceScenario]) -> list[Collectivite]:
    """Members and managers that the état arrêté does not know, once each, by SIREN."""
    contenu = scenario.etat_arrete.contenu
    connues = {contenu["epci"]["siren"], *(commune["siren"] for commune in contenu["communes"])}
    trouvees: dict[str, Collectivite] = {}
    for service in services:
        lieux = [adhesion.collectivite for adhesion in service.adhesions.all() if adhesion.date_adhesion]
        for lieu in (service.gestionnaire, *lieux):
            if lieu.siren and lieu.siren not in connues:
                trouvees[lieu.siren] = lieu
    return [trouvees[siren] for siren in sorted(trouvees)]
