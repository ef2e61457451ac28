"""What the tests of the scenarios stand on: the cast's démarche, its état arrêté, a scenario of two services."""

from datetime import UTC, date, datetime
from decimal import Decimal

from accord.demarche.models import Demarche, Instance
from accord.demarche.services.demarches import ouvrir_demarche
from accord.diagnostic.models import EtatArrete
from accord.scenarios.models import Scenario
from accord.scenarios.services import choisir_service, creer_scenario
from tests.distribution import Distribution

LE = datetime(2026, 11, 23, 10, tzinfo=UTC)

# name, (ETP, direct, indirect, receipts in euros, units, wish) for human resources then youth
SERVICES = (
    (
        "Grandville",
        ("4.00", 200_000, 20_000, 0, "900", "partager"),
        ("6.00", 250_000, 20_000, 40_000, "1200", "partager"),
    ),
    (
        "Bourg-le-Pont",
        ("1.50", 70_000, 7_000, 0, "250", "partager"),
        ("2.00", 90_000, 5_000, 9_000, "400", "garder"),
    ),
    ("Clairval", ("0.50", 24_000, 0, 0, "90", "à discuter"), ("0.80", 33_000, 0, 2_000, "150", "partager")),
    ("Saint-Aubin-des-Prés", ("0.20", 9_000, 0, 0, "40", "partager"), None),
    ("Petitbois", ("0.10", 4_000, 0, 0, "12", "partager"), None),
)
CODES = (("RH", "Ressources humaines et paie", "bulletins"), ("JEU", "Jeunesse", "journées-enfants"))


def demarche_de(distribution: Distribution, regime: str = "FPU") -> Demarche:
    distribution.epci.regime_fiscal = regime
    distribution.epci.save()
    return ouvrir_demarche(epci=distribution.epci, date_renouvellement=date(2026, 3, 22), acteur=None, le=LE)


def contenu_etat(demarche: Demarche) -> dict:
    """The frozen picture of the cast's territory, in the format of the diagnostic."""
    epci = demarche.epci
    communes = {commune.nom: commune for commune in demarche.communes(LE.date())}
    services = [_ligne(epci.siren, CODES[0], ("2.00", 110_000, 10_000, 0, "300", "partager"))]
    for nom, *lignes in SERVICES:
        services += [
            _ligne(communes[nom].siren, code, ligne)
            for code, ligne in zip(CODES, lignes, strict=True)
            if ligne
        ]
    return {
        "format": "accord/etat-arrete/1",
        "arrete_le": "2026-11-21",
        "epci": {
            "siren": epci.siren,
            "nom": epci.nom,
            "regime_fiscal": epci.regime_fiscal,
            "population_municipale": epci.population_municipale,
            "population_totale": epci.population_totale,
        },
        "communes": [
            {
                "siren": commune.siren,
                "code_insee": commune.code_insee,
                "nom": commune.nom,
                "population_municipale": commune.population_municipale,
                "population_totale": commune.population_totale,
            }
            for commune in communes.values()
        ],
        "services": services,
        "effectifs": [],
        "equipements": [],
        "contrats": [],
        "conventions": [],
    }


def _ligne(siren: str, code: tuple, valeurs: tuple) -> dict:
    etp, direct, indirect, recettes, quantite, souhait = valeurs
    return {
        "siren": siren,
        "code": code[0],
        "libelle": code[1],
        "nature": "fonctionnel",
        "mode_gestion": "régie",
        "etp": etp,
        "cout_direct_centimes": direct * 100,
        "cout_indirect_centimes": indirect * 100,
        "recettes_centimes": recettes * 100,
        "unite_oeuvre": code[2],
        "quantite": quantite,
        "souhait": souhait,
        "priorite": 3,
        "condition": "",
    }


def etat_arrete_de(demarche: Demarche) -> EtatArrete:
    etat = EtatArrete(demarche=demarche, version=1, contenu=contenu_etat(demarche), fige_le=LE)
    etat.save()
    return etat


def scenario_de(
    distribution: Distribution, nom: str = "Socle", codes: tuple = ("RH", "JEU"), acteur: str = "chef_projet"
) -> Scenario:
    """A draft with both services at their default settings; the démarche and its état arrêté when needed."""
    demarche = Demarche.objects.filter(epci=distribution.epci).first() or demarche_de(distribution)
    etat = demarche.etats_arretes.first() or etat_arrete_de(demarche)
    qui = distribution.acteur(acteur)
    scenario = creer_scenario(
        demarche=demarche,
        etat_arrete=etat,
        nom=nom,
        premiere_annee=2027,
        nombre_annees=3,
        inflation_pourcent=Decimal("2.00"),
        acteur=qui,
        le=LE,
    )
    choisir_service(scenario=scenario, codes=codes, acteur=qui, le=LE)
    return recharger(scenario)


def recharger(scenario: Scenario) -> Scenario:
    return Scenario.objects.avec_details().get(pk=scenario.pk)


def instance_de(scenario: Scenario) -> Instance:
    return scenario.demarche.instances.first()
