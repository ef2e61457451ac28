"""Numbers at the border of the kernel: read exactly, written the French way."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import lcm

from accord.noyaux.repartition.erreurs import ErreurRepartition

ESPACES = re.compile(r"[\s\u00a0\u202f€]+")
FORME = re.compile(r"[+-]?\d+(\.\d+)?")
INSECABLE = "\u202f"


def lire_nombre(saisie: object, libelle: str = "Le nombre") -> Fraction:
    """Read « 1 234,56 », "1234.56", 12 or Decimal("1.5") exactly; a float is refused."""
    if isinstance(saisie, bool | float):
        raise ErreurRepartition("nombre", f"{libelle} doit être écrit en toutes lettres, jamais en flottant.")
    if isinstance(saisie, Fraction | int | Decimal):
        return _exact(saisie, libelle)
    texte = ESPACES.sub("", str(saisie)).replace(",", ".").replace("−", "-")
    if not FORME.fullmatch(texte):
        raise ErreurRepartition("nombre", f"{libelle} «{INSECABLE}{saisie}{INSECABLE}» n’est pas un nombre.")
    return Fraction(texte)


def _exact(valeur: Fraction | int | Decimal, libelle: str) -> Fraction:
    try:
        return Fraction(valeur)
    except (InvalidOperation, ValueError, OverflowError) as erreur:
        raise ErreurRepartition("nombre", f"{libelle} n’est pas un nombre fini.") from erreur


def lire_montant(saisie: object) -> int:
    """Read an amount in euros and give whole centimes; more than two decimals are refused."""
    centimes = lire_nombre(saisie, "Le montant") * 100
    if centimes.denominator != 1:
        raise ErreurRepartition(
            "montant", f"Le montant «{INSECABLE}{saisie}{INSECABLE}» porte plus de deux décimales."
        )
    return centimes.numerator


def arrondir(valeur: Fraction) -> int:
    """Nearest integer, halves upwards (the commercial rule)."""
    return (2 * valeur.numerator + valeur.denominator) // (2 * valeur.denominator)


def en_entiers(poids: list[Fraction]) -> list[int]:
    """The same weights as whole numbers in the same proportions."""
    echelle = lcm(*(valeur.denominator for valeur in poids)) if poids else 1
    return [valeur.numerator * (echelle // valeur.denominator) for valeur in poids]


def ecrire_montant(centimes: int) -> str:
    signe = "−" if centimes < 0 else ""
    euros, reste = divmod(abs(centimes), 100)
    return f"{signe}{euros:,}".replace(",", INSECABLE) + f",{reste:02d}\u00a0€"


def ecrire_nombre(valeur: Fraction | int, decimales: int = 6) -> str:
    """A rational the French way, at most `decimales` decimals, without useless zeros."""
    entiers = arrondir(abs(Fraction(valeur)) * 10**decimales)
    entier, reste = divmod(entiers, 10**decimales)
    suite = f"{reste:0{decimales}d}".rstrip("0") if decimales else ""
    signe = "−" if valeur < 0 and entiers else ""
    return f"{signe}{entier:,}".replace(",", INSECABLE) + (f",{suite}" if suite else "")


def ecrire_pourcent(part: Fraction) -> str:
    return f"{ecrire_nombre(part * 100, 2)}{INSECABLE}%"
