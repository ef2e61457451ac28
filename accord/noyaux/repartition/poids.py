"""Weights of the parties for a key: present, non-negative, not all zero; then one exact share each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from accord.noyaux.repartition.cles import Cle
from accord.noyaux.repartition.criteres import CRITERES
from accord.noyaux.repartition.erreurs import ErreurRepartition

Poids = Mapping[str, Mapping[str, Fraction | int]]
"""criterion -> SIREN -> weight"""


@dataclass(frozen=True, slots=True)
class Partie:
    """A body that takes part in the sharing."""

    siren: str
    nom: str


def poids_du_critere(critere: str, parties: Sequence[Partie], poids: Poids) -> list[Fraction]:
    """The weight of each party for one criterion, checked."""
    libelle = CRITERES[critere].nom
    if critere == "egalitaire":
        return [Fraction(1)] * len(parties)
    connus = poids.get(critere, {})
    absents = [partie.nom for partie in parties if partie.siren not in connus]
    if absents:
        raise ErreurRepartition(
            "poids_absents", f"Il manque le poids «\u202f{libelle}\u202f» de\u202f: {', '.join(absents)}."
        )
    valeurs = [Fraction(connus[partie.siren]) for partie in parties]
    negatifs = [p.nom for p, valeur in zip(parties, valeurs, strict=True) if valeur < 0]
    if negatifs:
        raise ErreurRepartition(
            "poids_negatifs", f"Un poids «\u202f{libelle}\u202f» est négatif\u202f: {', '.join(negatifs)}."
        )
    if not any(valeurs):
        raise ErreurRepartition(
            "poids_nuls",
            f"Tous les poids «\u202f{libelle}\u202f» sont nuls\u202f: rien ne permet de répartir.",
        )
    return valeurs


def quotes_parts(cle: Cle, parties: Sequence[Partie], poids: Poids) -> list[Fraction]:
    """The exact share of each party, all terms together; they sum to 1."""
    _verifier_parties(parties)
    totaux = [Fraction()] * len(parties)
    for terme in cle.termes:
        valeurs = poids_du_critere(terme.critere, parties, poids)
        somme = sum(valeurs, Fraction())
        totaux = [total + terme.part * v / somme for total, v in zip(totaux, valeurs, strict=True)]
    return totaux


def poids_affiches(cle: Cle, parties: Sequence[Partie], poids: Poids) -> list[Fraction]:
    """What is shown as weight: the measure itself for one criterion, the share for several."""
    if len(cle.termes) == 1:
        return poids_du_critere(cle.termes[0].critere, parties, poids)
    return quotes_parts(cle, parties, poids)


def _verifier_parties(parties: Sequence[Partie]) -> None:
    if not parties:
        raise ErreurRepartition("parties", "Aucune collectivité ne participe à la répartition.")
    if len({partie.siren for partie in parties}) != len(parties):
        raise ErreurRepartition("parties", "Une collectivité figure deux fois dans la répartition.")
