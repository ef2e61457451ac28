"""The gallery (public: it shows no data) and the choice of theme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accord.socle.droits import publique
from accord.socle.interface import galerie as exemples
from accord.socle.interface.theme import TEMOIN, THEMES, UN_AN_EN_SECONDES


@publique
def galerie(request: HttpRequest) -> HttpResponse:
    """Each component, in all its states."""
    return render(request, "interface/galerie.html", exemples.contexte(request))


@publique
@require_POST
def theme_changer(request: HttpRequest) -> HttpResponse:
    """Remember the theme for a year, then back to the page."""
    suite = request.POST.get("suite", "/")
    if not url_has_allowed_host_and_scheme(suite, allowed_hosts=None):
        suite = "/"
    reponse = redirect(suite)
    theme = request.POST.get("theme")
    if theme in THEMES:
        reponse.set_cookie(TEMOIN, theme, max_age=UN_AN_EN_SECONDES, samesite="Lax", httponly=True)
    return reponse
