"""The dashboard of the campaign, and opening one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accord.demarche.models import Demarche
from accord.diagnostic.forms import CampagneForm
from accord.diagnostic.portes import porte_demarche
from accord.diagnostic.selectors.campagne import campagne_courante, jours_restants, tableau_campagne
from accord.diagnostic.services.campagnes import ouvrir_campagne
from accord.diagnostic.views.onglets import onglets
from accord.socle.droits import Requete, exige


@exige("diagnostic.consulter", porte=porte_demarche)
def campagne_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Who has answered, what is filled, what remains."""
    campagne = campagne_courante(demarche)
    contexte: dict[str, Any] = {"onglets": onglets(demarche, "campagne-voir"), "campagne": campagne}
    if campagne is not None:
        contexte |= {
            "tableau": tableau_campagne(campagne, request.acteur),
            "jours": jours_restants(campagne, request.acteur.le),
        }
    return render(request, "diagnostic/campagne.html", contexte)


@exige("diagnostic.ouvrir_campagne", porte=porte_demarche)
def campagne_ouvrir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Ask the EPCI and every commune."""
    form = CampagneForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        ouvrir_campagne(demarche=demarche, acteur=request.acteur, le=timezone.now(), **form.cleaned_data)
        messages.success(request, "La campagne est ouverte\u202f: chaque collectivité peut répondre.")
        return redirect("diagnostic:campagne-voir", slug=demarche.slug)
    contexte = {"form": form, "communes": demarche.communes().count()}
    return render(
        request, "diagnostic/campagne_ouvrir.html", contexte, status=422 if request.method == "POST" else 200
    )
