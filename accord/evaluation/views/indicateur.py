"""An indicator: its history, measures, objectives and opinions."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.evaluation.forms import IndicateurForm, MesureForm, OpinionForm, ReajustementForm
from accord.evaluation.models import Indicateur
from accord.evaluation.portes import porte_indicateur
from accord.evaluation.selectors import annee_par_defaut, lire_indicateur
from accord.evaluation.services import (
    MesureImpossible,
    creer_indicateur,
    donner_opinion,
    mesurer_indicateur,
    modifier_indicateur,
    reajuster_objectif,
)
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete

IDS_REAJUSTEMENT = "id_objectif_%s"
"""Two forms of the page hold a year and a value: their fields must not share identifiers."""


@require_safe
@exige("evaluation.consulter", porte=porte_indicateur)
def indicateur_voir(request: Requete, indicateur: Indicateur) -> HttpResponse:
    """Everything known of an indicator."""
    return _page(request, indicateur)


@require_http_methods(["GET", "HEAD", "POST"])
@exige("evaluation.gerer_indicateurs", porte=porte_demarche)
def indicateur_creer(request: Requete, demarche: Demarche) -> HttpResponse:
    """An indicator of the territory's own."""
    form = IndicateurForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        indicateur = creer_indicateur(demarche=demarche, donnees=form.donnees(), acteur=request.acteur)
        messages.success(request, "L’indicateur est enregistré. Fixez-lui un objectif, puis mesurez-le.")
        return redirect(indicateur)
    return render(request, "evaluation/indicateur_form.html", {"form": form, "indicateur": None})


@require_http_methods(["GET", "HEAD", "POST"])
@exige("evaluation.gerer_indicateurs", porte=porte_indicateur)
def indicateur_modifier(request: Requete, indicateur: Indicateur) -> HttpResponse:
    """Another definition, another source, or no longer followed."""
    form = IndicateurForm(request.POST or None, indicateur=indicateur)
    if request.method == "POST" and form.is_valid():
        libelle = form.cleaned_data["libelle"]
        if indicateur.demarche.indicateurs.filter(libelle=libelle).exclude(pk=indicateur.pk).exists():
            form.add_error("libelle", "Un indicateur de ce nom existe déjà.")
        else:
            modifier_indicateur(indicateur=indicateur, donnees=form.donnees(), acteur=request.acteur)
            messages.success(request, "L’indicateur est enregistré.")
            return redirect(indicateur)
    return render(request, "evaluation/indicateur_form.html", {"form": form, "indicateur": indicateur})


@require_POST
@exige("evaluation.mesurer", porte=porte_indicateur)
def indicateur_mesurer(request: Requete, indicateur: Indicateur) -> HttpResponse:
    """Record a value found."""
    form = MesureForm(request.POST, **_reperes(request, indicateur), le=request.acteur.le)
    if form.is_valid():
        try:
            mesurer_indicateur(
                indicateur=indicateur, donnees=form.donnees(), acteur=request.acteur, le=timezone.now()
            )
        except MesureImpossible as refus:
            form.add_error("date_mesure", str(refus))
        else:
            messages.success(request, "La mesure est enregistrée.")
            return redirect(indicateur)
    return _page(request, indicateur, status=422, form_mesure=form)


@require_POST
@exige("evaluation.reajuster", porte=porte_indicateur)
def indicateur_reajuster(request: Requete, indicateur: Indicateur) -> HttpResponse:
    """Aim at another value."""
    form = ReajustementForm(request.POST, **_reperes(request, indicateur), auto_id=IDS_REAJUSTEMENT)
    if form.is_valid():
        try:
            reajuster_objectif(
                indicateur=indicateur,
                annee=form.cleaned_data["annee"],
                valeur_centiemes=form.valeur_centiemes(),
                motif=form.cleaned_data["motif"],
                acteur=request.acteur,
                le=timezone.now(),
            )
        except MesureImpossible as refus:
            form.add_error("motif", str(refus))
        else:
            messages.success(request, "L’objectif est enregistré ; l’ancien reste dans l’historique.")
            return redirect(indicateur)
    return _page(request, indicateur, status=422, form_reajustement=form)


@require_POST
@exige("evaluation.opiner", porte=porte_indicateur)
def indicateur_opiner(request: Requete, indicateur: Indicateur) -> HttpResponse:
    """The evaluator's opinion on this indicator."""
    form = OpinionForm(request.POST)
    if not form.is_valid():
        return _page(request, indicateur, status=422, form_opinion=form)
    donner_opinion(
        demarche=indicateur.demarche,
        indicateur=indicateur,
        acteur=request.acteur,
        le=timezone.now(),
        **form.cleaned_data,
    )
    messages.success(request, "Votre avis est publié.")
    return redirect(indicateur)


def _page(request: Requete, indicateur: Indicateur, status: int = 200, **forms: Any) -> HttpResponse:
    reperes = _reperes(request, indicateur)
    contexte = {
        "lu": lire_indicateur(indicateur),
        "indicateur": indicateur,
        "form_mesure": MesureForm(**reperes, le=request.acteur.le),
        "form_reajustement": ReajustementForm(**reperes, auto_id=IDS_REAJUSTEMENT),
        "form_opinion": OpinionForm(),
    }
    return render(request, "evaluation/indicateur.html", contexte | forms, status=status)


def _reperes(request: Requete, indicateur: Indicateur) -> dict[str, Any]:
    """What the forms need to know of the indicator."""
    return {"indicateur": indicateur, "annee": annee_par_defaut(indicateur.demarche, request.acteur.le)}
