"""The page of an EPCI, and its communes as a table to download."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from accord.socle.droits import Acteur, Requete, exige
from accord.territoire.exports import ENTETES_COMMUNES, rangees_communes, reponse_tableau
from accord.territoire.models import Epci
from accord.territoire.portes import porte_epci
from accord.territoire.rendus import rendre_communes
from accord.territoire.selectors.fiche import CLES_TRI, TAILLES, communes_de, fiche_epci


@exige("territoire.consulter", porte=porte_epci)
def epci_consulter(request: Requete, epci: Epci) -> HttpResponse:
    """Identity, figures, map, communes and history."""
    tri = request.GET.get("tri", "nom")
    if tri.removeprefix("-") not in CLES_TRI:
        raise Http404(f"Les communes ne se trient pas par « {tri} ».")
    fiche = fiche_epci(epci, request.acteur.le, tri)
    contexte = {
        "epci": epci,
        "fiche": fiche,
        "lignes_communes": rendre_communes(fiche.communes),
        "tailles": list(enumerate((libelle for _, libelle in TAILLES), start=1)),
    }
    return render(request, "territoire/epci.html", contexte)


def porte_export_communes(acteur: Acteur, siren: str, extension: str) -> tuple[Epci, str]:
    """The EPCI and the kind of file asked for."""
    return porte_epci(acteur, siren), extension


@exige("territoire.exporter", porte=porte_export_communes)
def epci_exporter_communes(request: Requete, objet: tuple[Epci, str]) -> HttpResponse:
    """The communes of today, by name."""
    epci, extension = objet
    lignes = rangees_communes(communes_de(epci, request.acteur.le))
    return reponse_tableau(extension, f"communes-{epci.siren}", ENTETES_COMMUNES, lignes, request.acteur.le)
