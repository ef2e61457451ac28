"""The list of the démarches one sees, and the home page of one."""

from django.http import HttpResponse
from django.shortcuts import render

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.demarche.selectors.tableau import tableau
from accord.socle.droits import Requete, exige


@exige("demarche.lister")
def demarche_lister(request: Requete) -> HttpResponse:
    """Every démarche of one's EPCI."""
    visibles = Demarche.objects.visibles_par(request.acteur).select_related("epci")
    return render(request, "demarche/demarches.html", {"demarches": visibles})


@exige("demarche.consulter", porte=porte_demarche)
def demarche_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Where we are, what comes next, who has not answered."""
    contexte = {"tableau": tableau(demarche, request.acteur.le, request.acteur)}
    return render(request, "demarche/demarche.html", contexte)
