"""The eight repères: the stepper of every page, and the page of one repère."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from accord.demarche.enums import REPERES_SANS_OBJET, TRANSITIONS_REPERE, Etat, Repere
from accord.demarche.models import Demarche, EtatRepere
from accord.demarche.registre import Condition
from accord.demarche.selectors.liens import conditions_vues
from accord.socle.droits import Acteur


@dataclass(frozen=True)
class Etape:
    """One repère in the stepper."""

    numero: int
    libelle: str
    etat: str
    url: str
    courante: bool = False


@dataclass(frozen=True)
class Passage:
    """A move that the transition table allows, with what it would need."""

    vers: str
    libelle: str
    manquantes: tuple[Condition, ...]
    motif_requis: bool


@dataclass(frozen=True)
class VueRepere:
    """Everything the page of a repère shows."""

    numero: int
    libelle: str
    etat: str
    date_ouverture: date | None
    date_cloture: date | None
    motif: str
    sans_objet: bool
    entrees: tuple[Condition, ...]
    sorties: tuple[Condition, ...]
    passages: tuple[Passage, ...]


VERBES = {
    (Etat.A_VENIR, Etat.EN_COURS): "Ouvrir ce repère",
    (Etat.EN_COURS, Etat.TERMINE): "Terminer ce repère",
    (Etat.EN_COURS, Etat.A_VENIR): "Annuler l’ouverture",
    (Etat.TERMINE, Etat.EN_COURS): "Rouvrir ce repère",
}
SANS_OBJET = "sans_objet"
"""Shown for a stage that the frame settles by itself, as long as nobody opens it."""

RECULS = {(Etat.EN_COURS, Etat.A_VENIR), (Etat.TERMINE, Etat.EN_COURS)}


def etapes(demarche: Demarche, chemin: str = "") -> list[Etape]:
    """The eight repères with their state (one query)."""
    etats = dict(demarche.reperes.values_list("repere", "etat"))
    return [_etape(demarche, repere, etats.get(repere.value, Etat.A_VENIR), chemin) for repere in Repere]


def vue_repere(etat_repere: EtatRepere, acteur: Acteur | None = None) -> VueRepere:
    """The repère, its conditions now as `acteur` may follow them, and the moves open from its state."""
    conditions = conditions_vues(etat_repere.demarche, etat_repere.repere, acteur)
    entrees = tuple(condition for condition in conditions if condition.sens == "entree")
    sorties = tuple(condition for condition in conditions if condition.sens == "sortie")
    passages = tuple(
        _passage(Etat(etat_repere.etat), vers, entrees, sorties)
        for vers in TRANSITIONS_REPERE[Etat(etat_repere.etat)]
    )
    return VueRepere(
        etat_repere.repere,
        etat_repere.get_repere_display(),
        etat_repere.etat,
        etat_repere.date_ouverture,
        etat_repere.date_cloture,
        etat_repere.motif,
        etat_repere.repere in REPERES_SANS_OBJET.get(etat_repere.demarche.piste, ()),
        entrees,
        sorties,
        passages,
    )


def _passage(
    depuis: Etat, vers: Etat, entrees: tuple[Condition, ...], sorties: tuple[Condition, ...]
) -> Passage:
    recul = (depuis, vers) in RECULS
    concernees = () if recul else (entrees if vers == Etat.EN_COURS else sorties)
    manquantes = tuple(condition for condition in concernees if not condition.remplie)
    return Passage(vers, VERBES[depuis, vers], manquantes, recul or bool(manquantes))


def _etape(demarche: Demarche, repere: Repere, etat: str, chemin: str) -> Etape:
    url = reverse("demarche:repere-voir", args=[demarche.slug, repere.value])
    if etat == Etat.A_VENIR and repere in REPERES_SANS_OBJET.get(demarche.piste, ()):
        etat = SANS_OBJET
    return Etape(repere.value, str(repere.label), etat, url, courante=chemin == url)
