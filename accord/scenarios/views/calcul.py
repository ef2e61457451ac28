"""Simulating for a page: the period asked for, and a kind page when nothing can be computed."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render

from accord.scenarios.adaptateurs import CalculImpossible, Simulation, simuler
from accord.scenarios.models import Scenario
from accord.scenarios.selectors.periodes import Periode, PeriodeInconnue, periode_de
from accord.socle.droits.requete import Requete


def periode_demandee(request: Requete, annees: Sequence[int]) -> Periode:
    """Raises Http404 for a year that is not simulated."""
    try:
        return periode_de(annees, request.GET.get("annee"))
    except PeriodeInconnue as erreur:
        raise Http404("Année inconnue") from erreur


def simuler_ou_expliquer(request: Requete, scenario: Scenario) -> Simulation | HttpResponse:
    """The figures, or the page that says what is missing to compute them."""
    if not scenario.services.all():
        return render(request, "scenarios/sans_chiffres.html", {"scenario": scenario})
    try:
        return simuler(scenario)
    except CalculImpossible as erreur:
        return render(
            request, "scenarios/sans_chiffres.html", {"scenario": scenario, "raison": erreur.message}
        )
