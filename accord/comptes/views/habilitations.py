"""Who acts for whom on the territory: the list, giving a role, ending one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accord.comptes.forms import HabilitationForm
from accord.comptes.models import Habilitation
from accord.comptes.selectors import habilitations_administrees
from accord.comptes.services.habiliter import clore_habilitation, habiliter_par_adresse
from accord.socle.droits import Acteur, Requete, exige

PAR_PAGE = 50


def porte_habilitation_administree(acteur: Acteur, pk: int) -> Habilitation:
    """A role in force that the actor answers for, else 404."""
    habilitation = habilitations_administrees(acteur).filter(pk=pk).first()
    if habilitation is None:
        raise Http404("Habilitation introuvable")
    return habilitation


@exige("comptes.administrer_habilitations")
def habilitations_liste(request: Requete) -> HttpResponse:
    """The roles in force; the form below gives another one."""
    form = HabilitationForm(request.POST or None, acteur=request.acteur)
    if request.method == "POST" and form.is_valid():
        habilitation = habiliter_par_adresse(**form.cleaned_data, du=request.acteur.le, acteur=request.acteur)
        messages.success(request, f"{habilitation.personne} est habilité·e pour {habilitation.collectivite}.")
        return redirect("comptes:habilitations-liste")
    recherche = request.GET.get("q", "").strip()
    page = Paginator(habilitations_administrees(request.acteur, recherche), PAR_PAGE).get_page(
        request.GET.get("page")
    )
    contexte = {"form": form, "page": page, "recherche": recherche}
    return render(request, "comptes/habilitations.html", contexte, status=200 if not form.errors else 422)


@require_POST
@exige("comptes.clore_habilitation", porte=porte_habilitation_administree)
def habilitation_clore(request: Requete, habilitation: Habilitation) -> HttpResponse:
    """End a role today."""
    clore_habilitation(habilitation=habilitation, le=request.acteur.le, acteur=request.acteur)
    messages.success(request, f"Le rôle de {habilitation.personne} prend fin ce soir.")
    return redirect("comptes:habilitations-liste")
