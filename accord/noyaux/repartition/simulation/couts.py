"""Cost and staffing of the pooled services, and what each employer keeps."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from accord.noyaux.repartition.matrice import Entiers
from accord.noyaux.repartition.nombres import arrondir
from accord.noyaux.repartition.simulation.entrees import ScenarioSimule, ServiceSimule
from accord.noyaux.repartition.simulation.tableaux import Tableaux


def cout_garde(tableaux: Tableaux) -> Entiers:
    """Net cost each employer keeps: his cost alone × days outside the pooled service."""
    return au_prorata(tableaux.seul, tableaux.duree - tableaux.jours, tableaux.duree)


def au_prorata(valeurs: Entiers, jours: Entiers, duree: Entiers) -> Entiers:
    """value × days ÷ days of the year, rounded half up."""
    return (2 * valeurs * jours + duree) // (2 * duree)


def couts_mutualises(scenario: ScenarioSimule, tableaux: Tableaux) -> Entiers:
    """S×Y net cost of each pooled service: what the members bring at the target staffing, plus transition."""
    brut = (tableaux.brut * tableaux.jours).sum(axis=1)
    recettes = (tableaux.recettes * tableaux.jours).sum(axis=1)
    couts: Entiers = np.zeros_like(brut)
    for s, service in enumerate(scenario.services):
        rapport = rapport_etp(service, int(_etp_apportes(tableaux, s)))
        premiere = premiere_annee(tableaux.jours[s])
        for y, duree in enumerate(tableaux.duree):
            net = rapport * int(brut[s, y]) - int(recettes[s, y])
            transition = service.transition_centimes if y == premiere else 0
            couts[s, y] = arrondir(net / int(duree)) + transition
    return couts


def rapport_etp(service: ServiceSimule, apportes_centiemes: int) -> Fraction:
    """Target ETP ÷ ETP brought by all the members of the scenario; 1 when either is unknown."""
    if service.etp_cible_centiemes is None or not apportes_centiemes:
        return Fraction(1)
    return Fraction(service.etp_cible_centiemes, apportes_centiemes)


def premiere_annee(jours: Entiers) -> int | None:
    """Index of the first simulated year with a member, or None."""
    actives = np.flatnonzero(jours.sum(axis=0))
    return int(actives[0]) if len(actives) else None


def _etp_apportes(tableaux: Tableaux, s: int) -> int:
    """ETP of the members who join within the simulated years."""
    membres = tableaux.jours[s].any(axis=1)
    return int(tableaux.etp[s][membres].sum())


def etp_mutualises(scenario: ScenarioSimule, tableaux: Tableaux) -> Entiers:
    """S×Y hundredths of ETP (yearly average) in each pooled service."""
    resultat = np.zeros((len(scenario.services), len(tableaux.duree)), dtype=np.int64)
    for s, service in enumerate(scenario.services):
        apportes = _etp_apportes(tableaux, s)
        for y, duree in enumerate(tableaux.duree):
            jours = tableaux.jours[s, :, y]
            if apportes:
                presents = Fraction(int((tableaux.etp[s] * jours).sum()), int(duree))
                resultat[s, y] = arrondir(presents * rapport_etp(service, apportes))
            elif service.etp_cible_centiemes:
                resultat[s, y] = arrondir(
                    Fraction(service.etp_cible_centiemes * int(jours.max()), int(duree))
                )
    return resultat
