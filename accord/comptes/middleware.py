"""Builds `request.acteur` once a request, lazily: a page that asks nothing costs nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accord.comptes.selectors import acteur_courant
from accord.socle.droits import Acteur

CLE_SESSION = "habilitation"


class ActeurMiddleware:
    """Sets `request.acteur` (an `Acteur`) and `request.capacites` (what the header lets one choose)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        couple = SimpleLazyObject(lambda: _lire(request))
        request.acteur = SimpleLazyObject(lambda: couple[0])  # type: ignore[attr-defined]
        request.capacites = SimpleLazyObject(lambda: couple[1])  # type: ignore[attr-defined]
        return self.get_response(request)


def _lire(request: HttpRequest) -> tuple[Acteur, list]:
    aujourd_hui = timezone.localdate()
    if not request.user.is_authenticated:
        return Acteur(le=aujourd_hui), []
    return acteur_courant(request.user, request.session.get(CLE_SESSION), aujourd_hui)
