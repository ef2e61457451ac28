"""Find the header row of a sheet and which column holds what, wherever people moved them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from accord.diagnostic.classeur.colonnes import Colonne, SchemaFeuille
from accord.diagnostic.classeur.libelles import signatures
from accord.diagnostic.classeur.valeurs.textes import en_texte

PROFONDEUR_MAXI = 60
"""The header is looked for in that many first rows."""
_RESSEMBLANCE = 0.8


@dataclass(frozen=True)
class Entete:
    """Where the data starts and, for each recognised column, its position and its label in the file."""

    premiere_donnee: int
    positions: dict[str, int]
    libelles: dict[str, str]
    inconnus: tuple[str, ...]


@cache
def _lexique(schema: SchemaFeuille) -> dict[frozenset[str], list[tuple[int, str]]]:
    """Signature of a label → (rank, column code): 0 canonical, then synonyms in their order."""
    lexique: dict[frozenset[str], list[tuple[int, str]]] = {}
    for colonne in schema.colonnes:
        for rang, libelle in enumerate((colonne.libelle, *colonne.synonymes)):
            for niveau, signature in enumerate(signatures(libelle)):
                lexique.setdefault(signature, []).append((rang * 10 + niveau, colonne.code))
    return lexique


def _exactes(libelles: Sequence[str], schema: SchemaFeuille) -> dict[str, int]:
    """Column code → position, best pairs first."""
    lexique = _lexique(schema)
    paires = []
    for position, libelle in enumerate(libelles):
        for niveau, signature in enumerate(signatures(libelle)) if libelle else ():
            paires += [(rang + niveau, position, code) for rang, code in lexique.get(signature, ())]
    retenues: dict[str, int] = {}
    for _rang, position, code in sorted(paires):
        if code not in retenues and position not in retenues.values():
            retenues[code] = position
    return retenues


def _ressemble(libelle: str, colonne: Colonne) -> float:
    """How much a label looks like a column's, word by word (a typo, a missing letter); 0 when it does not."""
    mieux = 0.0
    for forme in signatures(libelle):
        for connu in (
            signature for lib in (colonne.libelle, *colonne.synonymes) for signature in signatures(lib)
        ):
            if len(forme) != len(connu) or max(map(len, forme)) < 4:
                continue
            notes = [
                max((SequenceMatcher(None, a, b).ratio() for b in connu if a[0] == b[0]), default=0.0)
                for a in forme
            ]
            if min(notes) >= _RESSEMBLANCE:
                mieux = max(mieux, sum(notes) / len(notes))
    return mieux


def _avec_fautes(libelles: Sequence[str], schema: SchemaFeuille, retenues: dict[str, int]) -> dict[str, int]:
    """Complete with labels that hold a typo."""
    completes = dict(retenues)
    for position, libelle in enumerate(libelles):
        if not libelle or position in completes.values() or len(libelle) > 80:
            continue
        notes = [(_ressemble(libelle, c), c.code) for c in schema.colonnes if c.code not in completes]
        note, code = max(notes, default=(0.0, ""))
        if note:
            completes[code] = position
    return completes


def _ligne_de_libelles(ligne: Sequence[object]) -> list[str]:
    return [en_texte(c) if isinstance(c, str) else "" for c in ligne]


def _fusion(haut: Sequence[str], bas: Sequence[str]) -> list[str]:
    """A header on two rows: the upper label of a merged group goes with each lower label."""
    courant, fusion = "", []
    for position, libelle in enumerate(bas):
        courant = (haut[position] if position < len(haut) else "") or courant
        fusion.append(f"{courant} {libelle}".strip())
    return fusion


def _suffisant(trouvees: dict[str, int], schema: SchemaFeuille) -> bool:
    return len(trouvees) >= min(3, len(schema.colonnes)) or all(c in trouvees for c in schema.essentielles)


def trouver_entete(lignes: Sequence[Sequence[object]], schema: SchemaFeuille) -> Entete | None:
    """The header of the sheet, or None when no row looks like one."""
    tete = [_ligne_de_libelles(ligne) for ligne in lignes[:PROFONDEUR_MAXI]]
    meilleur: tuple[int, int, list[str]] | None = None
    for rang, libelles in enumerate(tete):
        score = len(_exactes(libelles, schema))
        if meilleur is None or score > meilleur[0]:
            meilleur = (score, rang + 1, libelles)
        if rang and any(tete[rang - 1]):
            deux_lignes = _fusion(tete[rang - 1], libelles)
            score_double = len(_exactes(deux_lignes, schema))
            if score_double > meilleur[0] and score_double > score:
                meilleur = (score_double, rang + 1, deux_lignes)
    if meilleur is None or meilleur[0] == 0:
        return None
    _score, premiere, libelles = meilleur
    trouvees = _avec_fautes(libelles, schema, _exactes(libelles, schema))
    if not _suffisant(trouvees, schema):
        return None
    return Entete(
        premiere_donnee=premiere,
        positions=trouvees,
        libelles={code: libelles[position] for code, position in trouvees.items()},
        inconnus=tuple(lib for i, lib in enumerate(libelles) if lib and i not in trouvees.values()),
    )
