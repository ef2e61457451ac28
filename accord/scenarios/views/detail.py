"""One collectivité in a scenario, and the explanation of one cell."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from accord.scenarios.adaptateurs import expliquer
from accord.scenarios.permissions import regard_de
from accord.scenarios.portes import Detail, porte_cellule, porte_detail
from accord.scenarios.selectors.fiche import fiche
from accord.scenarios.selectors.periodes import periodes
from accord.scenarios.views.calcul import periode_demandee, simuler_ou_expliquer
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@exige("scenarios.consulter_commune", porte=porte_detail)
def fiche_voir(request: Requete, detail: Detail) -> HttpResponse:
    """« Ce que cela change pour Verson »."""
    simulation = simuler_ou_expliquer(request, detail.scenario)
    if isinstance(simulation, HttpResponse):
        return simulation
    periode = periode_demandee(request, detail.scenario.annees)
    lue = fiche(simulation, regard_de(request.acteur), detail.collectivite, periode)
    if lue is None:
        raise Http404("Collectivité inconnue du scénario")
    contexte = {"scenario": detail.scenario, "fiche": lue, "periodes": periodes(detail.scenario.annees)}
    return render(request, "scenarios/fiche_voir.html", contexte)


@exige("scenarios.consulter_commune", porte=porte_cellule)
def explication_voir(request: Requete, detail: Detail) -> HttpResponse:
    """How one cell was obtained, down to the line of the état arrêté."""
    simulation = simuler_ou_expliquer(request, detail.scenario)
    if isinstance(simulation, HttpResponse):
        return simulation
    siren = detail.collectivite.siren or ""
    lignes = expliquer(simulation, siren=siren, code=detail.code, annee=detail.annee)
    declarees = [
        ligne
        for ligne in detail.scenario.etat_arrete.contenu["services"]
        if (ligne["siren"], ligne["code"]) == (siren, detail.code)
    ]
    contexte = {
        "scenario": detail.scenario,
        "detail": detail,
        "titre": lignes[0],
        "lignes": [tuple(ligne.partition("\u202f: ")[::2]) for ligne in lignes[1:]],
        "declarees": declarees,
    }
    return render(request, "scenarios/explication_voir.html", contexte)
