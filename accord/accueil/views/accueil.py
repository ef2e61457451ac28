"""Home: the public page without account, then what is expected of me and where the démarches are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.accueil.selectors.public import demarches_publiques
from accord.accueil.selectors.tableau import tableau_de
from accord.socle.attentes import attentes_de_la_requete
from accord.socle.droits import decider, exige, publique


@publique
def accueil(request: HttpRequest) -> HttpResponse:
    """Who are you? Then the page for you."""
    acteur = request.acteur  # type: ignore[attr-defined]
    if acteur.est_anonyme:
        return render(request, "accueil/public.html", {"demarches": demarches_publiques()})
    peut_creer = bool(decider("demarche.creer", acteur, None))
    return render(
        request,
        "accueil/accueil.html",
        {"tableau": tableau_de(acteur, attentes_de_la_requete(request), peut_creer=peut_creer)},
    )


@exige("accueil.consulter")
def attentes(request: HttpRequest) -> HttpResponse:
    """Everything that waits for me, nearest deadline first."""
    acteur = request.acteur  # type: ignore[attr-defined]
    return render(
        request, "accueil/attentes.html", {"attentes": attentes_de_la_requete(request), "le": acteur.le}
    )
