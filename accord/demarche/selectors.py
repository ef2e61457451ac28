"""Reads of the démarche, composed for its pages."""

from dataclasses import dataclass

from django.urls import reverse

from accord.demarche.enums import Etat, Repere
from accord.demarche.models import Demarche


@dataclass(frozen=True)
class Etape:
    """One repère in the stepper."""

    numero: int
    libelle: str
    etat: str
    url: str
    courante: bool = False


def etapes(demarche: Demarche, chemin: str = "") -> list[Etape]:
    """The eight repères with their state (one query)."""
    etats = dict(demarche.reperes.values_list("repere", "etat"))
    return [_etape(demarche, repere, etats.get(repere.value, Etat.A_VENIR), chemin) for repere in Repere]


def _etape(demarche: Demarche, repere: Repere, etat: str, chemin: str) -> Etape:
    url = reverse("demarche:repere-voir", args=[demarche.slug, repere.value])
    return Etape(repere.value, str(repere.label), etat, url, courante=chemin == url)
