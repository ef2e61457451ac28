"""Reminders: who will receive them is shown first."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accord.demarche.models import Demarche
from accord.diagnostic.portes import porte_demarche
from accord.diagnostic.selectors.campagne import campagne_courante
from accord.diagnostic.selectors.relances import a_relancer
from accord.diagnostic.services.relances import relancer_reponses
from accord.socle.droits import Requete, exige


@exige("diagnostic.relancer", porte=porte_demarche)
def relance_envoyer(request: Requete, demarche: Demarche) -> HttpResponse:
    """Choose whom to remind, see the addresses, send."""
    campagne = campagne_courante(demarche)
    if campagne is None:
        raise Http404("Aucune campagne")
    if request.method == "POST":
        choisies = {int(pk) for pk in request.POST.getlist("reponse") if pk.isdecimal()}
        nombre = relancer_reponses(
            campagne=campagne, choisies=choisies, acteur=request.acteur, le=timezone.now()
        )
        messages.success(request, f"Relances envoyées\u202f: {nombre}.")
        return redirect("diagnostic:campagne-voir", slug=demarche.slug)
    return render(request, "diagnostic/relances.html", {"relances": a_relancer(campagne, request.acteur.le)})
