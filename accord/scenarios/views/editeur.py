"""Creating, setting, copying a scenario; changing its status."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.scenarios.enums import StatutScenario
from accord.scenarios.forms import CreationForm, DuplicationForm, ReglagesForm
from accord.scenarios.models import Scenario
from accord.scenarios.portes import porte_scenario
from accord.scenarios.services import (
    ConflitModification,
    creer_scenario,
    dupliquer_scenario,
    modifier_scenario,
    modifier_statut,
)
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete
from accord.socle.interface.formats import date_heure

GABARIT = "scenarios/scenario_modifier.html"


@exige("scenarios.creer", porte=porte_demarche)
def scenario_creer(request: Requete, demarche: Demarche) -> HttpResponse:
    """A new draft, on a frozen état."""
    initial = {"premiere_annee": request.acteur.le.year + 1, "nombre_annees": 6}
    form = CreationForm(demarche, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            scenario = creer_scenario(
                demarche=demarche,
                etat_arrete=form.cleaned_data["etat_arrete"],
                acteur=request.acteur,
                le=timezone.now(),
                **form.reglages(),
            )
        except ValidationError as erreur:
            _refuser(form, erreur)
        else:
            return redirect("scenarios:service-choisir", demarche.slug, scenario.pk)
    etats = demarche.etats_arretes.exists()
    return render(request, GABARIT, {"form": form, "scenario": None, "sans_etat": not etats})


@exige("scenarios.modifier", porte=porte_scenario)
def scenario_modifier(request: Requete, scenario: Scenario) -> HttpResponse:
    """Name, years, inflation; the second of two people is told, and keeps what was typed."""
    form = ReglagesForm(request.POST or None, instance=scenario, initial={"revision": scenario.revision})
    if request.method == "POST" and form.is_valid():
        try:
            modifier_scenario(
                scenario=Scenario.objects.get(pk=scenario.pk),
                revision=form.cleaned_data["revision"] or 0,
                acteur=request.acteur,
                le=timezone.now(),
                **form.reglages(),
            )
        except ConflitModification as conflit:
            prevenir(form, conflit)
        except ValidationError as erreur:
            _refuser(form, erreur)
        else:
            messages.success(request, "Les réglages du scénario sont enregistrés.")
            return redirect("scenarios:scenario-voir", scenario.demarche.slug, scenario.pk)
    intact = Scenario.objects.get(pk=scenario.pk)
    return render(request, GABARIT, {"form": form, "scenario": intact})


def prevenir(form: ReglagesForm, conflit: ConflitModification) -> None:
    """Tell the second person kindly, and let a second « Enregistrer » go through."""
    form.add_error(
        None,
        f"{conflit.par} a modifié ce scénario le {date_heure(conflit.modifie_le)}, pendant votre saisie. "
        "Rien n’est perdu\u202f: relisez, puis enregistrez à nouveau pour appliquer vos valeurs.",
    )
    form.data = {**form.data.dict(), "revision": str(conflit.revision)}  # type: ignore[attr-defined]


def _refuser(form: ReglagesForm, erreur: ValidationError) -> None:
    for nom, fautes in getattr(erreur, "error_dict", {None: erreur}).items():
        form.add_error(nom if nom in form.fields else None, fautes)


@exige("scenarios.creer", porte=porte_scenario)
def scenario_dupliquer(request: Requete, scenario: Scenario) -> HttpResponse:
    """A variant with the same services and perimeters."""
    form = DuplicationForm(request.POST or None, initial={"nom": f"{scenario.nom} — variante"})
    if request.method == "POST" and form.is_valid():
        try:
            copie = dupliquer_scenario(
                scenario=scenario, nom=form.cleaned_data["nom"], acteur=request.acteur, le=timezone.now()
            )
        except ValidationError as erreur:
            form.add_error("nom", erreur.messages)
        else:
            messages.success(request, f"La variante «\u202f{copie.nom}\u202f» est créée.")
            return redirect("scenarios:scenario-voir", scenario.demarche.slug, copie.pk)
    return render(request, "scenarios/scenario_dupliquer.html", {"form": form, "scenario": scenario})


@require_POST
@exige("scenarios.changer_statut", porte=porte_scenario)
def statut_changer(request: Requete, scenario: Scenario) -> HttpResponse:
    """Present, take back, set aside."""
    statut = request.POST.get("statut", "")
    if statut not in StatutScenario.values:
        raise Http404("Statut inconnu")
    try:
        modifier_statut(scenario=scenario, statut=statut, acteur=request.acteur, le=timezone.now())
    except ValidationError as erreur:
        messages.error(request, " ".join(erreur.messages))
    return redirect("scenarios:scenario-voir", scenario.demarche.slug, scenario.pk)
