"""The parser of each column: its kind, then its bounds, with the units its header announces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from accord.diagnostic.classeur.colonnes import Colonne, Genre
from accord.diagnostic.classeur.libelles import en_milliers, en_pourcent
from accord.diagnostic.classeur.valeurs import choix, dates, nombres, sirens, textes
from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison

Lecteur = Callable[[object], object]
_SIMPLES: dict[Genre, Lecteur] = {
    Genre.TEXTE: textes.lire_texte,
    Genre.CODE: textes.lire_code,
    Genre.IDENTIFIANT: textes.lire_identifiant,
    Genre.NOMBRE: nombres.lire_nombre,
    Genre.ENTIER: nombres.lire_entier,
    Genre.MONTANT: nombres.lire_montant,
    Genre.PART: nombres.lire_part,
    Genre.POURCENT: nombres.lire_pourcent,
    Genre.ANNEE: dates.lire_annee,
    Genre.DATE: dates.lire_date,
}


def _borner(lire: Lecteur, mini: Decimal | None, maxi: Decimal | None, phrase: str) -> Lecteur:
    """Add bounds to a parser of numbers."""
    bas, haut = Decimal("-Infinity") if mini is None else mini, Decimal("Infinity") if maxi is None else maxi
    refus = Anomalie(Raison.HORS_BORNES, phrase)

    def lire_borne(cellule: object) -> object:
        valeur = lire(cellule)
        if isinstance(valeur, Decimal | int) and not bas <= valeur <= haut:
            return refus
        return valeur

    return lire_borne


def _phrase_bornes(colonne: Colonne) -> str:
    if colonne.mini is not None and colonne.maxi is not None and colonne.genre != Genre.MONTANT:
        return f"de {colonne.mini} à {colonne.maxi}"
    return f"{colonne.mini} au moins" if colonne.mini is not None else f"{colonne.maxi} au plus"


def _multiplie(lire: Lecteur, facteur: Decimal) -> Lecteur:
    """Scale what a parser reads (a column in thousands, in percent)."""

    def lire_mis_a_l_echelle(cellule: object) -> object:
        valeur = lire(cellule)
        if isinstance(valeur, int) and not isinstance(valeur, bool):
            return int(valeur * facteur)
        return valeur * facteur if isinstance(valeur, Decimal) else valeur

    return lire_mis_a_l_echelle


def _flottants(cellules: Iterable[object]) -> list[float]:
    return [c for c in cellules if isinstance(c, float)]


def _echelle(colonne: Colonne, libelle: str, distinctes: Iterable[object], lire: Lecteur) -> Lecteur:
    """Units told by the header or by the whole column, never by one cell."""
    if colonne.genre == Genre.MONTANT and en_milliers(libelle):
        return _multiplie(lire, Decimal(1000))
    if colonne.genre == Genre.PART and en_pourcent(libelle):
        valeurs = _flottants(distinctes)
        if 2 * sum(v > 1 for v in valeurs) > len(valeurs):
            return lambda c: nombres.lire_part(f"{c} %" if isinstance(c, float) else c)
    if colonne.genre == Genre.POURCENT:  # cells formatted as percentages arrive between 0 and 1
        valeurs = _flottants(distinctes)
        if valeurs and max(valeurs) <= 1 and any(0 < v < 1 for v in valeurs):
            return lambda c: lire(c * 100 if isinstance(c, float) else c)
    return lire


def lecteur(colonne: Colonne, libelle: str, distinctes: Iterable[object], noms: Mapping[str, str]) -> Lecteur:
    """The parser of `colonne`, whose header in the file is `libelle`; `noms` are the accepted SIREN."""
    if colonne.genre == Genre.SIREN:
        return sirens.lecteur_de_siren(noms)
    if colonne.genre == Genre.CHOIX:
        return choix.lecteur_de_choix(colonne.choix, colonne.alias)
    lire = _echelle(colonne, libelle, distinctes, _SIMPLES[colonne.genre])
    if colonne.mini is None and colonne.maxi is None:
        return lire
    centimes = nombres.CENT if colonne.genre == Genre.MONTANT else 1
    mini = None if colonne.mini is None else colonne.mini * centimes
    maxi = None if colonne.maxi is None else colonne.maxi * centimes
    return _borner(lire, mini, maxi, _phrase_bornes(colonne))
