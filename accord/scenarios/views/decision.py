"""Recording that an instance chose this scenario."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accord.scenarios.enums import StatutScenario
from accord.scenarios.forms import DecisionForm
from accord.scenarios.models import Scenario
from accord.scenarios.portes import porte_scenario
from accord.scenarios.services import FormeRefusee, retenir_scenario
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@exige("scenarios.retenir", porte=porte_scenario)
def scenario_retenir(request: Requete, scenario: Scenario) -> HttpResponse:
    """The decision and its reservations; the figures are frozen as they are now."""
    if scenario.statut == StatutScenario.RETENU:
        messages.info(request, "Ce scénario est déjà retenu.")
        return redirect("scenarios:scenario-voir", scenario.demarche.slug, scenario.pk)
    initial = {
        "date_decision": request.acteur.le,
        "intitule": f"Choix du scénario « {scenario.nom} »",
        "sens": "adoptee",
    }
    form = DecisionForm(scenario.demarche, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            retenu = retenir_scenario(
                scenario=scenario,
                instance=form.cleaned_data["instance"],
                decision=form.contenu(),
                acteur=request.acteur,
                le=timezone.now(),
            )
        except FormeRefusee as refusee:
            for service, raison in refusee.refus:
                form.add_error(None, f"{service}\u202f: {raison}")
        except ValidationError as erreur:
            form.refuser(erreur)
        else:
            messages.success(request, f"Le scénario est retenu et figé (version {retenu.version}).")
            return redirect("scenarios:scenario-voir", scenario.demarche.slug, scenario.pk)
    return render(request, "scenarios/scenario_retenir.html", {"form": form, "scenario": scenario})
