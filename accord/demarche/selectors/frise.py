"""The timeline: where each deadline stands on a drawing of fixed size, one lane a subject."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from accord.demarche.selectors.calendrier import FAMILLES, EcheanceVue

MARGE, LARGEUR, HAUTEUR_LIGNE, TETE = 150, 1000, 34, 34
MOIS_COURTS = [
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
]
LARGEUR_MIN_GRADUATION = 42
ECART = 11


@dataclass(frozen=True)
class Point:
    """One deadline on the drawing."""

    x: int
    y: int
    echeance: EcheanceVue


@dataclass(frozen=True)
class Graduation:
    """One month on the axis."""

    x: int
    libelle: str
    janvier: bool


@dataclass(frozen=True)
class Piste:
    """One lane: a subject."""

    y: int
    libelle: str


@dataclass(frozen=True)
class Frise:
    """The whole drawing, in units of the SVG's own box."""

    largeur: int
    hauteur: int
    marge: int
    tete: int
    x_aujourdhui: int | None
    graduations: tuple[Graduation, ...]
    pistes: tuple[Piste, ...]
    points: tuple[Point, ...]


def frise(echeances: Sequence[EcheanceVue], le: date) -> Frise | None:
    """The drawing of some deadlines, today included; None when there is nothing to draw."""
    if not echeances:
        return None
    debut = min(echeances[0].date, le).replace(day=1)
    fin = max(echeances[-1].date, le)
    etendue = max((fin - debut).days, 30)

    def x(jour: date) -> int:
        return MARGE + round((LARGEUR - MARGE - 20) * (jour - debut).days / etendue)

    presentes = [famille for famille in FAMILLES if any(e.famille == famille for e in echeances)]
    lignes = {
        famille: TETE + HAUTEUR_LIGNE * rang + HAUTEUR_LIGNE // 2 for rang, famille in enumerate(presentes)
    }
    return Frise(
        largeur=LARGEUR,
        hauteur=TETE + HAUTEUR_LIGNE * len(presentes) + 6,
        marge=MARGE,
        tete=TETE,
        x_aujourdhui=x(le),
        graduations=tuple(
            Graduation(x(mois), _nom(mois), mois.month == 1) for mois in _mois(debut, fin, etendue)
        ),
        pistes=tuple(Piste(lignes[famille], FAMILLES[famille]) for famille in presentes),
        points=tuple(
            Point(x(e.date) + ECART * rang, lignes[e.famille], e) for e, rang in _avec_rang(echeances)
        ),
    )


def _avec_rang(echeances: Sequence[EcheanceVue]) -> Iterator[tuple[EcheanceVue, int]]:
    """Each deadline with its rank among those of the same day and subject, so that none hides another."""
    deja: Counter[tuple[date, str]] = Counter()
    for echeance in echeances:
        yield echeance, deja[echeance.date, echeance.famille]
        deja[echeance.date, echeance.famille] += 1


def _mois(debut: date, fin: date, etendue: int) -> list[date]:
    """First days of the months drawn, thinned out so that their names never touch."""
    nombre = (fin.year - debut.year) * 12 + fin.month - debut.month + 1
    place = (LARGEUR - MARGE - 20) / etendue * 30
    pas = next((pas for pas in (1, 2, 3, 6, 12) if pas * place >= LARGEUR_MIN_GRADUATION), 12)
    rangs = range(debut.year * 12 + debut.month - 1, debut.year * 12 + debut.month - 1 + nombre)
    return [date(rang // 12, rang % 12 + 1, 1) for rang in rangs if rang % 12 % pas == 0]


def _nom(mois: date) -> str:
    return str(mois.year) if mois.month == 1 else MOIS_COURTS[mois.month - 1]
