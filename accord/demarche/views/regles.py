"""The rules of law behind the calendar, as reference rows anyone can read."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from accord.demarche.adaptateurs import base_de, regle_de, regles_du_calendrier
from accord.socle.droits import Requete, exige


@exige("demarche.lire_regles")
def regle_lister(request: Requete) -> HttpResponse:
    """Every rule, by article."""
    return render(request, "demarche/regles.html", {"regles": regles_du_calendrier()})


@exige("demarche.lire_regles")
def regle_voir(request: Requete, code: str) -> HttpResponse:
    """One rule: value, article, since when, read or not, from which source."""
    regle = regle_de(code)
    if regle is None:
        raise Http404("Règle inconnue")
    return render(request, "demarche/regle.html", {"regle": regle, "base": base_de(regle)})
