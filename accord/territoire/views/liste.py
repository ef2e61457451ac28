"""Finding an EPCI: the list, its exports, and the short answers of a search field."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accord.socle.droits import Requete, exige
from accord.territoire.exports import ENTETES_EPCI, rangees_epci, reponse_tableau
from accord.territoire.forms import FiltreEpciForm
from accord.territoire.referentiel import MILLESIME
from accord.territoire.rendus import rendre_epci
from accord.territoire.selectors import ResultatEpci, epci_par_commune, rechercher_epci
from accord.territoire.selectors.liste import lignes_epci, lister_epci, tri_connu

PAR_PAGE = 50


@exige("territoire.consulter")
def epci_liste(request: Requete) -> HttpResponse:
    """Every EPCI of the country, filtered by what the address says."""
    form = FiltreEpciForm(request.GET)
    form.is_valid()
    criteres = form.criteres()
    epci: Any = lister_epci(request.acteur, **criteres, tri=_tri(request))
    page = Paginator(epci, PAR_PAGE).get_page(request.GET.get("page"))
    de_la_page: Any = page.object_list
    lignes = lignes_epci(de_la_page)
    page.object_list = lignes
    par_commune: tuple[ResultatEpci, ...] = ()
    if criteres["texte"] and page.number == 1:
        par_commune = epci_par_commune(criteres["texte"], le=request.acteur.le)
    contexte = {
        "form": form,
        "page": page,
        "lignes_epci": rendre_epci(lignes),
        "par_commune": par_commune,
        "texte": criteres["texte"],
        "millesime": MILLESIME,
    }
    return render(request, "territoire/epci_liste.html", contexte)


@exige("territoire.exporter")
def epci_exporter(request: Requete, extension: str) -> HttpResponse:
    """The same list, whole, as a workbook or CSV."""
    form = FiltreEpciForm(request.GET)
    if not form.is_valid():
        return redirect(f"{reverse('territoire:epci-liste')}?{request.GET.urlencode()}")
    lignes = rangees_epci(lignes_epci(lister_epci(request.acteur, **form.criteres(), tri=_tri(request))))
    return reponse_tableau(extension, "epci", ENTETES_EPCI, lignes, request.acteur.le)


@exige("territoire.consulter")
def epci_rechercher(request: Requete) -> HttpResponse:
    """The answers under a search field (htmx); opened alone, the address leads to the list."""
    texte = request.GET.get("q", "")[:100]
    if not request.htmx:
        return redirect(reverse("territoire:epci-liste", query={"q": texte}))
    resultats = rechercher_epci(texte, le=request.acteur.le)
    champ = "siren" if request.GET.get("champ") == "siren" else ""
    return render(
        request, "territoire/_resultats_epci.html", {"resultats": resultats, "texte": texte, "champ": champ}
    )


def _tri(request: Requete) -> str:
    tri: str = request.GET.get("tri", "")
    if not tri_connu(tri):
        raise Http404(f"Les intercommunalités ne se trient pas par « {tri} ».")
    return tri
