"""Statistical secrecy: hide small groups, and enough other cells that nothing brings them back.

Pure computation. A table holds counts of people; its margins (totals) are cells like the others. A cell
that counts 1 to 4 people is hidden; so are three other cells, at the crossings of another row and another
column, chosen so that moving one person around these four cells leaves every published figure true:
the hidden cell then has at least two possible values, whoever does the subtractions.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

SEUIL = 5
MARGE = "\uffffTOTAL"
"""Key of the total row and of the total column."""
Case = tuple[str, str]


@dataclass(frozen=True)
class _Table:
    valeurs: dict[Case, int]
    lignes: tuple[str, ...]
    colonnes: tuple[str, ...]

    def __getitem__(self, case: Case) -> int:
        return self.valeurs.get(case, 0)


def avec_marges(effectifs: Mapping[Case, int]) -> dict[Case, int]:
    """The counts with their totals by row and by column, and the grand total."""
    valeurs: dict[Case, int] = dict(effectifs)
    for (ligne, colonne), effectif in effectifs.items():
        for case in ((ligne, MARGE), (MARGE, colonne), (MARGE, MARGE)):
            valeurs[case] = valeurs.get(case, 0) + effectif
    return valeurs


def cases_masquees(
    effectifs: Mapping[Case, int], *, connues: Collection[str] = (), seuil: int = SEUIL
) -> frozenset[Case]:
    """Cells to hide, totals included. `connues` are the rows the reader knows (the own employer): never hidden,
    and never used to protect the others, since the reader could subtract them."""
    table = _Table(
        avec_marges(effectifs),
        tuple(sorted({ligne for ligne, _colonne in effectifs})),
        tuple(sorted({colonne for _ligne, colonne in effectifs})),
    )
    petites = [
        case
        for case, n in table.valeurs.items()
        if 0 < _inconnu(table, case, connues) < seuil and case[0] not in connues
    ]
    cachees = set(petites)
    for case in sorted(petites):
        cachees.update(_protection(table, case, cachees, connues))
    return frozenset(cachees)


def _inconnu(table: _Table, case: Case, connues: Collection[str]) -> int:
    """People counted in a cell that the reader does not already know."""
    ligne, colonne = case
    if ligne != MARGE:
        return table[case]
    return table[case] - sum(table[connue, colonne] for connue in connues)


def _signe(case: Case) -> int:
    """In every row and column, inner cells minus the total make zero."""
    return -1 if (case[0] == MARGE) != (case[1] == MARGE) else 1


def _protection(table: _Table, case: Case, cachees: set[Case], connues: Collection[str]) -> tuple[Case, ...]:
    """The three cells that make `case` uncertain, at the least cost; all its row at worst."""
    ligne, colonne = case
    meilleure: tuple[Case, ...] | None = None
    meilleur_cout = -1
    voisines = [
        ((ligne, autre), _cout(table, (ligne, autre), cachees))
        for autre in (*table.colonnes, MARGE)
        if autre != colonne
    ]
    for autre_ligne in (*table.lignes, MARGE):
        if autre_ligne == ligne or autre_ligne in connues:
            continue
        dessous = (autre_ligne, colonne)
        cout_dessous = _cout(table, dessous, cachees)
        for voisine, cout_voisine in voisines:
            coin = (autre_ligne, voisine[1])
            cout = cout_dessous + cout_voisine + _cout(table, coin, cachees)
            if meilleure is not None and cout >= meilleur_cout:
                continue
            if _echangeable(table, case, (voisine, coin, dessous), connues):
                meilleure, meilleur_cout = (voisine, coin, dessous), cout
        if meilleur_cout == 0:
            break
    return meilleure or tuple((ligne, c) for c in (*table.colonnes, MARGE))


def _cout(table: _Table, case: Case, cachees: set[Case]) -> int:
    """What hiding one more cell takes away from the reader."""
    return 0 if case in cachees else table[case] + 1


def _echangeable(table: _Table, case: Case, trois: tuple[Case, Case, Case], connues: Collection[str]) -> bool:
    """Can one person move around the four cells, one way or the other, leaving no negative count?"""
    tour = (case, *trois)
    for sens in (1, -1):
        mouvements = ((c, sens * (-1) ** rang * _signe(c)) for rang, c in enumerate(tour))
        if all(mouvement > 0 or _inconnu(table, c, connues) > 0 for c, mouvement in mouvements):
            return True
    return False
