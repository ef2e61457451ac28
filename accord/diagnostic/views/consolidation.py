"""The consolidated table of services."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from accord.demarche.models import Demarche
from accord.diagnostic.exports import services_en_classeur
from accord.diagnostic.forms import FiltreServicesForm
from accord.diagnostic.models import Campagne
from accord.diagnostic.portes import porte_demarche
from accord.diagnostic.selectors.campagne import campagne_courante
from accord.diagnostic.selectors.consolidation import (
    TRI_PAR_DEFAUT,
    choix_de_services,
    services_consolides,
    totaux_services,
)
from accord.diagnostic.views.onglets import onglets
from accord.diagnostic.views.telechargement import classeur
from accord.socle.droits import Requete, exige

PAR_PAGE = 50


def _filtre(request: Requete, campagne: Campagne) -> FiltreServicesForm:
    collectivites = campagne.reponses.values_list("collectivite__siren", "collectivite__nom")
    return FiltreServicesForm(
        request.GET,
        collectivites=[(siren or "", nom) for siren, nom in collectivites],
        services=choix_de_services(campagne, request.acteur),
    )


@exige("diagnostic.consulter", porte=porte_demarche)
def service_lister(request: Requete, demarche: Demarche) -> HttpResponse:
    """Every service one may see, with filters, sort and totals."""
    campagne = campagne_courante(demarche)
    contexte: dict[str, Any] = {
        "onglets": onglets(demarche, "service-lister"),
        "campagne": campagne,
        "tri": TRI_PAR_DEFAUT,
    }
    if campagne is not None:
        form = _filtre(request, campagne)
        choix = form.cleaned_data if form.is_valid() else {}
        lignes = services_consolides(campagne, request.acteur, choix, request.GET.get("tri", TRI_PAR_DEFAUT))
        contexte |= {
            "form": form,
            "page": Paginator(lignes, PAR_PAGE).get_page(request.GET.get("page")),
            "totaux": totaux_services(lignes),
        }
    return render(request, "diagnostic/services.html", contexte)


@exige("diagnostic.consulter", porte=porte_demarche)
def service_exporter(request: Requete, demarche: Demarche) -> HttpResponse:
    """The same rows, as the workbook of the import."""
    campagne = campagne_courante(demarche)
    if campagne is None:
        raise Http404("Aucune campagne")
    form = _filtre(request, campagne)
    choix = form.cleaned_data if form.is_valid() else {}
    lignes = services_consolides(campagne, request.acteur, choix, request.GET.get("tri", TRI_PAR_DEFAUT))
    return classeur(services_en_classeur(campagne, lignes), "services", demarche.epci.nom)
