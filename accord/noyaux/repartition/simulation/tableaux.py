"""The état initial and the adhesions as whole-number arrays (service × employer × year)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from accord.noyaux.repartition.matrice import Entiers
from accord.noyaux.repartition.simulation.entrees import EtatInitial, ScenarioSimule
from accord.noyaux.repartition.simulation.temps import (
    MILLIONIEME,
    coefficient,
    jours_de_l_annee,
    jours_de_presence,
)


@dataclass(frozen=True, slots=True, eq=False)
class Tableaux:
    """Axes: S services of the scenario, E employers, Y years."""

    brut: Entiers  # S×E×Y gross cost alone, indexed
    recettes: Entiers  # S×E×Y
    etp: Entiers  # S×E hundredths
    jours: Entiers  # S×E×Y days in the pooled service
    duree: Entiers  # Y days of the year
    autres_net: Entiers  # E×Y net cost of the services outside the scenario
    autres_etp: Entiers  # E

    @property
    def seul(self) -> Entiers:
        return self.brut - self.recettes


def dresser(etat: EtatInitial, scenario: ScenarioSimule) -> Tableaux:
    rang = {employeur.siren: i for i, employeur in enumerate(etat.employeurs)}
    service = {s.code: i for i, s in enumerate(scenario.services)}
    forme = (len(service) + 1, len(rang))
    brut, recettes, etp = (np.zeros(forme, dtype=np.int64) for _ in range(3))
    for ligne in etat.lignes:
        if ligne.siren not in rang:
            continue
        case = service.get(ligne.code, len(service)), rang[ligne.siren]
        brut[case] += ligne.brut_centimes
        recettes[case] += ligne.recettes_centimes
        etp[case] += ligne.etp_centiemes
    indices = _indices(etat, scenario)
    brut, recettes = indexer(brut, indices), indexer(recettes, indices)
    return Tableaux(
        brut=brut[:-1],
        recettes=recettes[:-1],
        etp=etp[:-1],
        jours=_jours(scenario, rang),
        duree=np.array([jours_de_l_annee(annee) for annee in scenario.annees], dtype=np.int64),
        autres_net=brut[-1] - recettes[-1],
        autres_etp=etp[-1],
    )


def indexer(montants: Entiers, indices: Entiers) -> Entiers:
    """Amounts × coefficients in millionths, rounded half up: a new last axis, the years."""
    return (montants[..., None] * indices + MILLIONIEME // 2) // MILLIONIEME


def _indices(etat: EtatInitial, scenario: ScenarioSimule) -> Entiers:
    taux = scenario.hypotheses.inflation
    return np.array(
        [coefficient(taux, etat.annee_reference, annee) for annee in scenario.annees], dtype=np.int64
    )


def _jours(scenario: ScenarioSimule, rang: dict[str, int]) -> Entiers:
    jours = np.zeros((len(scenario.services), len(rang), len(scenario.annees)), dtype=np.int64)
    dates = {date_adhesion for service in scenario.services for date_adhesion in service.adhesions.values()}
    calendrier = {jour: [jours_de_presence(jour, annee) for annee in scenario.annees] for jour in dates}
    for s, service in enumerate(scenario.services):
        membres = [rang[siren] for siren in service.adhesions]
        if membres:
            jours[s, membres] = [calendrier[jour] for jour in service.adhesions.values()]
    return jours
