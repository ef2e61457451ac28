"""From the JSON of an état arrêté to the kernel's initial state, and to what the editor shows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from accord.diagnostic.models import EtatArrete
from accord.noyaux.repartition.simulation import Employeur, EtatInitial, LigneService
from accord.territoire.models import Collectivite

Contenu = Mapping[str, Any]


@dataclass(frozen=True)
class ServiceExistant:
    """One service of today, all employers together."""

    code: str
    libelle: str
    nature: str
    employeurs: int
    etp: Decimal
    net_centimes: int
    unite_oeuvre: str
    a_garder: frozenset[str]
    net_epci_centimes: int
    sirens: frozenset[str]
    conditions: Mapping[str, str]


_lus: OrderedDict[str, EtatInitial] = OrderedDict()
"""The last états read, by hash: a snapshot never changes, so neither does what was read from it."""
ETATS_GARDES = 8


def etat_initial(etat_arrete: EtatArrete, exterieures: Iterable[Collectivite] = ()) -> EtatInitial:
    """Communes of the état arrêté, the EPCI first; outside members come without any service of today."""
    etat = _lus.get(etat_arrete.empreinte)
    if etat is None:
        etat = _lus[etat_arrete.empreinte] = _lire(etat_arrete.contenu)
        while len(_lus) > ETATS_GARDES:
            _lus.popitem(last=False)
    dehors = tuple(_exterieure(collectivite) for collectivite in exterieures)
    return replace(etat, employeurs=etat.employeurs + dehors) if dehors else etat


def _lire(contenu: Contenu) -> EtatInitial:
    epci = contenu["epci"]
    return EtatInitial(
        annee_reference=date.fromisoformat(contenu["arrete_le"][:10]).year,
        employeurs=(
            Employeur(epci["siren"], epci["nom"], est_epci=True),
            *(_employeur(commune) for commune in contenu["communes"]),
        ),
        lignes=tuple(_fusionner(contenu["services"])),
    )


def _employeur(commune: Mapping[str, Any]) -> Employeur:
    return Employeur(
        commune["siren"],
        commune["nom"],
        commune.get("population_municipale") or 0,
        commune.get("population_totale") or 0,
    )


def _exterieure(collectivite: Collectivite) -> Employeur:
    return Employeur(
        collectivite.siren or "",
        collectivite.nom,
        collectivite.population_municipale or 0,
        collectivite.population_totale or 0,
    )


def _fusionner(services: Iterable[Mapping[str, Any]]) -> Iterable[LigneService]:
    """One line per employer and code: two declared lines of the same service add up."""
    lignes: dict[tuple[str, str], LigneService] = {}
    for service in services:
        ligne = _ligne(service)
        deja = lignes.get((ligne.siren, ligne.code))
        lignes[ligne.siren, ligne.code] = _somme(deja, ligne) if deja else ligne
    return lignes.values()


def _ligne(service: Mapping[str, Any]) -> LigneService:
    return LigneService(
        siren=service["siren"],
        code=service["code"],
        etp_centiemes=centiemes(service.get("etp")),
        cout_direct_centimes=service.get("cout_direct_centimes") or 0,
        cout_indirect_centimes=service.get("cout_indirect_centimes") or 0,
        recettes_centimes=service.get("recettes_centimes") or 0,
        quantite=Fraction(service["quantite"]) if service.get("quantite") else None,
    )


def _somme(a: LigneService, b: LigneService) -> LigneService:
    quantites = [quantite for quantite in (a.quantite, b.quantite) if quantite is not None]
    return LigneService(
        a.siren,
        a.code,
        a.etp_centiemes + b.etp_centiemes,
        a.cout_direct_centimes + b.cout_direct_centimes,
        a.cout_indirect_centimes + b.cout_indirect_centimes,
        a.recettes_centimes + b.recettes_centimes,
        sum(quantites, Fraction()) if quantites else None,
    )


def centiemes(etp: str | Decimal | None) -> int:
    """« 1.50 » → 150, rounded to the hundredth."""
    return int((Decimal(etp or 0) * 100).to_integral_value())


def services_existants(contenu: Contenu) -> list[ServiceExistant]:
    """The services of the état arrêté, the costliest first."""
    groupes: dict[str, list[Mapping[str, Any]]] = {}
    for service in contenu["services"]:
        groupes.setdefault(service["code"], []).append(service)
    epci = contenu["epci"]["siren"]
    existants = [_existant(code, lignes, epci) for code, lignes in groupes.items()]
    return sorted(existants, key=lambda existant: (-existant.net_centimes, existant.libelle))


def _existant(code: str, lignes: list[Mapping[str, Any]], epci: str) -> ServiceExistant:
    return ServiceExistant(
        code=code,
        libelle=next((ligne["libelle"] for ligne in lignes if ligne.get("libelle")), code),
        nature=lignes[0].get("nature") or "",
        employeurs=len({ligne["siren"] for ligne in lignes}),
        etp=sum((Decimal(ligne.get("etp") or 0) for ligne in lignes), Decimal()),
        net_centimes=sum(_net(ligne) for ligne in lignes),
        unite_oeuvre=next((ligne["unite_oeuvre"] for ligne in lignes if ligne.get("unite_oeuvre")), ""),
        a_garder=frozenset(ligne["siren"] for ligne in lignes if ligne.get("souhait") == "garder"),
        net_epci_centimes=sum(_net(ligne) for ligne in lignes if ligne["siren"] == epci),
        sirens=frozenset(ligne["siren"] for ligne in lignes),
        conditions={ligne["siren"]: ligne["condition"][:300] for ligne in lignes if ligne.get("condition")},
    )


def _net(ligne: Mapping[str, Any]) -> int:
    total: int = (
        (ligne.get("cout_direct_centimes") or 0)
        + (ligne.get("cout_indirect_centimes") or 0)
        - (ligne.get("recettes_centimes") or 0)
    )
    return total
