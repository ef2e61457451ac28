"""The doors of the démarche: what the actor does not see does not exist (404)."""

from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404

from accord.demarche.models import Decision, Demarche, Instance, Invitation, Jalon
from accord.socle.droits import Acteur

M = TypeVar("M", Demarche, Instance, Invitation, Decision, Jalon)


def porte_demarche(acteur: Acteur, slug: str) -> Demarche:
    """The standard door of every page of a démarche. Raises Http404."""
    return _un(Demarche.objects.visibles_par(acteur).select_related("epci").filter(slug=slug))


def porte_instance(acteur: Acteur, slug: str, pk: int) -> Instance:
    """An instance of a visible démarche. Raises Http404."""
    visibles = Instance.objects.visibles_par(acteur).select_related("demarche__epci")
    return _un(visibles.filter(demarche__slug=slug, pk=pk))


def porte_invitation(acteur: Acteur, slug: str, pk: int) -> Invitation:
    """An invitation of a visible démarche. Raises Http404."""
    visibles = Invitation.objects.visibles_par(acteur).select_related("demarche__epci", "collectivite")
    return _un(visibles.filter(demarche__slug=slug, pk=pk))


def porte_decision(acteur: Acteur, slug: str, pk: int) -> Decision:
    """A decision of a visible démarche. Raises Http404."""
    visibles = Decision.objects.visibles_par(acteur).select_related("demarche__epci", "instance")
    return _un(visibles.filter(demarche__slug=slug, pk=pk))


def porte_jalon(acteur: Acteur, slug: str, pk: int) -> Jalon:
    """A known date of a visible démarche. Raises Http404."""
    return _un(
        Jalon.objects.visibles_par(acteur).select_related("demarche__epci").filter(demarche__slug=slug, pk=pk)
    )


def _un(visibles: QuerySet[M]) -> M:
    objet = visibles.first()
    if objet is None:
        raise Http404("Introuvable")
    return objet
