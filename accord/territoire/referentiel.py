"""The national reference data, read from the compressed file of the product, without Django or database."""

import functools
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

MILLESIME = 2026
DATE_REFERENTIEL = date(MILLESIME, 1, 1)
"""The first day for which the data vouches; what came before is unknown."""
DONNEES = Path(__file__).resolve().parent / "donnees"
LONGUEUR_SIREN = 9


class EpciInconnu(ValueError):
    """The SIREN asked for is not the one of an EPCI à fiscalité propre of the vintage."""


@dataclass(frozen=True, slots=True)
class CommuneReference:
    """A commune as published for the vintage; the town hall is a place, never a person."""

    siren: str | None
    code_insee: str
    nom: str
    population_municipale: int | None
    population_totale: int | None
    departement: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class EpciReference:
    """An EPCI à fiscalité propre with its members, in the order of their codes INSEE."""

    siren: str
    nom: str
    nature: str
    regime_fiscal: str
    departement: str
    population_municipale: int
    population_totale: int
    communes: tuple[CommuneReference, ...]


def charger_epci(siren: str) -> EpciReference:
    """The EPCI of this SIREN (spaces accepted), or :class:`EpciInconnu` with a message in French."""
    code = "".join(str(siren).split())
    if len(code) != LONGUEUR_SIREN or not (code.isascii() and code.isdigit()):
        raise EpciInconnu(f"« {siren} » n’est pas un numéro SIREN\u202f: neuf chiffres sont attendus.")
    content = _epci_lines()
    start = content.find(b'{"siren":"' + code.encode() + b'"')
    if start < 0:
        raise EpciInconnu(
            f"Aucun EPCI à fiscalité propre ne porte le SIREN {code} dans le référentiel {MILLESIME}. "
            "Vérifiez le numéro, ou cherchez l’intercommunalité par son nom."
        )
    return _epci(content[start : content.index(b"\n", start)])


def lire_epci() -> Iterator[EpciReference]:
    """Every EPCI of the vintage, by SIREN."""
    return map(_epci, _epci_lines().splitlines())


def lire_communes_isolees() -> Iterator[CommuneReference]:
    """The communes that belong to no EPCI: four islands and the overseas collectivités."""
    return (CommuneReference(*json.loads(line)) for line in _lines(f"communes-isolees-{MILLESIME}.jsonl.gz"))


@functools.cache
def noms_departements() -> dict[str, str]:
    """Names of the départements and overseas collectivités by code."""
    return dict(json.loads(line) for line in _lines("departements.jsonl.gz"))


@functools.cache
def _epci_lines() -> bytes:
    return gzip.decompress((DONNEES / f"epci-{MILLESIME}.jsonl.gz").read_bytes())


def _lines(name: str) -> list[bytes]:
    return gzip.decompress((DONNEES / name).read_bytes()).splitlines()


def _epci(line: bytes) -> EpciReference:
    fields = json.loads(line)
    members = tuple(CommuneReference(*member) for member in fields.pop("communes"))
    return EpciReference(**fields, communes=members)
