"""The report of a deposit, as its page reads it."""

from decimal import Decimal
from typing import Any

from accord.diagnostic.enums import StatutImport
from accord.diagnostic.models import ImportClasseur

RIEN = {"ajoutees": 0, "modifiees": 0, "inchangees": 0}
EN_EUROS = ("cout_direct", "contrats_montant")


def rapport_lu(depot: ImportClasseur) -> dict[str, Any]:
    """Counts by sheet (what will change, or what has changed), totals, refusals."""
    rapport = depot.rapport
    changements = depot.bilan if depot.statut == StatutImport.APPLIQUE else rapport["prevu"]
    feuilles = [
        {"nom": nom, **comptes, **changements.get(nom, RIEN)} for nom, comptes in rapport["feuilles"].items()
    ]
    totaux = {nom: Decimal(valeur) for nom, valeur in rapport["totaux"].items()}
    centimes = {nom: int(totaux[nom] * 100) for nom in EN_EUROS}
    vides = sum(comptes.get("non_remplies", 0) for comptes in changements.values())
    return {"rapport": rapport, "feuilles": feuilles, "totaux": totaux | centimes, "vides": vides}
