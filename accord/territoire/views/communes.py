"""The page of a commune."""

from django.http import HttpResponse
from django.shortcuts import render

from accord.socle.droits import Requete, exige
from accord.territoire.models import Commune
from accord.territoire.portes import porte_commune
from accord.territoire.selectors.fiche import historique_commune


@exige("territoire.consulter", porte=porte_commune)
def commune_consulter(request: Requete, commune: Commune) -> HttpResponse:
    """Identity, populations, EPCI and history."""
    contexte = {
        "commune": commune,
        "epci": commune.epci_au(request.acteur.le),
        "evenements": historique_commune(commune),
    }
    return render(request, "territoire/commune.html", contexte)
