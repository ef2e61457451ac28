"""The services people can name: our support services beside M57, each with its function and champ."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FICHIER = Path(__file__).parent / "donnees" / "nomenclature.csv"
CHAMP_PAR_DEFAUT = "administration"
CODES_USUELS = (
    "SM",
    "FIN",
    "RH",
    "MAR",
    "JUR",
    "SI",
    "COM",
    "BAT",
    "ADS",
    "VOI",
    "EV",
    "POL",
    "PE",
    "JEU",
    "RES",
    "SOC",
)
"""The sixteen services offered first: a hundred would not be answered."""


@dataclass(frozen=True)
class ServiceType:
    """One service of the nomenclature."""

    code: str
    libelle: str
    nature: str
    champ: str
    fonction_m57: str
    libelle_m57: str
    unite_oeuvre: str


@cache
def nomenclature() -> dict[str, ServiceType]:
    """Every service by code, in the order of the file."""
    with FICHIER.open(encoding="utf-8", newline="") as flux:
        return {ligne["code"]: ServiceType(**ligne) for ligne in csv.DictReader(flux, delimiter=";")}


def champ_du_service(code: str) -> str:
    """The champ de compétence of a service; a service of one's own belongs to general administration."""
    connu = nomenclature().get(code)
    return connu.champ if connu else CHAMP_PAR_DEFAUT


def libelle_du_service(code: str) -> str:
    """The name of a service, its code when it is one's own."""
    connu = nomenclature().get(code)
    return connu.libelle if connu else code
