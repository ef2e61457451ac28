"""Snapshots and sheets small enough to be read, for the tests of the plan and of the evaluation."""

from datetime import UTC, date, datetime
from typing import Any

from accord.demarche.enums import Repere
from accord.demarche.models import Decision, Demarche, EtatRepere
from accord.diagnostic.models import EtatArrete
from accord.plan.models import EtapeAction, FicheAction
from accord.plan.services import ScenarioFige
from accord.scenarios.models import Scenario, ScenarioRetenu
from tests.distribution import Distribution

EFFET = date(2028, 1, 1)
ANNEES = (2027, 2028, 2029)
FIGE_LE = datetime(2026, 11, 20, 9, tzinfo=UTC)


def creer_demarche(distribution: Distribution, slug: str = "val-d-accord") -> Demarche:
    """The démarche of the fictional EPCI, with its eight repères."""
    demarche = Demarche.objects.create(
        epci=distribution.epci,
        slug=slug,
        nom="Mutualiser en Val d’Accord",
        date_renouvellement=date(2026, 3, 22),
    )
    EtatRepere.objects.bulk_create(EtatRepere(demarche=demarche, repere=repere) for repere in Repere)
    return demarche


def service(
    distribution: Distribution,
    code: str = "instruction_ads",
    libelle: str = "Instruction des autorisations",
    **autres: Any,
) -> dict[str, Any]:
    """A service of the scénario retenu, joined by two communes on 1 January 2028 and one a year later."""
    adherents = [
        _adherent(distribution, "Bourg-le-Pont", EFFET),
        _adherent(distribution, "Clairval", EFFET),
        _adherent(distribution, "Petitbois", date(2029, 1, 1)),
    ]
    return {
        "code": code,
        "libelle": libelle,
        "forme": "service_commun",
        "forme_libelle": "Service commun",
        "base_legale": "CGCT, art. L5211-4-2",
        "gestionnaire": {"siren": distribution.epci.siren, "nom": distribution.epci.nom},
        "cle": "population_municipale",
        "cle_libelle": "Population municipale",
        "financement": "remboursement",
        "etp_cible": "3.50",
        "adherents": adherents,
        "cout_annuel_centimes": {"2027": 0, "2028": 18_000_000, "2029": 18_360_000},
        "explication": [],
    } | autres


def scenario(distribution: Distribution, *services: dict[str, Any], situation: bool = True) -> ScenarioFige:
    """A scénario retenu holding these services (one by default)."""
    retenus = list(services) or [service(distribution)]
    return ScenarioFige(
        contenu=contenu_scenario(distribution, retenus),
        version=1,
        empreinte="ab" * 32,
        situation=contenu_etat_arrete(distribution, retenus) if situation else None,
    )


def contenu_scenario(distribution: Distribution, services: list[dict[str, Any]]) -> dict[str, Any]:
    epci = distribution.epci
    employeurs = [epci, *distribution.communes.values()]
    return {
        "format": "accord/scenario/1",
        "scenario": {
            "nom": "Scénario de proximité",
            "decide_le": "2026-11-20",
            "instance": "Conférence des maires",
        },
        "etat_arrete": {"version": 1, "empreinte": "cd" * 32, "arrete_le": "2026-10-30"},
        "epci": {"siren": epci.siren, "nom": epci.nom, "regime_fiscal": "FPU"},
        "annees": list(ANNEES),
        "communes": [{"siren": c.siren, "nom": c.nom} for c in distribution.communes.values()],
        "services": services,
        "effectifs": [
            {
                "siren": e.siren,
                "nom": e.nom,
                "annee": annee,
                "etp_sans": "4.00",
                "etp_avec": "8.00" if e == epci else "3.20",
            }
            for e in employeurs
            for annee in ANNEES
        ],
        "depenses": [
            {
                "siren": e.siren,
                "nom": e.nom,
                "annee": annee,
                "seul_centimes": 5_000_000,
                "avec_centimes": 4_800_000,
                "ecart_centimes": -200_000,
            }
            for e in employeurs
            for annee in ANNEES
        ],
        "contributions": [
            {
                "siren": adherent["siren"],
                "code": s["code"],
                "annee": annee,
                "montant_centimes": 6_000_000,
                "seul_centimes": 7_000_000,
            }
            for s in services
            for adherent in s["adherents"]
            for annee in (2028, 2029)
        ],
    }


