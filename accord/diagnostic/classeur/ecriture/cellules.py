"""Values as a spreadsheet must hold them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from accord.diagnostic.classeur.colonnes import Colonne, Genre


def valeur_exportee(colonne: Colonne, valeur: object) -> str | float | date | None:
    """A kept value in the unit of its column (euros for an amount kept in centimes)."""
    if valeur is None or valeur == "":
        return None
    if colonne.genre == Genre.MONTANT and isinstance(valeur, int):
        return float(Decimal(valeur) / 100)
    if isinstance(valeur, date | str):
        return valeur
    return float(valeur) if isinstance(valeur, Decimal | int | float) else str(valeur)
