"""The steps of a sheet."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accord.plan.forms import EtapeForm, RealisationForm, ReportForm
from accord.plan.models import EtapeAction, FicheAction
from accord.plan.portes import porte_etape, porte_fiche
from accord.plan.services import (
    EtapeImpossible,
    ajouter_etape,
    realiser_etape,
    reporter_etape,
    retirer_etape,
    rouvrir_etape,
)
from accord.plan.views.fiches import page_fiche
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@require_POST
@exige("plan.modifier_fiche", porte=porte_fiche)
def etape_ajouter(request: Requete, fiche: FicheAction) -> HttpResponse:
    """Add a step of one's own."""
    form = EtapeForm(request.POST)
    if not form.is_valid():
        return page_fiche(request, fiche, form_etape=form, status=422)
    ajouter_etape(fiche=fiche, acteur=request.acteur, **form.cleaned_data)
    messages.success(request, "L’étape est ajoutée.")
    return redirect(fiche)


@require_http_methods(["GET", "HEAD", "POST"])
@exige("plan.modifier_fiche", porte=porte_etape)
def etape_realiser(request: Requete, etape: EtapeAction) -> HttpResponse:
    """Note that a step was done."""
    form = RealisationForm(request.POST or None, le=request.acteur.le)
    if request.method == "POST" and form.is_valid():
        try:
            realiser_etape(etape=etape, acteur=request.acteur, le=request.acteur.le, **form.cleaned_data)
        except EtapeImpossible as refus:
            form.add_error("date_realisation", str(refus))
        else:
            messages.success(request, f"Étape faite : {etape.libelle}.")
            return redirect(etape.fiche)
    return _page(request, etape, form, "Noter l’étape faite")


@require_http_methods(["GET", "HEAD", "POST"])
@exige("plan.modifier_fiche", porte=porte_etape)
def etape_reporter(request: Requete, etape: EtapeAction) -> HttpResponse:
    """Give a step another day."""
    form = ReportForm(request.POST or None, initial={"date_prevue": etape.date_prevue})
    if request.method == "POST" and form.is_valid():
        try:
            reporter_etape(etape=etape, acteur=request.acteur, **form.cleaned_data)
        except EtapeImpossible as refus:
            form.add_error(None, str(refus))
        else:
            messages.success(request, f"Nouvelle date enregistrée : {etape.libelle}.")
            return redirect(etape.fiche)
    return _page(request, etape, form, "Reporter l’étape")


@require_POST
@exige("plan.modifier_fiche", porte=porte_etape)
def etape_rouvrir(request: Requete, etape: EtapeAction) -> HttpResponse:
    """Take back a step noted done by mistake."""
    rouvrir_etape(etape=etape, acteur=request.acteur)
    messages.success(request, f"Étape à faire de nouveau : {etape.libelle}.")
    return redirect(etape.fiche)


@require_POST
@exige("plan.modifier_fiche", porte=porte_etape)
def etape_retirer(request: Requete, etape: EtapeAction) -> HttpResponse:
    """Remove a step that will not be done."""
    try:
        retirer_etape(etape=etape, acteur=request.acteur)
    except EtapeImpossible as refus:
        messages.error(request, str(refus))
    else:
        messages.success(request, f"Étape retirée : {etape.libelle}.")
    return redirect(etape.fiche)


def _page(request: Requete, etape: EtapeAction, form: Form, verbe: str) -> HttpResponse:
    contexte = {"etape": etape, "fiche": etape.fiche, "form": form, "verbe": verbe}
    return render(request, "plan/etape_form.html", contexte, status=422 if form.errors else 200)
