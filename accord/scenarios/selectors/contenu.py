"""The content of a chosen scenario, in the format `accord/scenario/1` that the schéma reads."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.scenarios.adaptateurs import Simulation, libelle_cle, lire_forme
from accord.scenarios.models import ServiceScenario

FORMAT = "accord/scenario/1"


def contenu_retenu(simulation: Simulation, *, instance: str, decide_le: date) -> dict[str, Any]:
    """Plain JSON: centimes as integers, ETP as decimal text, dates as ISO text."""
    scenario = simulation.scenario
    etat, epci = scenario.etat_arrete, scenario.etat_arrete.contenu["epci"]
    employeurs = [(e.siren, e.nom) for e in simulation.resultat.employeurs if not e.est_epci]
    return {
        "format": FORMAT,
        "scenario": {"nom": scenario.nom, "decide_le": decide_le.isoformat(), "instance": instance},
        "etat_arrete": {
            "version": etat.version,
            "empreinte": etat.empreinte,
            "arrete_le": etat.contenu["arrete_le"],
        },
        "epci": {
            "siren": epci["siren"],
            "nom": epci["nom"],
            "regime_fiscal": epci.get("regime_fiscal") or "",
        },
        "annees": list(scenario.annees),
        "hypotheses": {
            "inflation_pourcent": str(scenario.inflation_pourcent),
            "texte": scenario.hypotheses,
            "avertissements": list(simulation.avertissements),
        },
        "communes": [{"siren": siren, "nom": nom} for siren, nom in employeurs],
        "services": [_service(simulation, service) for service in scenario.services.all()],
        "effectifs": [_effectif(ligne) for ligne in simulation.resultat.effectifs()],
        "depenses": [_depense(ligne) for ligne in simulation.resultat.depenses()],
        "contributions": [_contribution(ligne) for ligne in simulation.resultat.lignes_contribution()],
    }


def etp_texte(centiemes: int) -> str:
    """350 → "3.50"."""
    signe = "-" if centiemes < 0 else ""
    return f"{signe}{abs(centiemes) // 100}.{abs(centiemes) % 100:02d}"


def _service(simulation: Simulation, service: ServiceScenario) -> dict[str, Any]:
    forme = lire_forme(service.forme, simulation.scenario.modifie_le.date())
    couts = simulation.resultat.couts[simulation.rang_service[service.code]]
    adhesions = sorted(
        (a for a in service.adhesions.all() if a.date_adhesion),
        key=lambda a: (a.date_adhesion, a.collectivite.nom),
    )
    return {
        "code": service.code,
        "libelle": service.libelle,
        "forme": service.forme,
        "forme_libelle": forme.libelle if forme else service.forme,
        "base_legale": forme.base_legale if forme else "",
        "base_legale_verifiee": bool(forme and forme.verifie),
        "gestionnaire": {"siren": service.gestionnaire.siren, "nom": service.gestionnaire.nom},
        "cle": service.cle,
        "cle_libelle": libelle_cle(service.cle, service.parametres_cle),
        "financement": service.financement,
        "etp_cible": _etp_cible(simulation, service),
        "transition_centimes": service.transition_centimes,
        "adherents": [
            {
                "siren": a.collectivite.siren,
                "nom": a.collectivite.nom,
                "date_adhesion": a.date_adhesion.isoformat() if a.date_adhesion else "",
                "condition": a.condition,
            }
            for a in adhesions
        ],
        "cout_annuel_centimes": {
            str(annee): int(cout) for annee, cout in zip(simulation.resultat.annees, couts, strict=True)
        },
        "explication": explication_service(simulation, service),
    }


def _etp_cible(simulation: Simulation, service: ServiceScenario) -> str:
    """The target asked for, or the staffing that the members bring in the last year."""
    if service.etp_cible is not None:
        return etp_texte(int(service.etp_cible * 100))
    rang = simulation.rang_service[service.code]
    return etp_texte(int(simulation.resultat.etp_mutualises[rang, -1]))


def explication_service(simulation: Simulation, service: ServiceScenario) -> list[str]:
    """How the cost of the service is obtained, in sentences."""
    cible = (
        f"effectif cible {service.etp_cible} ETP"
        if service.etp_cible is not None
        else "effectif apporté conservé"
    )
    lignes = [
        "Coût de l’année\u202f: coûts bruts des adhérents au prorata des jours de présence, "
        f"{cible.replace('.', ',')}, moins leurs recettes.",
        f"Clé\u202f: {libelle_cle(service.cle, service.parametres_cle)}, "
        "poids multipliés par les jours de présence, centimes au plus fort reste.",
        f"Indexation\u202f: {str(simulation.scenario.inflation_pourcent).replace('.', ',')}\u202f% par an depuis "
        f"{simulation.etat.annee_reference}.",
    ]
    if service.transition_centimes:
        lignes.append("Le coût de transition pèse la première année du service.")
    if service.hypotheses:
        lignes.append(service.hypotheses)
    return lignes


def _effectif(ligne: Any) -> dict[str, Any]:
    return {
        "siren": ligne.siren,
        "nom": ligne.nom,
        "annee": ligne.annee,
        "etp_sans": etp_texte(ligne.etp_sans_centiemes),
        "etp_avec": etp_texte(ligne.etp_avec_centiemes),
    }


def _depense(ligne: Any) -> dict[str, Any]:
    return {
        "siren": ligne.siren,
        "nom": ligne.nom,
        "annee": ligne.annee,
        "seul_centimes": ligne.seul_centimes,
        "avec_centimes": ligne.avec_centimes,
        "ecart_centimes": ligne.ecart_centimes,
    }


def _contribution(ligne: Any) -> dict[str, Any]:
    return {
        "siren": ligne.siren,
        "code": ligne.code,
        "annee": ligne.annee,
        "montant_centimes": ligne.montant_centimes,
        "seul_centimes": ligne.seul_centimes,
    }
