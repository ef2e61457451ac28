"""The doors of the diagnostic: what the actor does not see does not exist (404)."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from accord.demarche.portes import porte_demarche
from accord.diagnostic.models import EtatArrete, ImportClasseur, ReponseCollectivite
from accord.socle.droits import Acteur

M = TypeVar("M", bound=Model)

__all__ = ["porte_demarche", "porte_depot", "porte_etat", "porte_reponse"]


def porte_reponse(acteur: Acteur, slug: str, siren: str) -> ReponseCollectivite:
    """The answer of a collectivité in the last campaign. Raises Http404."""
    demarche = porte_demarche(acteur, slug)
    visibles = ReponseCollectivite.objects.visibles_par(acteur).filter(
        campagne__demarche=demarche, collectivite__siren=siren
    )
    return _un(
        visibles.select_related("campagne__demarche__epci", "collectivite").order_by("-campagne__ouverte_le")
    )


def porte_depot(acteur: Acteur, slug: str, pk: int) -> ImportClasseur:
    """A workbook deposited by one's own collectivité. Raises Http404."""
    visibles = ImportClasseur.objects.visibles_par(acteur).filter(campagne__demarche__slug=slug, pk=pk)
    return _un(visibles.select_related("campagne__demarche__epci", "reponse__collectivite"))


def porte_etat(acteur: Acteur, slug: str, version: int) -> EtatArrete:
    """A version of the état arrêté. Raises Http404."""
    visibles = EtatArrete.objects.all().visibles_par(acteur).filter(demarche__slug=slug, version=version)
    return _un(visibles.select_related("demarche__epci"))


def _un(visibles: QuerySet[M]) -> Any:
    objet = visibles.first()
    if objet is None:
        raise Http404("Introuvable")
    return objet
