"""The results as a workbook."""

from django.http import HttpResponse

from accord.scenarios.exports import TYPE_XLSX, classeur_resultats
from accord.scenarios.models import Scenario
from accord.scenarios.permissions import regard_de
from accord.scenarios.portes import porte_scenario
from accord.scenarios.views.calcul import simuler_ou_expliquer
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@exige("scenarios.consulter", porte=porte_scenario)
def scenario_exporter(request: Requete, scenario: Scenario) -> HttpResponse:
    """Only the lines the actor sees on screen."""
    simulation = simuler_ou_expliquer(request, scenario)
    if isinstance(simulation, HttpResponse):
        return simulation
    reponse = HttpResponse(classeur_resultats(simulation, regard_de(request.acteur)), content_type=TYPE_XLSX)
    reponse["Content-Disposition"] = f'attachment; filename="scenario-{scenario.pk}.xlsx"'
    return reponse
