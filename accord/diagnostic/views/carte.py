"""The heat-map commune × service."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accord.demarche.models import Demarche
from accord.diagnostic.exports import carte_en_classeur
from accord.diagnostic.portes import porte_demarche
from accord.diagnostic.selectors.campagne import campagne_courante
from accord.diagnostic.selectors.carte import COUCHES, carte_de_chaleur
from accord.diagnostic.views.onglets import Onglet, onglets
from accord.diagnostic.views.telechargement import classeur
from accord.socle.droits import Requete, exige


def _couche(request: Requete) -> str:
    couche = request.GET.get("couche", "souhait")
    if couche not in COUCHES:
        raise Http404("Couche inconnue")
    return couche


@exige("diagnostic.consulter", porte=porte_demarche)
def carte_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Who wishes what, with what means."""
    couche, campagne = _couche(request), campagne_courante(demarche)
    adresse = reverse("diagnostic:carte-voir", args=[demarche.slug])
    contexte = {
        "onglets": onglets(demarche, "carte-voir"),
        "couches": [
            Onglet(libelle, f"{adresse}?couche={code}", code == couche) for code, libelle in COUCHES.items()
        ],
        "campagne": campagne,
        "carte": carte_de_chaleur(campagne, request.acteur, couche) if campagne else None,
        "libelle_couche": COUCHES[couche],
    }
    return render(request, "diagnostic/carte.html", contexte)


@exige("diagnostic.consulter", porte=porte_demarche)
def carte_exporter(request: Requete, demarche: Demarche) -> HttpResponse:
    """The same map in a workbook."""
    campagne = campagne_courante(demarche)
    if campagne is None:
        raise Http404("Aucune campagne")
    carte = carte_de_chaleur(campagne, request.acteur, _couche(request))
    return classeur(carte_en_classeur(carte), "carte", carte.couche, demarche.epci.nom)
