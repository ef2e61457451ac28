"""Global search over the collectivités and the démarches one may see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.accueil.selectors.recherche import rechercher as chercher
from accord.socle.droits import exige

LONGUEUR_MAX = 100


@exige("accueil.rechercher")
def rechercher(request: HttpRequest) -> HttpResponse:
    """Results for `q`."""
    texte = request.GET.get("q", "").replace("\x00", "").strip()[:LONGUEUR_MAX]
    contexte = {"texte": texte, "resultats": chercher(request.acteur, texte)}  # type: ignore[attr-defined]
    return render(request, "accueil/recherche.html", contexte)
