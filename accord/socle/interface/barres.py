"""The geometry of horizontal winners-and-losers bars: one axis at zero, one scale for all, drawn in SVG."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

TRES_PETIT = Decimal("0.4")


@dataclass(frozen=True, kw_only=True)
class Barre:
    """A bar in a box 100 units wide; `mot` says in words what its side says by position."""

    libelle: str
    texte: str
    url: str
    x: str
    largeur: str
    axe: str
    classe: str
    mot: str


def en_barres(lignes: Iterable[Any], sens: str = "cout") -> list[Barre]:
    """Lines hold `libelle`, `valeur` (a number or None), `texte`, and `url` if any. For a cost, less is good."""
    lignes = [_lire(ligne) for ligne in lignes]
    valeurs = [valeur for _, valeur, _, _ in lignes] or [Decimal(0)]
    bas, haut = min(0, *valeurs), max(0, *valeurs)
    echelle = Decimal(100) / ((haut - bas) or 1)
    return [_barre(ligne, bas, echelle, sens) for ligne in lignes]


def _lire(ligne: Any) -> tuple[str, Decimal, str, str]:
    lu = ligne.get if isinstance(ligne, dict) else lambda nom, defaut=None: getattr(ligne, nom, defaut)
    return str(lu("libelle")), Decimal(str(lu("valeur") or 0)), str(lu("texte")), str(lu("url") or "")


def _barre(ligne: tuple[str, Decimal, str, str], bas: Decimal, echelle: Decimal, sens: str) -> Barre:
    libelle, valeur, texte, url = ligne
    axe = -bas * echelle
    largeur = abs(valeur) * echelle
    if valeur and largeur < TRES_PETIT:
        largeur = TRES_PETIT
    classe, mot = "positif", ""
    if sens == "cout" and valeur:
        classe, mot = ("baisse", "gagne") if valeur < 0 else ("hausse", "paie plus")
    x = axe - largeur if valeur < 0 else axe
    return Barre(
        libelle=libelle, texte=texte, url=url, classe=classe, mot=mot,
        x=_unite(x), largeur=_unite(largeur), axe=_unite(axe),
    )  # fmt: skip


def _unite(valeur: Decimal) -> str:
    return f"{valeur:.2f}"
