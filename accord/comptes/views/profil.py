"""What the site knows of me, and on whose behalf I may act."""

from django.http import HttpResponse
from django.shortcuts import render

from accord.comptes.selectors import capacites
from accord.socle.droits import Requete, exige


@exige("comptes.consulter_profil")
def profil_voir(request: Requete) -> HttpResponse:
    """Name, address, capacities with their periods and champs."""
    contexte = {"personne": request.user, "capacites": capacites(request.user, request.acteur.le)}
    return render(request, "comptes/profil.html", contexte)
