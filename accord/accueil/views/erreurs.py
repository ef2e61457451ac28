"""Error pages: each says what happened, why, and what to do next; nothing typed is lost without a word."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from accord.accueil.selectors.referents import referents_de
from accord.socle.droits import publique


@publique
def refus(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, with the reason given by the predicate, and the names of those who can."""
    contexte = {"raison": str(exception or ""), "referents": referents_de(request.acteur)}  # type: ignore[attr-defined]
    return render(request, "interface/erreur_403.html", contexte, status=403)


@publique
def introuvable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: absent, or not for the current capacity (we do not say which)."""
    return render(request, "interface/erreur_404.html", status=404)


@publique
def panne(request: HttpRequest) -> HttpResponse:
    """500: a page that needs neither database nor session."""
    return HttpResponse(render_to_string("interface/erreur_500.html"), status=500)


@publique
def session_perdue(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The session or the form's security token is over: what was typed is shown again, to be copied."""
    saisie = [
        (nom, "\n".join(str(valeur) for valeur in valeurs))
        for nom, valeurs in request.POST.lists()
        if nom not in ("csrfmiddlewaretoken", "password")
    ]
    contexte = {"saisie": saisie, "formulaire": _page_du_formulaire(request)}
    return render(request, "interface/session_perdue.html", contexte, status=403)


def _page_du_formulaire(request: HttpRequest) -> str:
    """Where the form was: its address is not always the one it is sent to."""
    origine = urlsplit(request.headers.get("Referer", ""))
    if origine.netloc != request.get_host():
        return request.path
    return f"{origine.path}?{origine.query}" if origine.query else origine.path
