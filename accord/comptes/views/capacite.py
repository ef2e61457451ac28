"""Choosing the capacity in which one acts."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accord.comptes.middleware import CLE_SESSION
from accord.comptes.models import Habilitation
from accord.socle.droits import Acteur, Requete, exige


def porte_habilitation(acteur: Acteur, pk: int) -> Habilitation:
    """One of the actor's own habilitations in force, else 404."""
    habilitation = Habilitation.objects.visibles_par(acteur).filter(pk=pk).first()
    if habilitation is None:
        raise Http404("Habilitation introuvable")
    return habilitation


@require_POST
@exige("comptes.changer_capacite", porte=porte_habilitation)
def capacite_changer(request: Requete, habilitation: Habilitation) -> HttpResponse:
    """Remember the capacity and come back to the page one was on."""
    request.session[CLE_SESSION] = habilitation.pk
    suite = request.POST.get("suite", "")
    if not url_has_allowed_host_and_scheme(suite, allowed_hosts={request.get_host()}):
        suite = reverse("accueil:accueil")
    return redirect(suite)
