"""The usual steps of an action, dated back from the day it takes effect by the calendar kernel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from accord.noyaux.echeancier.delais import ajouter_mois
from accord.noyaux.echeancier.feries import jour_ouvre_precedent

FICHIER = Path(__file__).parent / "donnees" / "etapes_usuelles.yaml"
FORME_PAR_DEFAUT = "agents"
LONGUEUR_LIBELLE = 200


@dataclass(frozen=True)
class EtapeUsuelle:
    """A step as it will be written on a sheet."""

    code: str
    libelle: str
    organe: str
    document: str
    reference: str
    date_prevue: date


@dataclass(frozen=True)
class SuiteEtapes:
    """The steps in order; `est_resserree` when the usual delays did not fit before the effect."""

    etapes: tuple[EtapeUsuelle, ...]
    est_resserree: bool


def etapes_usuelles(
    *,
    forme: str,
    financement: str,
    date_effet: date,
    departement: str,
    le: date,
    adhesions: Sequence[tuple[str, date]] = (),
) -> SuiteEtapes:
    """The usual sequence for a legal form, tightened when it would start before `le`.

    `adhesions` are (name, day) pairs; those later than `date_effet` become steps of their own.
    """
    etapes = _dater(_lignes(forme, financement), date_effet, departement)
    resserree = le < date_effet and any(etape.date_prevue < le for etape in etapes)
    if resserree:
        etapes = _resserrer(etapes, date_effet, le)
    tardives = _adhesions_tardives(adhesions, date_effet)
    return SuiteEtapes(tuple(sorted([*etapes, *tardives], key=lambda etape: etape.date_prevue)), resserree)


@cache
def _donnees() -> dict[str, Any]:
    donnees: dict[str, Any] = yaml.safe_load(FICHIER.read_text(encoding="utf-8"))
    return donnees


def _lignes(forme: str, financement: str) -> list[dict[str, Any]]:
    familles = _donnees()["familles"]
    famille = next((nom for nom, formes in familles.items() if forme in formes), FORME_PAR_DEFAUT)
    return [
        ligne
        for ligne in _donnees()["etapes"]
        if famille in ligne["familles"] and ligne.get("financement", financement) == financement
    ]


def _dater(lignes: list[dict[str, Any]], date_effet: date, departement: str) -> list[EtapeUsuelle]:
    """Dates before the effect fall on working days; the effect itself is the day decided."""
    etapes: dict[str, EtapeUsuelle] = {}
    for ligne in lignes:
        base = etapes[ligne["depuis"]].date_prevue if "depuis" in ligne else date_effet
        jour = ajouter_mois(base, ligne.get("mois", 0)) + timedelta(days=ligne.get("jours", 0))
        if jour != date_effet:
            jour = jour_ouvre_precedent(jour, departement or None)
        etapes[ligne["code"]] = EtapeUsuelle(
            ligne["code"], ligne["libelle"], ligne["organe"], ligne["document"], ligne["reference"], jour
        )
    return list(etapes.values())


def _resserrer(etapes: list[EtapeUsuelle], date_effet: date, le: date) -> list[EtapeUsuelle]:
    """Spread the steps that precede the effect between `le` and the effect, in their usual proportions."""
    premiere = min(etape.date_prevue for etape in etapes)
    usuel, disponible = (date_effet - premiere).days, (date_effet - le).days
    return [
        replace(
            etape, date_prevue=le + timedelta(days=(etape.date_prevue - premiere).days * disponible // usuel)
        )
        if etape.date_prevue < date_effet
        else etape
        for etape in etapes
    ]


def _adhesions_tardives(adhesions: Sequence[tuple[str, date]], date_effet: date) -> list[EtapeUsuelle]:
    par_jour: dict[date, list[str]] = {}
    for nom, jour in adhesions:
        if jour > date_effet:
            par_jour.setdefault(jour, []).append(nom)
    return [
        EtapeUsuelle(
            "adhesion",
            _libelle_adhesion(noms),
            "Conseils municipaux concernés",
            "Avenant à la convention",
            "Date d’adhésion du scénario retenu",
            jour,
        )
        for jour, noms in sorted(par_jour.items())
    ]


def _libelle_adhesion(noms: list[str]) -> str:
    complet = f"Entrée de {', '.join(noms)}"
    if len(complet) <= LONGUEUR_LIBELLE:
        return complet
    return f"Entrée de {noms[0]} et de {len(noms) - 1} autres collectivités"
