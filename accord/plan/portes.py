"""The doors of the plan: what the actor does not see does not exist (404)."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from accord.plan.models import EtapeAction, FicheAction, Orientation
from accord.socle.droits import Acteur

NUMERO_MAXIMAL = 32_767


def porte_fiche(acteur: Acteur, slug: str, numero: int) -> FicheAction:
    """A sheet of a visible démarche. Raises Http404."""
    if numero > NUMERO_MAXIMAL:
        raise Http404("Introuvable")
    visibles = FicheAction.objects.visibles_par(acteur).select_related(
        "demarche__epci", "orientation", "gestionnaire"
    )
    return get_object_or_404(visibles, demarche__slug=slug, numero=numero)


def porte_etape(acteur: Acteur, slug: str, numero: int, ordre: int) -> EtapeAction:
    """A step of a visible sheet, by its rank. Raises Http404."""
    if max(numero, ordre) > NUMERO_MAXIMAL:
        raise Http404("Introuvable")
    visibles = EtapeAction.objects.visibles_par(acteur).select_related(
        "fiche__demarche__epci", "fiche__gestionnaire"
    )
    return get_object_or_404(visibles, fiche__demarche__slug=slug, fiche__numero=numero, ordre=ordre)


def porte_orientation(acteur: Acteur, slug: str, numero: int) -> Orientation:
    """An axis of a visible démarche. Raises Http404."""
    if numero > NUMERO_MAXIMAL:
        raise Http404("Introuvable")
    visibles = Orientation.objects.visibles_par(acteur).select_related("demarche__epci")
    return get_object_or_404(visibles, demarche__slug=slug, numero=numero)
