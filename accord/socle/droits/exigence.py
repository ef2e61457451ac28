"""The door of every view: load what the actor can see (else 404), check the right (else 403 with its reason)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase

from accord.socle.droits.registre import decider
from accord.socle.droits.requete import Requete

Vue = Callable[..., HttpResponseBase]
CODES_EXIGES: set[str] = set()
"""Codes named by views; checked against the declared ones at start-up."""


def exige(code: str, *, porte: Callable[..., Any] | None = None) -> Callable[[Vue], Vue]:
    """Require `code` on the object that `porte(acteur, **url_kwargs)` loads; the view receives that object.

    The door raises Http404 for what is not visible. Without a door the predicate judges `None` and the
    view keeps its URL arguments. The decision is refused with PermissionDenied(reason).
    """
    CODES_EXIGES.add(code)

    def decorer(vue: Vue) -> Vue:
        @wraps(vue)
        def gardee(request: Requete, **arguments: Any) -> HttpResponseBase:
            objet = porte(request.acteur, **arguments) if porte else None
            _poser_demarche(request, objet)
            decision = decider(code, request.acteur, objet)
            if not decision:
                raise PermissionDenied(decision.raison)
            return vue(request, objet) if porte else vue(request, **arguments)

        gardee.exigence = code  # type: ignore[attr-defined]
        gardee.porte = porte  # type: ignore[attr-defined]
        return gardee

    return decorer


def publique(vue: Vue) -> Vue:
    """Open a view to everyone, signed in or not. The list of such views is held by a test."""
    ouverte = login_not_required(vue)
    ouverte.exigence = "publique"  # type: ignore[attr-defined]
    return ouverte


def _poser_demarche(request: Requete, objet: Any) -> None:
    """Let the page show the démarche it belongs to, when the object is one or knows its own."""
    if objet is None:
        return
    est_demarche = getattr(objet, "_meta", None) is not None and objet._meta.model_name == "demarche"
    request.demarche = objet if est_demarche else getattr(objet, "demarche", None)
