"""Home: the public page without account, then what is expected of me and where the démarches are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.accueil import selectors
from accord.socle.attentes import attentes_de
from accord.socle.droits import exige, publique


@publique
def accueil(request: HttpRequest) -> HttpResponse:
    """Who are you? Then the page for you."""
    if request.acteur.est_anonyme:
        return render(request, "accueil/public.html", {"demarches": selectors.demarches_publiques()})
    return render(request, "accueil/accueil.html", {"tableau": selectors.tableau_de(request.acteur)})


@exige("accueil.consulter")
def attentes(request: HttpRequest) -> HttpResponse:
    """Everything that waits for me, nearest deadline first."""
    return render(
        request, "accueil/attentes.html", {"attentes": attentes_de(request.acteur), "le": request.acteur.le}
    )
