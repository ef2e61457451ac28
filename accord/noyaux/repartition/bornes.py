"""Ceilings and floors: the excess of those who are capped goes to the others in proportion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from accord.noyaux.repartition.erreurs import ErreurRepartition
from accord.noyaux.repartition.nombres import ecrire_montant


def quotas_bornes(
    total: int,
    poids: Sequence[Fraction],
    sirens: Sequence[str],
    plafonds: Mapping[str, int],
    planchers: Mapping[str, int],
) -> list[Fraction]:
    """Exact quotas min(max(lambda × weight, floor), ceiling) with the only lambda that sums to `total`."""
    bas = [Fraction(planchers.get(siren, 0)) for siren in sirens]
    hauts = [Fraction(plafonds[siren]) if siren in plafonds else None for siren in sirens]
    _verifier_tenable(total, poids, bas, hauts)
    facteur = _facteur(total, poids, bas, hauts)
    return [_serrer(facteur * w, b, h) for w, b, h in zip(poids, bas, hauts, strict=True)]


def _serrer(valeur: Fraction, bas: Fraction, haut: Fraction | None) -> Fraction:
    valeur = max(valeur, bas)
    return valeur if haut is None else min(valeur, haut)


def _verifier_tenable(
    total: int, poids: Sequence[Fraction], bas: list[Fraction], hauts: list[Fraction | None]
) -> None:
    if sum(bas) > total:
        raise ErreurRepartition(
            "planchers",
            f"Les planchers ({ecrire_montant(int(sum(bas)))}) dépassent le total ({ecrire_montant(total)}).",
        )
    if any(h is None and w > 0 for w, h in zip(poids, hauts, strict=True)):
        return
    maximum = sum(
        (h if w > 0 and h is not None else b for w, b, h in zip(poids, bas, hauts, strict=True)), Fraction()
    )
    if maximum < total:
        raise ErreurRepartition(
            "plafonds",
            f"Les plafonds ne laissent payer que {ecrire_montant(int(maximum))} sur {ecrire_montant(total)}"
            "\u202f: relevez-en au moins un.",
        )


def _facteur(
    total: int, poids: Sequence[Fraction], bas: list[Fraction], hauts: list[Fraction | None]
) -> Fraction:
    """Walk the break points where someone leaves his floor or reaches his ceiling."""
    seuils = sorted(
        {b / w for w, b in zip(poids, bas, strict=True) if w}
        | {h / w for w, h in zip(poids, hauts, strict=True) if w and h is not None}
    )
    precedent, somme = Fraction(), sum(bas, Fraction())
    for seuil in seuils:
        pente = _pente(precedent, poids, bas, hauts)
        suivant = somme + pente * (seuil - precedent)
        if suivant >= total:
            break
        precedent, somme = seuil, suivant
    pente = _pente(precedent, poids, bas, hauts)
    return precedent + (total - somme) / pente if pente else precedent


def _pente(
    facteur: Fraction, poids: Sequence[Fraction], bas: list[Fraction], hauts: list[Fraction | None]
) -> Fraction:
    """Weight of those who are strictly between their bounds just after `facteur`."""
    return sum(
        (
            w
            for w, b, h in zip(poids, bas, hauts, strict=True)
            if facteur * w >= b and (h is None or facteur * w < h)
        ),
        Fraction(),
    )
