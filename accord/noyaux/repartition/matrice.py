"""Many sharings at once on whole numbers (numpy int64): same cents as `plus_fort_reste`, much faster."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from accord.noyaux.repartition.arrondi import plus_fort_reste
from accord.noyaux.repartition.erreurs import ErreurRepartition

Entiers = npt.NDArray[np.int64]
LIMITE = 2**62


def repartir_matrice(totaux: Entiers, poids: Entiers, sirens: Sequence[str]) -> Entiers:
    """Share each total (rows) by its row of weights; columns are the parties.

    Exact: rows whose products would not fit in 64 bits go through Python's whole numbers.
    """
    sommes = poids.sum(axis=1)
    if (poids < 0).any():
        raise ErreurRepartition("poids_negatifs", "Un poids est négatif.")
    if ((sommes == 0) & (totaux != 0)).any():
        raise ErreurRepartition("poids_nuls", "Une ligne à répartir n’a que des poids nuls.")
    tri = np.argsort(np.asarray(sirens))
    if _tient(totaux, poids, sommes):
        parts = np.empty_like(poids)
        parts[:, tri] = _vectoriel(np.abs(totaux), poids[:, tri], np.maximum(sommes, 1))
        return parts * np.sign(totaux)[:, None]
    return _ligne_a_ligne(totaux, poids, sirens)


def _tient(totaux: Entiers, poids: Entiers, sommes: Entiers) -> bool:
    plus_grand = int(poids.max(initial=0))
    produits = int(np.abs(totaux).max(initial=0)) * plus_grand
    classement = int(sommes.max(initial=0)) * (plus_grand + 1)
    return max(produits, classement) < LIMITE


def _vectoriel(totaux: Entiers, poids: Entiers, sommes: Entiers) -> Entiers:
    """Columns sorted by SIREN: a stable sort on (remainder, weight) settles the ties."""
    parts, restes = np.divmod(totaux[:, None] * poids, sommes[:, None])
    manquants = totaux - parts.sum(axis=1)
    rang = restes * (poids.max(initial=0) + 1) + poids
    ordre = np.argsort(-rang, axis=1, kind="stable")
    bonus = np.arange(poids.shape[1])[None, :] < manquants[:, None]
    lignes = np.arange(poids.shape[0])[:, None]
    parts[lignes, ordre] += bonus
    return parts


def _ligne_a_ligne(totaux: Entiers, poids: Entiers, sirens: Sequence[str]) -> Entiers:
    lignes = [
        plus_fort_reste(int(total), [int(w) for w in ligne], sirens) if total else [0] * len(sirens)
        for total, ligne in zip(totaux, poids, strict=True)
    ]
    return np.array(lignes, dtype=np.int64)
