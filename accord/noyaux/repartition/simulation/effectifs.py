"""Staffing of each employer without and with pooling, in hundredths of ETP (yearly average)."""

from __future__ import annotations

import numpy as np

from accord.noyaux.repartition.arrondi import plus_fort_reste
from accord.noyaux.repartition.matrice import Entiers
from accord.noyaux.repartition.simulation.couts import au_prorata
from accord.noyaux.repartition.simulation.entrees import EtatInitial, ScenarioSimule
from accord.noyaux.repartition.simulation.tableaux import Tableaux


def effectifs_sans(tableaux: Tableaux) -> Entiers:
    """E×Y: everybody keeps the staff of the état arrêté."""
    total = tableaux.autres_etp + tableaux.etp.sum(axis=0)
    return np.repeat(total[:, None], len(tableaux.duree), axis=1)


def effectifs_avec(
    etat: EtatInitial, scenario: ScenarioSimule, tableaux: Tableaux, mutualises: Entiers
) -> Entiers:
    """E×Y: what each keeps, plus the pooled staff with its employer."""
    hors = tableaux.duree - tableaux.jours
    gardes = au_prorata(
        np.repeat(tableaux.etp[:, :, None], len(tableaux.duree), axis=2), hors, tableaux.duree
    )
    total: Entiers = tableaux.autres_etp[:, None] + gardes.sum(axis=0)
    rang = {employeur.siren: i for i, employeur in enumerate(etat.employeurs)}
    for s, service in enumerate(scenario.services):
        if service.agents_au_gestionnaire:
            total[rang[service.gestionnaire]] += mutualises[s]
        else:
            total += _chez_chacun(tableaux, s, mutualises[s], list(rang))
    return total


def _chez_chacun(tableaux: Tableaux, s: int, mutualises: Entiers, sirens: list[str]) -> Entiers:
    """No agent moves: the pooled staffing stays where it is, in proportion to what each brings."""
    colonnes = []
    for y, etp in enumerate(mutualises):
        poids = [int(w) for w in tableaux.etp[s] * tableaux.jours[s, :, y]]
        if not any(poids):
            poids = [int(j) for j in tableaux.jours[s, :, y]]
        colonnes.append(plus_fort_reste(int(etp), poids, sirens) if any(poids) else [0] * len(sirens))
    return np.array(colonnes, dtype=np.int64).T
