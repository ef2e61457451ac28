"""A small territory for the simulation tests: an EPCI, a town and two villages, one service `adm`."""

from datetime import date
from fractions import Fraction

from accord.noyaux.repartition import cle_simple
from accord.noyaux.repartition.simulation import (
    Employeur,
    EtatInitial,
    Hypotheses,
    LigneService,
    ScenarioSimule,
    ServiceSimule,
)

EPCI, VILLE, BOURG, HAMEAU = "200000016", "210000011", "210000029", "210000052"
EMPLOYEURS = (
    Employeur(EPCI, "Val d’Accord", est_epci=True),
    Employeur(VILLE, "Grandville", 12_000, 12_300),
    Employeur(BOURG, "Bourg-le-Pont", 3_600, 3_700),
    Employeur(HAMEAU, "Petitbois", 400, 410),
)
LIGNES = (
    LigneService(VILLE, "adm", 400, 20_000_000, 2_000_000, 500_000, Fraction(900)),
    LigneService(BOURG, "adm", 150, 7_000_000, 700_000, 0, Fraction(250)),
    LigneService(HAMEAU, "adm", 50, 2_500_000, 0, 0, Fraction(50)),
    LigneService(VILLE, "voirie", 1_000, 50_000_000),
)


def etat(lignes=LIGNES, annee_reference=2026):
    return EtatInitial(annee_reference, EMPLOYEURS, tuple(lignes))


def service(**champs):
    valeurs = {
        "code": "adm",
        "libelle": "Administration",
        "gestionnaire": EPCI,
        "cle": cle_simple("population_municipale"),
        "adhesions": dict.fromkeys((VILLE, BOURG, HAMEAU), date(2027, 1, 1)),
    }
    return ServiceSimule(**(valeurs | champs))


def scenario(*services, annees=(2027, 2028), inflation=Fraction()):
    return ScenarioSimule("Essai", annees, services or (service(),), Hypotheses(inflation))