def contenu_etat_arrete(distribution: Distribution, services: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "format": "accord/etat-arrete/1",
        "arrete_le": "2026-10-30",
        "services": [
            {
                "siren": distribution.commune(nom).siren,
                "code": s["code"],
                "nature": "operationnel",
                "etp": etp,
                "cout_direct_centimes": 5_000_000,
                "cout_indirect_centimes": 500_000,
            }
            for s in services
            for nom, etp in (("Bourg-le-Pont", "2.50"), ("Clairval", "1.20"), ("Grandville", "9.00"))
        ],
    }


def retenir(demarche: Demarche, fige: ScenarioFige) -> ScenarioRetenu:
    """The decision of an instance on a scenario, with the état arrêté it rests on."""
    version = demarche.scenarios_retenus.count() + 1
    etat = EtatArrete.objects.create(
        demarche=demarche, version=version, contenu=fige.situation, fige_le=FIGE_LE
    )
    scenario_retenu = Scenario.objects.create(
        demarche=demarche,
        etat_arrete=etat,
        nom=f"Scénario {version}",
        premiere_annee=ANNEES[0],
        statut="retenu",
    )
    decision = Decision.objects.create(
        demarche=demarche, date_decision=date(2026, 11, 20), intitule="Retenir le scénario de proximité"
    )
    return ScenarioRetenu.objects.create(
        demarche=demarche,
        scenario=scenario_retenu,
        decision=decision,
        version=version,
        contenu=fige.contenu,
        fige_le=FIGE_LE,
    )


def creer_fiche(demarche: Demarche, numero: int = 1, **champs: Any) -> FicheAction:
    """A sheet written by hand."""
    return FicheAction.objects.create(
        **{"demarche": demarche, "numero": numero, "titre": f"Action {numero}"} | champs
    )


def creer_etape(
    fiche: FicheAction, ordre: int = 1, jour: date = date(2027, 6, 1), **champs: Any
) -> EtapeAction:
    """A step of a sheet, not done yet."""
    valeurs = {
        "fiche": fiche,
        "ordre": ordre,
        "libelle": f"Étape {ordre}",
        "date_prevue": jour,
        "date_initiale": jour,
    }
    return EtapeAction.objects.create(**valeurs | champs)


def peupler(demarche: Demarche, distribution: Distribution, nombre: int) -> None:
    """That many sheets, each with its steps and communes, for query counts and documents."""
    fiches = FicheAction.objects.bulk_create(
        FicheAction(
            demarche=demarche,
            numero=numero,
            titre=f"Mettre en service commun l’activité numéro {numero}",
            pilote_elu="Anne Lefèvre, vice-présidente",
            pilote_administratif="Philippe Garnier, directeur général",
            date_effet=EFFET,
            etat=("a_faire", "en_cours", "termine")[numero % 3],
        )
        for numero in range(1, nombre + 1)
    )
    EtapeAction.objects.bulk_create(
        EtapeAction(
            fiche=fiche,
            ordre=ordre,
            libelle=f"Étape {ordre} de la fiche {fiche.numero}",
            date_prevue=date(2026 + ordre % 3, 1 + fiche.numero % 12, 15),
            date_initiale=date(2026 + ordre % 3, 1 + fiche.numero % 12, 15),
            date_realisation=date(2026, 10, 1) if ordre == 1 else None,
        )
        for fiche in fiches
        for ordre in (1, 2, 3)
    )
    for fiche in fiches:
        fiche.concernees.create(collectivite=distribution.commune("Clairval"))


def _adherent(distribution: Distribution, nom: str, jour: date) -> dict[str, str]:
    siren = distribution.commune(nom).siren or ""
    return {"siren": siren, "nom": nom, "date_adhesion": jour.isoformat()}
