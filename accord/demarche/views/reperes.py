"""One repère: its conditions, its moves."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accord.demarche.forms import MotifForm
from accord.demarche.models import EtatRepere
from accord.demarche.portes import porte_demarche
from accord.demarche.selectors.etapes import vue_repere
from accord.demarche.services.reperes import changer_etat_repere
from accord.socle.droits import Acteur, Requete, exige


def porte_repere(acteur: Acteur, slug: str, numero: int) -> EtatRepere:
    """A repère of a visible démarche. Raises Http404."""
    demarche = porte_demarche(acteur, slug)
    etat_repere = demarche.reperes.filter(repere=numero).first()
    if etat_repere is None:
        raise Http404("Une démarche a huit repères")
    etat_repere.demarche = demarche
    return etat_repere


@exige("demarche.consulter", porte=porte_repere)
def repere_voir(request: Requete, etat_repere: EtatRepere) -> HttpResponse:
    """The page of a repère."""
    return _page(request, etat_repere, MotifForm())


@require_POST
@exige("demarche.avancer_repere", porte=porte_repere)
def repere_changer(request: Requete, etat_repere: EtatRepere) -> HttpResponse:
    """Move the repère, or show again the page with what is missing."""
    form = MotifForm(request.POST)
    if not form.is_valid():
        return _page(request, etat_repere, form, statut=422)
    try:
        changer_etat_repere(
            etat_repere=etat_repere,
            vers=form.cleaned_data["vers"],
            motif=form.cleaned_data["motif"],
            acteur=request.acteur,
        )
    except ValidationError as erreur:
        form.add_error(None if "motif" not in _champs(erreur) else "motif", erreur.messages)
        return _page(request, etat_repere, form, statut=422)
    messages.success(request, "L’état du repère est enregistré.")
    return redirect("demarche:repere-voir", slug=etat_repere.demarche.slug, numero=etat_repere.repere)


def _champs(erreur: ValidationError) -> dict[str, object]:
    return getattr(erreur, "error_dict", {})


def _page(request: Requete, etat_repere: EtatRepere, form: MotifForm, statut: int = 200) -> HttpResponse:
    contexte = {"repere": vue_repere(etat_repere, request.acteur), "etat_repere": etat_repere, "form": form}
    return render(request, "demarche/repere.html", contexte, status=statut)
