"""Global search over the collectivités and the démarches one may see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.accueil import selectors
from accord.socle.droits import exige


@exige("accueil.rechercher")
def rechercher(request: HttpRequest) -> HttpResponse:
    """Results for `q`, thin: names of collectivités and of démarches."""
    texte = request.GET.get("q", "").strip()[:100]
    return render(
        request,
        "accueil/recherche.html",
        {"texte": texte, "resultats": selectors.rechercher(request.acteur, texte)},
    )
