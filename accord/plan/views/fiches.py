"""A sheet: reading, writing, changing its state, its PDF."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.plan.documents import contexte_fiche
from accord.plan.enums import EtatAction
from accord.plan.forms import EtapeForm, EtatForm, FicheActionForm, RealisationForm, ReportForm
from accord.plan.models import FicheAction
from accord.plan.portes import porte_fiche
from accord.plan.selectors import lire_fiche
from accord.plan.services import (
    TransitionInterdite,
    changer_etat_fiche,
    creer_fiche_action,
    modifier_fiche_action,
)
from accord.socle.documents import rendre_pdf
from accord.socle.droits import decider, exige
from accord.socle.droits.requete import Requete


@require_safe
@exige("plan.consulter", porte=porte_fiche)
def fiche_voir(request: Requete, fiche: FicheAction) -> HttpResponse:
    """The sheet, its steps, and what can be done with it."""
    return page_fiche(request, fiche)


def page_fiche(
    request: Requete,
    fiche: FicheAction,
    *,
    form_etape: EtapeForm | None = None,
    form_etat: EtatForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a sheet, with a form to correct when one was refused."""
    contexte = {
        "lue": lire_fiche(fiche, request.acteur.le),
        "fiche": fiche,
        "form_etape": form_etape or EtapeForm(),
        "form_etat": form_etat,
        "form_realisation": RealisationForm(le=request.acteur.le, auto_id=False),
        "form_report": ReportForm(auto_id=False),
    }
    return render(request, "plan/fiche.html", contexte, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@exige("plan.creer_fiche", porte=porte_demarche)
def fiche_creer(request: Requete, demarche: Demarche) -> HttpResponse:
    """Write a sheet that no service of the schéma gave birth to."""
    form = FicheActionForm(request.POST or None, demarche=demarche)
    if request.method == "POST" and form.is_valid():
        fiche = creer_fiche_action(demarche=demarche, donnees=form.donnees(), acteur=request.acteur)
        messages.success(request, f"La fiche {fiche.numero} est enregistrée. Ajoutez-lui des étapes.")
        return redirect(fiche)
    return render(request, "plan/fiche_form.html", {"form": form, "fiche": None})


@require_http_methods(["GET", "HEAD", "POST"])
@exige("plan.modifier_fiche", porte=porte_fiche)
def fiche_modifier(request: Requete, fiche: FicheAction) -> HttpResponse:
    """Change what is written on a sheet."""
    form = FicheActionForm(request.POST or None, demarche=fiche.demarche, fiche=fiche)
    if request.method == "POST" and form.is_valid():
        modifier_fiche_action(fiche=fiche, donnees=form.donnees(), acteur=request.acteur)
        messages.success(request, "La fiche est enregistrée.")
        return redirect(fiche)
    return render(request, "plan/fiche_form.html", {"form": form, "fiche": fiche})


@require_POST
@exige("plan.changer_etat", porte=porte_fiche)
def fiche_changer_etat(request: Requete, fiche: FicheAction) -> HttpResponse:
    """Apply one transition of the table."""
    form = EtatForm(request.POST)
    if form.is_valid():
        try:
            changer_etat_fiche(
                fiche=fiche,
                vers=EtatAction(form.cleaned_data["vers"]),
                motif=form.cleaned_data["motif"],
                acteur=request.acteur,
                le=request.acteur.le,
            )
        except TransitionInterdite as refus:
            form.add_error("motif", str(refus))
        else:
            messages.success(request, "L’état de l’action est changé.")
            return redirect(fiche)
    return page_fiche(request, fiche, form_etat=form, status=422)


@require_safe
@exige("plan.consulter", porte=porte_fiche)
def fiche_telecharger(request: Requete, fiche: FicheAction) -> HttpResponse:
    """The sheet as a tagged PDF, of today's state."""
    chiffres = bool(decider("plan.lire_chiffres", request.acteur, fiche))
    lue = lire_fiche(fiche, request.acteur.le)
    contexte = contexte_fiche(lue, request.acteur.le, avec_chiffres=chiffres)
    reponse = HttpResponse(rendre_pdf("plan/fiche_action", contexte), content_type="application/pdf")
    nom = f"fiche-action-{fiche.numero}-{fiche.demarche.slug}.pdf"
    reponse["Content-Disposition"] = f'attachment; filename="{nom}"'
    return reponse
