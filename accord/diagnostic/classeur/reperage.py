"""Which sheet of the file is which sheet of the format: by its name, else by its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accord.diagnostic.classeur.colonnes import SchemaFeuille
from accord.diagnostic.classeur.entetes import Entete, trouver_entete
from accord.diagnostic.classeur.feuilles import FEUILLES
from accord.diagnostic.classeur.lecture.feuille_brute import FeuilleBrute
from accord.diagnostic.classeur.libelles import mots

_ANNEXES = frozenset({
    "exemple", "modele", "synthese", "recap", "recapitulatif", "dictionnaire", "lisez", "aide",
    "parametre", "ancien", "ancienne", "brouillon", "tcd", "archive", "copie", "graphique", "total",
})  # fmt: skip
_NOMBRE = re.compile(r"\d+")


@dataclass(frozen=True)
class FeuilleReperee:
    """A sheet of the file understood as a sheet of the format."""

    schema: SchemaFeuille
    brute: FeuilleBrute
    entete: Entete


def _mots_du_nom(nom: str) -> frozenset[str]:
    return frozenset(m for m in mots(nom) if not m.isdigit())


def _annee(nom: str) -> int:
    return max((int(n) for n in _NOMBRE.findall(nom)), default=0)


def _porte_le_nom(brute: FeuilleBrute, schema: SchemaFeuille) -> bool:
    trouves = _mots_du_nom(brute.nom)
    return any(trouves == frozenset(mots(nom)) for nom in (schema.nom, *schema.noms))


def _contient_le_nom(brute: FeuilleBrute, schema: SchemaFeuille) -> bool:
    trouves = _mots_du_nom(brute.nom)
    return frozenset(mots(schema.nom)) <= trouves and not trouves & _ANNEXES


def _complet(entete: Entete | None, schema: SchemaFeuille) -> bool:
    return entete is not None and all(code in entete.positions for code in schema.essentielles)


def _reperer(brute: FeuilleBrute, schema: SchemaFeuille) -> FeuilleReperee | None:
    entete = trouver_entete(brute.lignes, schema)
    return FeuilleReperee(schema, brute, entete) if entete else None


def _par_le_nom(brutes: Sequence[FeuilleBrute], schema: SchemaFeuille) -> list[FeuilleReperee]:
    nommees = sorted((b for b in brutes if _porte_le_nom(b, schema)), key=lambda b: -_annee(b.nom))
    for brute in nommees:  # of several years, the latest
        if reperee := _reperer(brute, schema):
            return [reperee]
    partielles = (_reperer(b, schema) for b in brutes if b not in nommees and _contient_le_nom(b, schema))
    return [r for r in partielles if r and _complet(r.entete, schema)]


def _par_les_colonnes(brute: FeuilleBrute, schemas: Sequence[SchemaFeuille]) -> FeuilleReperee | None:
    """The missing sheet whose columns this one holds best."""
    if _mots_du_nom(brute.nom) & _ANNEXES:
        return None
    candidates = [r for schema in schemas if (r := _reperer(brute, schema)) and _complet(r.entete, schema)]
    return max(candidates, key=lambda r: len(r.entete.positions), default=None)


def reperer_feuilles(brutes: Sequence[FeuilleBrute]) -> list[FeuilleReperee]:
    """The recognised sheets, in the order of the format; a hidden sheet only when nothing visible fits."""
    reperees: list[FeuilleReperee] = []
    for lot in ([b for b in brutes if not b.cachee], [b for b in brutes if b.cachee]):
        manquantes = [s for s in FEUILLES if all(r.schema != s for r in reperees)]
        for schema in manquantes:
            reperees += _par_le_nom(lot, schema)
        libres = [b for b in lot if all(r.brute is not b for r in reperees)]
        for brute in libres:
            manquantes = [s for s in FEUILLES if all(r.schema != s for r in reperees)]
            if trouvee := _par_les_colonnes(brute, manquantes):
                reperees.append(trouvee)
    return sorted(reperees, key=lambda r: FEUILLES.index(r.schema))
