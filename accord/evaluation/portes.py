"""The doors of the evaluation: what the actor does not see does not exist (404)."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.evaluation.models import CommunicationAnnuelle, Indicateur
from accord.evaluation.models.mesure import DERNIERE_ANNEE, PREMIERE_ANNEE
from accord.socle.droits import Acteur

IDENTIFIANT_MAXIMAL = 2**63 - 1


@dataclass(frozen=True)
class AnneeDeDemarche:
    """A démarche and a year: the subject of an annual communication."""

    demarche: Demarche
    annee: int


def porte_indicateur(acteur: Acteur, slug: str, pk: int) -> Indicateur:
    """An indicator of a visible démarche. Raises Http404."""
    if pk > IDENTIFIANT_MAXIMAL:
        raise Http404("Introuvable")
    visibles = Indicateur.objects.visibles_par(acteur).select_related("demarche__epci")
    return get_object_or_404(visibles, demarche__slug=slug, pk=pk)


def porte_annee(acteur: Acteur, slug: str, annee: int) -> AnneeDeDemarche:
    """A likely year of a visible démarche. Raises Http404."""
    demarche = porte_demarche(acteur, slug)
    if not PREMIERE_ANNEE <= annee <= DERNIERE_ANNEE:
        raise Http404("Introuvable")
    return AnneeDeDemarche(demarche, annee)


def porte_communication(acteur: Acteur, slug: str, annee: int, version: int) -> CommunicationAnnuelle:
    """A frozen communication of a visible démarche. Raises Http404."""
    if max(annee, version) > DERNIERE_ANNEE:
        raise Http404("Introuvable")
    visibles = CommunicationAnnuelle.objects.visibles_par(acteur).select_related("demarche__epci")
    return get_object_or_404(visibles, demarche__slug=slug, annee=annee, version=version)
