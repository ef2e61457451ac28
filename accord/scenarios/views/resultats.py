"""The results of a scenario: by employer, by service, by year."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accord.scenarios.models import Scenario
from accord.scenarios.permissions import regard_de
from accord.scenarios.portes import porte_scenario
from accord.scenarios.selectors.periodes import periodes
from accord.scenarios.selectors.resultats import (
    CLES_DE_TRI,
    LigneEmployeur,
    Resultats,
    resultats,
    siren_du_regard,
)
from accord.scenarios.views.barres import barre, choisir_barres
from accord.scenarios.views.calcul import periode_demandee, simuler_ou_expliquer
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@exige("scenarios.consulter", porte=porte_scenario)
def scenario_voir(request: Requete, scenario: Scenario) -> HttpResponse:
    """Who gains, who pays, service by service."""
    simulation = simuler_ou_expliquer(request, scenario)
    if isinstance(simulation, HttpResponse):
        return simulation
    periode = periode_demandee(request, scenario.annees)
    regard = regard_de(request.acteur)
    calcules = resultats(simulation, regard, periode)
    lignes = _trier(calcules.lignes, request.GET.get("tri", "ecart"))
    contexte = {
        "scenario": scenario,
        "resultats": calcules,
        "lignes": lignes,
        "barres": choisir_barres(
            barre(ligne.nom, ligne.ecart_centimes, _url(scenario, ligne))
            for ligne in lignes
            if ligne.ecart_centimes is not None
        ),
        "barres_services": _barres_services(calcules),
        "periodes": periodes(scenario.annees),
        "regard": regard,
        "propre": None if request.acteur.est_epci else siren_du_regard(regard),
        "sans_cible": all(service.etp_cible is None for service in scenario.services.all()),
        "retenu": scenario.retenus.defer("contenu").select_related("decision__instance").first(),
    }
    return render(request, "scenarios/scenario_voir.html", contexte)


def _trier(lignes: tuple[LigneEmployeur, ...], tri: str) -> list[LigneEmployeur]:
    cle = CLES_DE_TRI.get(tri.removeprefix("-"))
    if cle is None:
        raise Http404("Tri inconnu")
    par_nom = sorted(lignes, key=lambda ligne: ligne.nom)
    return sorted(par_nom, key=cle, reverse=tri.startswith("-"))  # type: ignore[arg-type]


def _url(scenario: Scenario, ligne: LigneEmployeur) -> str:
    return reverse("scenarios:fiche-voir", args=[scenario.demarche.slug, scenario.pk, ligne.siren])


def _barres_services(calcules: Resultats) -> list[dict[str, Any]]:
    """What each service adds to or takes from the territory's spending: the steps of the waterfall."""
    return [barre(service.libelle, service.ecart_centimes) for service in calcules.services]
