"""The scenarios of a démarche."""

from django.http import HttpResponse
from django.shortcuts import render

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.scenarios.models import Scenario
from accord.scenarios.selectors.liste import lister
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@exige("scenarios.consulter", porte=porte_demarche)
def scenario_lister(request: Requete, demarche: Demarche) -> HttpResponse:
    """Each with the figures that tell them apart."""
    scenarios = Scenario.objects.visibles_par(request.acteur).filter(demarche=demarche).avec_details()
    lignes = lister(scenarios)
    return render(
        request,
        "scenarios/scenario_lister.html",
        {
            "lignes": lignes,
            "comparables": [ligne.scenario for ligne in lignes if ligne.ecart_centimes is not None],
            "etat_arrete": demarche.etats_arretes.defer("contenu").order_by("-version").first(),
        },
    )
