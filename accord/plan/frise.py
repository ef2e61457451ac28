"""The timeline of the plan: a table of months (or quarters), one row a sheet, readable without its colours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from accord.demarche.models import Demarche
from accord.plan.enums import EtatAction
from accord.plan.models import EtapeAction, FicheAction
from accord.socle.interface.formats import date_courte

MAX_COLONNES_EN_MOIS = 24
MOIS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")


@dataclass(frozen=True)
class Periode:
    """A column: a month or a quarter."""

    libelle: str
    annee: int
    rang: int
    est_courante: bool


@dataclass(frozen=True)
class Marque:
    """A step drawn in a cell: a sign, and the words read in its place."""

    genre: str
    signe: str
    texte: str


@dataclass(frozen=True)
class Cellule:
    """One sheet during one period."""

    est_dans_la_plage: bool
    marques: tuple[Marque, ...]


@dataclass(frozen=True)
class LigneFrise:
    """One sheet: its title, its span in words, and its cells."""

    numero: int
    titre: str
    url: str
    etat: str
    etat_libelle: str
    plage: str
    cellules: tuple[Cellule, ...]


@dataclass(frozen=True)
class Frise:
    """The whole timeline; no row when no sheet has a step."""

    periodes: tuple[Periode, ...]
    annees: tuple[tuple[int, int], ...]
    lignes: tuple[LigneFrise, ...]


SIGNES = {"faite": ("●", "faite"), "retard": ("▲", "en retard"), "prevue": ("○", "prévue")}


def lire_frise(demarche: Demarche, le: date) -> Frise:
    """The timeline of every sheet that is not given up (two queries)."""
    fiches = demarche.fiches.exclude(etat=EtatAction.ABANDONNE).prefetch_related("etapes").order_by("numero")
    par_fiche = [(fiche, tuple(fiche.etapes.all())) for fiche in fiches]
    return dessiner([(fiche, etapes) for fiche, etapes in par_fiche if etapes], demarche.slug, le)


def dessiner(fiches: list[tuple[FicheAction, tuple[EtapeAction, ...]]], slug: str, le: date) -> Frise:
    """Lay the steps out on columns: months up to two years, quarters beyond."""
    jours = [_jour(etape) for _, etapes in fiches for etape in etapes]
    if not jours:
        return Frise((), (), ())
    premier, dernier = _mois(min(jours)), _mois(max(jours))
    pas = 1 if dernier - premier < MAX_COLONNES_EN_MOIS else 3
    rangs = range(premier // pas, dernier // pas + 1)
    periodes = tuple(_periode(rang, pas, le) for rang in rangs)
    lignes = tuple(_ligne(fiche, etapes, rangs, pas, slug, le) for fiche, etapes in fiches)
    return Frise(periodes, _annees(periodes), lignes)


def _jour(etape: EtapeAction) -> date:
    return etape.date_realisation or etape.date_prevue


def _mois(jour: date) -> int:
    return jour.year * 12 + jour.month - 1


def _periode(rang: int, pas: int, le: date) -> Periode:
    annee, reste = divmod(rang * pas, 12)
    libelle = MOIS[reste] if pas == 1 else f"T{reste // 3 + 1}"
    return Periode(libelle, annee, rang, est_courante=_mois(le) // pas == rang)


def _annees(periodes: Iterable[Periode]) -> tuple[tuple[int, int], ...]:
    """Each year with the number of columns it spans."""
    compte: dict[int, int] = {}
    for periode in periodes:
        compte[periode.annee] = compte.get(periode.annee, 0) + 1
    return tuple(compte.items())


def _ligne(
    fiche: FicheAction, etapes: tuple[EtapeAction, ...], rangs: range, pas: int, slug: str, le: date
) -> LigneFrise:
    debut, fin = min(map(_jour, etapes)), max(map(_jour, etapes))
    cellules = []
    for rang in rangs:
        marques = tuple(_marque(etape, le) for etape in etapes if _mois(_jour(etape)) // pas == rang)
        cellules.append(Cellule(_mois(debut) // pas <= rang <= _mois(fin) // pas, marques))
    return LigneFrise(
        numero=fiche.numero,
        titre=fiche.titre,
        url=reverse("plan:fiche-voir", args=[slug, fiche.numero]),
        etat=fiche.etat,
        etat_libelle=fiche.get_etat_display(),
        plage=f"du {date_courte(debut)} au {date_courte(fin)}",
        cellules=tuple(cellules),
    )


def _marque(etape: EtapeAction, le: date) -> Marque:
    genre = "faite" if etape.date_realisation else "retard" if etape.est_en_retard(le) else "prevue"
    signe, mot = SIGNES[genre]
    return Marque(genre, signe, f"{etape.libelle}, {mot} le {date_courte(_jour(etape))}")
