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
Titre = tuple[str, ...]
"""The ways a column may be titled: alone, or with the label of its group above."""


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


def _exactes(titres: Sequence[Titre], schema: SchemaFeuille) -> dict[str, int]:
    """Column code → position, best pairs first."""
    lexique = _lexique(schema)
    paires = []
    for position, titre in enumerate(titres):
        formes = dict.fromkeys(forme for libelle in titre if libelle for forme in signatures(libelle))
        for niveau, signature in enumerate(formes):
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


def _avec_fautes(titres: Sequence[Titre], schema: SchemaFeuille, retenues: dict[str, int]) -> dict[str, int]:
    """Complete with labels that hold a typo."""
    completes = dict(retenues)
    for position, (libelle, *_autres) in enumerate(titres):
        if not libelle or position in completes.values() or len(libelle) > 80:
            continue
        notes = [(_ressemble(libelle, c), c.code) for c in schema.colonnes if c.code not in completes]
        note, code = max(notes, default=(0.0, ""))
        if note:
            completes[code] = position
    return completes


def _titres(ligne: Sequence[object]) -> list[Titre]:
    return [(en_texte(c) if isinstance(c, str) else "",) for c in ligne]


def _fusion(haut: Sequence[Titre], bas: Sequence[Titre]) -> list[Titre]:
    """A header on two rows: the upper label of a merged group goes with each lower label, or not."""
    courant, fusion = "", list[Titre]()
    for position, (libelle, *_reste) in enumerate(bas):
        courant = (haut[position][0] if position < len(haut) else "") or courant
        fusion.append((f"{courant} {libelle}".strip() if libelle else courant, libelle))
    return fusion


def _suffisant(trouvees: dict[str, int], schema: SchemaFeuille) -> bool:
    return len(trouvees) >= min(3, len(schema.colonnes)) or all(c in trouvees for c in schema.essentielles)


def trouver_entete(lignes: Sequence[Sequence[object]], schema: SchemaFeuille) -> Entete | None:
    """The header of the sheet, or None when no row looks like one."""
    tete = [_titres(ligne) for ligne in lignes[:PROFONDEUR_MAXI]]
    meilleur: tuple[int, int, list[Titre]] | None = None
    for rang, libelles in enumerate(tete):
        score = len(_exactes(libelles, schema))
        if meilleur is None or score > meilleur[0]:
            meilleur = (score, rang + 1, libelles)
        if rang and any(titre for (titre,) in tete[rang - 1]):
            deux_lignes = _fusion(tete[rang - 1], libelles)
            score_double = len(_exactes(deux_lignes, schema))
            if score_double > meilleur[0] and score_double > score:
                meilleur = (score_double, rang + 1, deux_lignes)
    if meilleur is None or meilleur[0] == 0:
        return None
    _score, premiere, titres = meilleur
    trouvees = _avec_fautes(titres, schema, _exactes(titres, schema))
    if not _suffisant(trouvees, schema):
        return None
    return Entete(
        premiere_donnee=premiere,
        positions=trouvees,
        libelles={code: titres[position][0] for code, position in trouvees.items()},
        inconnus=tuple(t[-1] for i, t in enumerate(titres) if t[-1] and i not in trouvees.values()),
    )
