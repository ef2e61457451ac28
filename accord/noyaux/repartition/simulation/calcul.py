"""The simulation itself: from the état initial and a scenario to a Resultat."""

from __future__ import annotations

from accord.noyaux.repartition.simulation.couts import cout_garde, couts_mutualises, etp_mutualises
from accord.noyaux.repartition.simulation.effectifs import effectifs_avec, effectifs_sans
from accord.noyaux.repartition.simulation.entrees import EtatInitial, ScenarioSimule
from accord.noyaux.repartition.simulation.partages import contributions
from accord.noyaux.repartition.simulation.resultat import Resultat
from accord.noyaux.repartition.simulation.tableaux import dresser
from accord.noyaux.repartition.simulation.verification import avertir, verifier


def simuler(etat: EtatInitial, scenario: ScenarioSimule) -> Resultat:
    """Each employer and year, with pooling and alone. Everything is exact and sums to the centime."""
    verifier(etat, scenario)
    tableaux = dresser(etat, scenario)
    couts = couts_mutualises(scenario, tableaux)
    mutualises = etp_mutualises(scenario, tableaux)
    return Resultat(
        employeurs=etat.employeurs,
        services=scenario.services,
        annees=scenario.annees,
        couts=couts,
        contributions=contributions(etat, scenario, tableaux, couts),
        garde=cout_garde(tableaux),
        seul=tableaux.seul,
        autres_net=tableaux.autres_net,
        jours=tableaux.jours,
        etp_mutualises=mutualises,
        etp_sans=effectifs_sans(tableaux),
        etp_avec=effectifs_avec(etat, scenario, tableaux, mutualises),
        avertissements=tuple(avertir(etat, scenario)),
    )
