"""Agents by collectivité and service, small groups hidden."""

from django.http import HttpResponse
from django.shortcuts import render

from accord.demarche.models import Demarche
from accord.diagnostic.portes import porte_demarche
from accord.diagnostic.secret import SEUIL
from accord.diagnostic.selectors.campagne import campagne_courante
from accord.diagnostic.selectors.effectifs import table_effectifs
from accord.diagnostic.views.onglets import onglets
from accord.socle.droits import Requete, exige


@exige("diagnostic.consulter", porte=porte_demarche)
def effectif_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """How many people work where."""
    campagne = campagne_courante(demarche)
    contexte = {
        "onglets": onglets(demarche, "effectif-voir"),
        "campagne": campagne,
        "table": table_effectifs(campagne, request.acteur) if campagne else None,
        "seuil": SEUIL,
    }
    return render(request, "diagnostic/effectifs.html", contexte)
