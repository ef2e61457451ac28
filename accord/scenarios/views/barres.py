"""Bars of winners and losers: all of them, or the largest when a territory has too many to look at."""

from collections.abc import Iterable
from typing import Any

from accord.socle.interface.formats import montant_signe

LISIBLE = 60
"""Above this number of bars only the largest are drawn; the table beside holds them all."""
RETENUES = 30


def barre(libelle: str, centimes: int, url: str = "") -> dict[str, Any]:
    """One line of `<c-barres>`."""
    return {"libelle": libelle, "valeur": centimes, "texte": montant_signe(centimes), "url": url}


def choisir_barres(barres: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """In the order given."""
    toutes = list(barres)
    if len(toutes) <= LISIBLE:
        return toutes
    seuil = sorted((abs(ligne["valeur"]) for ligne in toutes), reverse=True)[RETENUES - 1]
    return [ligne for ligne in toutes if abs(ligne["valeur"]) >= seuil][:RETENUES]
