"""Share one amount between parties: `repartir` is the entry of the kernel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from accord.noyaux.repartition.arrondi import arrondir_quotas
from accord.noyaux.repartition.bornes import quotas_bornes
from accord.noyaux.repartition.cles import Cle
from accord.noyaux.repartition.erreurs import ErreurRepartition
from accord.noyaux.repartition.explication import Explication
from accord.noyaux.repartition.facturation import facturer
from accord.noyaux.repartition.poids import Partie, Poids, poids_affiches, quotes_parts
from accord.noyaux.repartition.recit import raconter


@dataclass(frozen=True, slots=True)
class Part:
    siren: str
    nom: str
    poids: Fraction
    montant_centimes: int


@dataclass(frozen=True, slots=True)
class Repartition:
    """The shares in the order of the parties; `reste_centimes` stays with the manager (price keys only)."""

    total_centimes: int
    parts: tuple[Part, ...]
    explication: Explication
    reste_centimes: int = 0

    def montant(self, siren: str) -> int:
        return next(part.montant_centimes for part in self.parts if part.siren == siren)


def repartir(
    *, montant_centimes: int | None, parties: Sequence[Partie], cle: Cle, poids: Poids
) -> Repartition:
    """Share to the centime; a negative amount is a credit, shared as the mirror of the same charge."""
    if cle.prix_unitaire is not None:
        montants, total, reste = facturer(montant_centimes, parties, cle, poids)
    else:
        total, reste = _montant_donne(montant_centimes), 0
        montants = _montants(total, parties, cle, poids)
    parts = tuple(
        Part(partie.siren, partie.nom, valeur, montant)
        for partie, valeur, montant in zip(
            parties, poids_affiches(cle, parties, poids), montants, strict=True
        )
    )
    recit = raconter(total, reste, cle, parts)
    return Repartition(total, parts, recit, reste)


def repartir_annees(
    *, montants_centimes: Mapping[int, int], parties: Sequence[Partie], cle: Cle, poids: Mapping[int, Poids]
) -> dict[int, Repartition]:
    """One sharing a year, each with the weights of its year."""
    return {
        annee: repartir(montant_centimes=montant, parties=parties, cle=cle, poids=poids[annee])
        for annee, montant in sorted(montants_centimes.items())
    }


def _montant_donne(montant_centimes: int | None) -> int:
    if montant_centimes is None:
        raise ErreurRepartition("montant", "Le montant à répartir manque.")
    return montant_centimes


def _montants(total: int, parties: Sequence[Partie], cle: Cle, poids: Poids) -> list[int]:
    sirens = [partie.siren for partie in parties]
    parts = quotes_parts(cle, parties, poids)
    if not cle.est_bornee:
        return arrondir_quotas(total, parts, sirens)
    quotas = quotas_bornes(abs(total), parts, sirens, cle.plafonds, cle.planchers)
    montants = arrondir_quotas(abs(total), quotas, sirens)
    return montants if total >= 0 else [-montant for montant in montants]
