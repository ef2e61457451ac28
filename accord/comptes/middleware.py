"""Builds `request.acteur` once a request, lazily: a page that asks nothing costs nothing."""

from collections.abc import Callable
from functools import cache
from typing import cast

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accord.comptes.selectors import acteur_courant
from accord.socle.droits import Acteur, Requete

CLE_SESSION = "habilitation"


class ActeurMiddleware:
    """Sets `request.acteur` (an `Acteur`) and `request.capacites` (what the header lets one choose)."""

    def __init__(self, get_response: Callable[[Requete], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Requete) -> HttpResponse:
        lire = cache(lambda: _lire(request))
        request.acteur = cast(Acteur, SimpleLazyObject(lambda: lire()[0]))
        request.capacites = cast(list, SimpleLazyObject(lambda: lire()[1]))
        return self.get_response(request)


def _lire(request: Requete) -> tuple[Acteur, list]:
    aujourd_hui = timezone.localdate()
    if not request.user.is_authenticated:
        return Acteur(le=aujourd_hui), []
    return acteur_courant(request.user, request.session.get(CLE_SESSION), aujourd_hui)
