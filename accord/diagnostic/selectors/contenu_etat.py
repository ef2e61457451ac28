"""The content of an état arrêté, in the exchange format read by the next stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from accord.demarche.models import Demarche
from accord.diagnostic.enums import PARTAGEES
from accord.diagnostic.models import (
    Campagne,
    LigneAgent,
    LigneContrat,
    LigneConvention,
    LigneEquipement,
    LigneService,
)
from accord.territoire.models import Collectivite

FORMAT = "accord/etat-arrete/1"
MONTANTS = ("cout_direct_centimes", "cout_indirect_centimes", "recettes_centimes")


def deux_decimales(nombre: Decimal) -> str:
    """« 1.50 »."""
    return str(nombre.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def contenu_etat(demarche: Demarche, campagne: Campagne, le: date) -> dict[str, Any]:
    """What the transmitted answers say on that day; agents only as aggregates."""
    filtre = {"reponse__campagne": campagne, "reponse__statut__in": PARTAGEES}
    return {
        "format": FORMAT,
        "arrete_le": le.isoformat(),
        "campagne": campagne.nom,
        "epci": _epci(demarche.epci),
        "communes": [_commune(c) for c in demarche.communes(le)],
        "reponses": _reponses(campagne),
        "services": [_service(s) for s in _lignes(LigneService, filtre, "code")],
        "effectifs": _effectifs(_lignes(LigneAgent, filtre, "code", "matricule")),
        "equipements": [_equipement(e) for e in _lignes(LigneEquipement, filtre, "identifiant")],
        "contrats": [_contrat(c) for c in _lignes(LigneContrat, filtre, "identifiant")],
        "conventions": [_convention(c) for c in _conventions(filtre)],
    }


def _lignes(modele: Any, filtre: dict[str, Any], *tri: str) -> Iterable[Any]:
    ordre = ("reponse__collectivite__siren", *tri, "pk")
    return modele.objects.filter(**filtre).select_related("reponse__collectivite").order_by(*ordre)


def _conventions(filtre: dict[str, Any]) -> Iterable[LigneConvention]:
    lignes = LigneConvention.objects.filter(**filtre).select_related("fournisseur", "beneficiaire")
    return lignes.order_by("identifiant", "fournisseur__siren", "beneficiaire__siren", "pk")


def _epci(epci: Collectivite) -> dict[str, Any]:
    return {
        "siren": epci.siren,
        "nom": epci.nom,
        "regime_fiscal": epci.regime_fiscal,
        "population_municipale": epci.population_municipale,
        "population_totale": epci.population_totale,
    }


def _commune(commune: Collectivite) -> dict[str, Any]:
    return {
        "siren": commune.siren,
        "code_insee": commune.code_insee,
        "nom": commune.nom,
        "population_municipale": commune.population_municipale,
        "population_totale": commune.population_totale,
    }


def _reponses(campagne: Campagne) -> list[dict[str, Any]]:
    valeurs = campagne.reponses.order_by("collectivite__siren").values_list("collectivite__siren", "statut")
    return [{"siren": siren, "statut": statut} for siren, statut in valeurs]


def _service(service: LigneService) -> dict[str, Any]:
    """Unknown figures count for nothing and are named in `inconnus`: they are not zeros."""
    inconnus = [champ for champ in ("etp", *MONTANTS) if getattr(service, champ) is None]
    return {
        "siren": service.reponse.collectivite.siren,
        "code": service.code,
        "libelle": service.libelle or service.code,
        "nature": service.nature,
        "mode_gestion": service.mode_gestion,
        "etp": deux_decimales(service.etp or Decimal(0)),
        **{champ: getattr(service, champ) or 0 for champ in MONTANTS},
        "unite_oeuvre": service.unite_oeuvre,
        "quantite": None if service.quantite is None else deux_decimales(service.quantite),
        "souhait": service.souhait,
        "priorite": service.priorite,
        "condition": service.condition,
        "inconnus": inconnus,
    }


def _effectifs(agents: Iterable[LigneAgent]) -> list[dict[str, Any]]:
    """Agents by employer, service and category; an agent's cost follows the part of each service."""
    personnes: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    etp: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    couts: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for agent in agents:
        cle = (agent.reponse.collectivite.siren or "", agent.code, agent.categorie)
        personnes[cle].add(agent.matricule)
        etp[cle] += agent.quotite * agent.part
        couts[cle] += (agent.cout_charge_centimes or 0) * agent.part
    return [
        {
            "siren": siren,
            "code": code,
            "categorie": categorie,
            "effectif": len(personnes[siren, code, categorie]),
            "etp": deux_decimales(etp[siren, code, categorie]),
            "cout_charge_centimes": int(couts[siren, code, categorie].quantize(Decimal(1), ROUND_HALF_UP)),
        }
        for siren, code, categorie in sorted(personnes)
    ]


def _texte(nombre: Decimal | None) -> str | None:
    return None if nombre is None else format(nombre.normalize(), "f")


def _equipement(equipement: LigneEquipement) -> dict[str, Any]:
    return {
        "siren": equipement.reponse.collectivite.siren,
        "identifiant": equipement.identifiant,
        "type": equipement.type,
        "nom": equipement.nom,
        "latitude": _texte(equipement.latitude),
        "longitude": _texte(equipement.longitude),
        "surface_m2": _texte(equipement.surface_m2),
        "cout_fonctionnement_centimes": equipement.cout_fonctionnement_centimes,
    }


def _iso(jour: date | None) -> str | None:
    return jour.isoformat() if jour else None


def _contrat(contrat: LigneContrat) -> dict[str, Any]:
    return {
        "siren": contrat.reponse.collectivite.siren,
        "identifiant": contrat.identifiant,
        "famille": contrat.famille,
        "objet": contrat.objet,
        "titulaire": contrat.titulaire,
        "montant_annuel_centimes": contrat.montant_annuel_centimes,
        "date_debut": _iso(contrat.date_debut),
        "date_fin": _iso(contrat.date_fin),
    }


def _convention(convention: LigneConvention) -> dict[str, Any]:
    return {
        "siren_fournisseur": convention.fournisseur.siren,
        "siren_beneficiaire": convention.beneficiaire.siren,
        "objet": convention.objet,
        "base_legale": convention.base_legale,
        "montant_annuel_centimes": convention.montant_annuel_centimes,
        "cle": convention.cle,
    }
