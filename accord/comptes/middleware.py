"""Builds `request.acteur` once a request, lazily; asks to sign in without losing what was typed."""

from collections.abc import Callable
from functools import cache
from typing import cast

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

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


class ConnexionExigeeMiddleware(LoginRequiredMiddleware):
    """Sends to the sign-in page; a form sent after the session's end is shown again, never thrown away."""

    def process_view(
        self, request: HttpRequest, view_func: Callable, view_args: tuple, view_kwargs: dict
    ) -> HttpResponseBase | None:
        reponse = super().process_view(request, view_func, view_args, view_kwargs)
        if reponse is None or request.method != "POST":
            return reponse
        page: HttpResponse = import_string(settings.CSRF_FAILURE_VIEW)(request)
        return page


def _lire(request: Requete) -> tuple[Acteur, list]:
    aujourd_hui = timezone.localdate()
    if not request.user.is_authenticated:
        return Acteur(le=aujourd_hui), []
    return acteur_courant(request.user, request.session.get(CLE_SESSION), aujourd_hui)
