"""The two mandatory tables: staffing and operating spending, per employer and year, with totals that add up.

Computed from the frozen content of the retained scenario only; nothing here reads the database.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Nombre = int | Decimal


@dataclass(frozen=True)
class Cellule:
    """One employer and one year: without, with, and the difference; None is unknown."""

    sans: Nombre | None
    avec: Nombre | None

    @property
    def ecart(self) -> Nombre | None:
        if self.sans is None or self.avec is None:
            return None
        return self.avec - self.sans


@dataclass(frozen=True)
class LigneImpact:
    """One employer: a cell a year, in the order of the years of the table."""

    siren: str
    nom: str
    cellules: tuple[Cellule, ...]


@dataclass(frozen=True)
class TableauImpact:
    """`totaux` has a cell a year; unknown cells are left out of them and `est_complet` says so."""

    genre: str
    titre: str
    unite: str
    annees: tuple[int, ...]
    lignes: tuple[LigneImpact, ...]
    totaux: tuple[Cellule, ...]

    @property
    def est_complet(self) -> bool:
        return all(
            cellule.sans is not None and cellule.avec is not None
            for ligne in self.lignes
            for cellule in ligne.cellules
        )

    def ecart_total(self, annee: int) -> Nombre | None:
        return self.totaux[self.annees.index(annee)].ecart


def tableau_effectifs(contenu: dict[str, Any]) -> TableauImpact:
    """Forecast impact on staffing, in full-time equivalents."""
    cellules = {
        (ligne["siren"], ligne["annee"]): Cellule(_etp(ligne["etp_sans"]), _etp(ligne["etp_avec"]))
        for ligne in contenu["effectifs"]
    }
    return _monter(contenu, "effectifs", "Impact prévisionnel sur les effectifs", "ETP", cellules)


def tableau_depenses(contenu: dict[str, Any]) -> TableauImpact:
    """Forecast impact on operating spending, in centimes."""
    cellules = {
        (ligne["siren"], ligne["annee"]): Cellule(ligne["seul_centimes"], ligne["avec_centimes"])
        for ligne in contenu["depenses"]
    }
    titre = "Impact prévisionnel sur les dépenses de fonctionnement"
    return _monter(contenu, "depenses", titre, "euros", cellules)


def employeurs(contenu: dict[str, Any], genre: str) -> list[tuple[str, str]]:
    """SIREN and name of every employer: the EPCI first, then the communes by name, then any other body."""
    epci = contenu["epci"]
    communes = {c["siren"]: c["nom"] for c in contenu["communes"]}
    connus = {epci["siren"], *communes}
    autres = {ligne["siren"]: ligne["nom"] for ligne in contenu[genre] if ligne["siren"] not in connus}
    return [(epci["siren"], epci["nom"]), *_par_nom(communes), *_par_nom(autres)]


def sans_accent(nom: str) -> str:
    """Sort key of a French dictionary: accents and case do not count."""
    return unicodedata.normalize("NFD", nom).encode("ascii", "ignore").decode().lower()


def _par_nom(noms: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(noms.items(), key=lambda couple: sans_accent(couple[1]))


def _monter(
    contenu: dict[str, Any], genre: str, titre: str, unite: str, cellules: dict[tuple[str, int], Cellule]
) -> TableauImpact:
    annees = tuple(contenu["annees"])
    lignes = tuple(
        LigneImpact(siren, nom, tuple(cellules.get((siren, annee), Cellule(None, None)) for annee in annees))
        for siren, nom in employeurs(contenu, genre)
    )
    totaux = tuple(_total(lignes, rang) for rang in range(len(annees)))
    return TableauImpact(genre, titre, unite, annees, lignes, totaux)


def _total(lignes: tuple[LigneImpact, ...], rang: int) -> Cellule:
    return Cellule(
        _somme(lignes, rang, lambda cellule: cellule.sans), _somme(lignes, rang, lambda cellule: cellule.avec)
    )


def _somme(
    lignes: tuple[LigneImpact, ...], rang: int, mesure: Callable[[Cellule], Nombre | None]
) -> Nombre | None:
    """Sum of the employers whose two figures are known, so that the difference of totals means something."""
    complets = [ligne.cellules[rang] for ligne in lignes if ligne.cellules[rang].ecart is not None]
    valeurs = [valeur for cellule in complets if (valeur := mesure(cellule)) is not None]
    return sum(valeurs[1:], start=valeurs[0]) if valeurs else None


def _etp(texte: str | None) -> Decimal | None:
    return None if texte in (None, "") else Decimal(str(texte))
