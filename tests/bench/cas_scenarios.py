"""Comparing two scenarios for 48 and 158 communes, the engine alone, and 34,560 shared cells."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
from django.test import Client

from accord.comptes.enums import Role
from accord.comptes.models import Habilitation, Personne
from accord.comptes.selectors import acteur_de
from accord.demarche.services.demarches import ouvrir_demarche
from accord.demonstration.diagnostic_fictif import Lieu, diagnostic_fictif
from accord.diagnostic.models import EtatArrete
from accord.noyaux.repartition.arrondi import plus_fort_reste
from accord.noyaux.repartition.matrice import repartir_matrice
from accord.scenarios.adaptateurs import simuler
from accord.scenarios.models import Scenario, ServiceScenario
from accord.scenarios.services import choisir_service, creer_scenario, definir_service, dupliquer_scenario
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite
from accord.territoire.referentiel import charger_epci
from accord.territoire.services.chargement import charger_territoire
from tests.bench.cas import Cas, Essai

CAEN_LA_MER = "200065597"
PAYS_BASQUE = "200067106"
LE = datetime(2026, 11, 23, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Terrain:
    """Two scenarios of all the services of a fictitious diagnostic, over six years."""

    a: Scenario
    b: Scenario
    personne: Personne


def monter(siren: str) -> Terrain:
    """A real EPCI, an invented diagnostic, two scenarios with different keys and staffing."""
    charger_territoire(epci=[charger_epci(siren)], communes_isolees=[])
    epci = Collectivite.objects.get(siren=siren)
    personne = Personne.objects.get_or_create(email=f"bench-{siren}@commun-accord.example")[0]
    habilitation, _ = Habilitation.objects.get_or_create(
        personne=personne, collectivite=epci, role=Role.CHEF_PROJET, defaults={"date_debut": date(2026, 1, 1)}
    )
    acteur = acteur_de(habilitation, LE.date())
    demarche = ouvrir_demarche(epci=epci, date_renouvellement=date(2026, 3, 22), acteur=acteur, le=LE)
    communes = list(demarche.communes(LE.date()))
    etat = EtatArrete(demarche=demarche, version=1, contenu=_contenu(epci, communes), fige_le=LE)
    etat.save()
    a = creer_scenario(
        demarche=demarche,
        etat_arrete=etat,
        nom="Socle à huit services",
        premiere_annee=2027,
        acteur=acteur,
        le=LE,
        inflation_pourcent=Decimal("1.80"),
    )
    choisir_service(scenario=a, codes={s["code"] for s in etat.contenu["services"]}, acteur=acteur, le=LE)
    b = dupliquer_scenario(scenario=a, nom="Variante à l’usage", acteur=acteur, le=LE)
    for rang, service in enumerate(b.services.all()):
        _varier(service, rang, acteur)
    return Terrain(a, b, personne)


def _varier(service: ServiceScenario, rang: int, acteur: Acteur) -> None:
    mixte = {"parts": {"population_municipale": "0.5", "etp": "0.5"}, "part_epci": "0.1"}
    definir_service(
        service=service,
        revision=service.revision,
        acteur=acteur,
        le=LE,
        cle="mixte" if rang % 2 else "etp",
        parametres_cle=mixte if rang % 2 else {},
        etp_cible=Decimal(20 + rang),
    )


def _contenu(epci: Collectivite, communes: list[Collectivite]) -> dict[str, Any]:
    lieux = [_lieu(epci), *map(_lieu, communes)]
    populations = ("population_municipale", "population_totale")
    return {
        "format": "accord/etat-arrete/1",
        "arrete_le": LE.date().isoformat(),
        "epci": {"siren": epci.siren, "nom": epci.nom, "regime_fiscal": epci.regime_fiscal}
        | {nom: getattr(epci, nom) for nom in populations},
        "communes": [
            {"siren": c.siren, "code_insee": c.code_insee, "nom": c.nom}
            | {nom: getattr(c, nom) for nom in populations}
            for c in communes
        ],
        "services": [_service(ligne) for ligne in diagnostic_fictif(lieux)["Services"]],
    }


def _lieu(lieu: Collectivite) -> Lieu:
    return Lieu(lieu.siren or "", lieu.nom, lieu.population_municipale or 0, None, None, lieu.est_epci)


def _service(ligne: dict[str, Any]) -> dict[str, Any]:
    return {
        "siren": ligne["SIREN"],
        "code": ligne["Code service"],
        "libelle": ligne["Service"],
        "nature": ligne["Nature"],
        "mode_gestion": ligne["Mode de gestion"],
        "etp": f"{ligne['ETP']:.2f}",
        "cout_direct_centimes": int(ligne["Coût direct (€)"]) * 100,
        "cout_indirect_centimes": int(ligne["Coût indirect (€)"]) * 100,
        "recettes_centimes": int(ligne["Recettes (€)"]) * 100,
        "unite_oeuvre": ligne["Unité d'œuvre"],
        "quantite": str(ligne["Quantité"]) or None,
        "souhait": ligne["Souhait"],
        "priorite": ligne["Priorité (1 à 5)"],
        "condition": ligne["Condition"],
    }


def comparaison(siren: str) -> tuple[Essai, None]:
    terrain = monter(siren)
    client = Client()
    client.force_login(terrain.personne)
    slug = terrain.a.demarche.slug

    def essai() -> None:
        reponse = client.get(f"/scenarios/{slug}/comparer/?a={terrain.a.pk}&b={terrain.b.pk}")
        if reponse.status_code != 200:
            raise AssertionError(f"Réponse {reponse.status_code}")

    return essai, None


def moteur(siren: str) -> tuple[Essai, None]:
    terrain = monter(siren)
    scenario = Scenario.objects.avec_details().get(pk=terrain.b.pk)
    return lambda: simuler(scenario), None


def cellules() -> tuple[Essai, Essai]:
    """48 communes × 40 services × 3 scenarios × 6 years, exact to the cent, against the same in plain Python."""
    hasard = np.random.default_rng(7)
    totaux = hasard.integers(10**5, 10**9, 720)
    poids = np.tile(hasard.integers(100, 110_000, 48), (720, 1))
    sirens = [f"21140{rang:04}" for rang in range(48)]
    lignes = [(int(total), [int(w) for w in ligne]) for total, ligne in zip(totaux, poids, strict=True)]

    def une_a_une() -> None:
        for total, ligne in lignes:
            plus_fort_reste(total, ligne, sirens)

    return lambda: repartir_matrice(totaux, poids, sirens), une_a_une


CAS = [
    Cas(
        "scenarios: comparaison, 48 communes",
        lambda: comparaison(CAEN_LA_MER),
        "budget",
        budget_ms=200,
        base=True,
    ),
    Cas(
        "scenarios: comparaison, 158 communes",
        lambda: comparaison(PAYS_BASQUE),
        "budget",
        budget_ms=200,
        base=True,
    ),
    Cas(
        "scenarios: moteur, 158 communes × 8 services × 6 ans",
        lambda: moteur(PAYS_BASQUE),
        "budget",
        budget_ms=100,
        base=True,
    ),
    Cas("repartition: 34 560 cellules au centime", cellules, "Python seul", budget_ms=5),
]
