"""Creation majority of L5211-5 II: two branches, and the accord of a commune above a quarter of the whole."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from accord.noyaux.echeancier.regles import Referentiel, Regle, referentiel


@dataclass(frozen=True, slots=True)
class PositionConseil:
    """One municipal council; where the law deems silence favourable, `favorable` is already True."""

    nom: str
    population: int
    favorable: bool


@dataclass(frozen=True, slots=True)
class Majorite:
    """The result, and each comparison in words."""

    acquise: bool
    etapes: tuple[str, ...]
    regles: tuple[Regle, ...]


CODES = (
    "majorite_conseils_forte",
    "majorite_population_faible",
    "majorite_conseils_faible",
    "majorite_population_forte",
    "majorite_commune_dominante",
)


def majorite_qualifiee(
    positions: tuple[PositionConseil, ...], le: date, regles: Referentiel | None = None
) -> Majorite:
    """Whether the creation majority is met on `le`. Raises ValueError without any council."""
    if not positions:
        raise ValueError("Aucun conseil municipal à compter.")
    retenues = tuple((regles or referentiel()).regle(code, le) for code in CODES)
    seuils = [Fraction(str(regle.valeur)) for regle in retenues]
    pour = [position for position in positions if position.favorable]
    population = sum(position.population for position in positions)
    population_pour = sum(position.population for position in pour)
    conseils = (len(pour), len(positions))
    premiere = len(pour) >= seuils[0] * len(positions) and population_pour > seuils[1] * population
    seconde = len(pour) >= seuils[2] * len(positions) and population_pour >= seuils[3] * population
    accord, etape_quart = _commune_dominante(positions, population, seuils[4])
    etapes = (
        f"{conseils[0]} conseils favorables sur {conseils[1]}, {population_pour} habitants sur {population}.",
        f"Deux tiers des conseils et plus de la moitié de la population\u202f: {_oui(premiere)}.",
        f"La moitié des conseils et deux tiers de la population\u202f: {_oui(seconde)}.",
        etape_quart,
    )
    return Majorite((premiere or seconde) and accord, etapes, retenues)


def _commune_dominante(
    positions: tuple[PositionConseil, ...], population: int, seuil: Fraction
) -> tuple[bool, str]:
    """The accord of the most populous commune; of each of them when several are equally so (prudence)."""
    plus_grande = max(position.population for position in positions)
    if plus_grande <= seuil * population:
        return True, "Aucune commune ne dépasse le quart de la population."
    dominantes = [position for position in positions if position.population == plus_grande]
    accord = all(position.favorable for position in dominantes)
    noms = " et ".join(sorted(position.nom for position in dominantes))
    return accord, f"{noms}\u202f: plus du quart de la population, accord requis\u202f: {_oui(accord)}."


def _oui(condition: bool) -> str:
    return "oui" if condition else "non"
