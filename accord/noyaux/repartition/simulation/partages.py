"""Contributions: each year's cost of each pooled service shared between those who belong to it."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from accord.noyaux.repartition.arrondi import arrondir_quotas, plus_fort_reste
from accord.noyaux.repartition.bornes import quotas_bornes
from accord.noyaux.repartition.matrice import Entiers, repartir_matrice
from accord.noyaux.repartition.simulation.entrees import EtatInitial, ScenarioSimule, ServiceSimule
from accord.noyaux.repartition.simulation.poids_annuels import combiner, mesures
from accord.noyaux.repartition.simulation.tableaux import Tableaux


def contributions(etat: EtatInitial, scenario: ScenarioSimule, tableaux: Tableaux, couts: Entiers) -> Entiers:
    """S×E×Y centimes; each (service, year) sums to its cost."""
    resultat = np.zeros_like(tableaux.brut)
    sirens = [employeur.siren for employeur in etat.employeurs]
    for s, service in enumerate(scenario.services):
        par_terme = [mesures(terme.critere, service, etat) for terme in service.cle.termes]
        if len(par_terme) == 1 and not service.cle.est_bornee and _petits(par_terme[0]):
            resultat[s] = _simple(service, par_terme[0], tableaux.jours[s], couts[s], sirens)
        else:
            resultat[s] = _general(service, par_terme, tableaux.jours[s], couts[s], sirens)
    return resultat


def _petits(mesure: list[int]) -> bool:
    return max(mesure, default=0) < 2**40


def _simple(
    service: ServiceSimule, mesure: list[int], jours: Entiers, couts: Entiers, sirens: list[str]
) -> Entiers:
    poids = (np.array(mesure, dtype=np.int64)[:, None] * jours).T
    if ((poids.sum(axis=1) == 0) & (couts != 0)).any():
        combiner(service.cle, [mesure], [0] * len(sirens), service.libelle)
    return repartir_matrice(couts, np.ascontiguousarray(poids), sirens).T


def _general(
    service: ServiceSimule, par_terme: list[list[int]], jours: Entiers, couts: Entiers, sirens: list[str]
) -> Entiers:
    colonnes = []
    for y, cout in enumerate(couts):
        if not cout:
            colonnes.append([0] * len(sirens))
            continue
        poids = combiner(service.cle, par_terme, [int(j) for j in jours[:, y]], service.libelle)
        colonnes.append(_partager(service, int(cout), poids, sirens))
    return np.array(colonnes, dtype=np.int64).T


def _partager(service: ServiceSimule, cout: int, poids: list[int], sirens: list[str]) -> list[int]:
    cle = service.cle
    if not cle.est_bornee:
        return plus_fort_reste(cout, poids, sirens)
    presents = {siren for siren, valeur in zip(sirens, poids, strict=True) if valeur}
    planchers = {siren: valeur for siren, valeur in cle.planchers.items() if siren in presents}
    quotas = quotas_bornes(abs(cout), [Fraction(w) for w in poids], sirens, cle.plafonds, planchers)
    signe = 1 if cout > 0 else -1
    return [signe * part for part in arrondir_quotas(abs(cout), quotas, sirens)]
