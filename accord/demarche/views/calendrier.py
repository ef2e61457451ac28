"""The back-planning, its settings, its known dates, its exports."""

from copy import copy
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accord.demarche.adaptateurs import DateHorsCalendrier
from accord.demarche.exports import calendrier_en_ics, calendrier_en_xlsx
from accord.demarche.forms import FiltreCalendrierForm, JalonForm, ReglagesForm
from accord.demarche.models import Demarche, Jalon
from accord.demarche.portes import porte_demarche, porte_jalon
from accord.demarche.selectors.calendrier import ETATS, FAMILLES, EcheanceVue, calendrier_vu, fenetre
from accord.demarche.selectors.frise import Frise, frise
from accord.demarche.services.calendrier import ajouter_jalon, definir_calendrier, retirer_jalon
from accord.socle.droits import Requete, exige

MOIS_AVANT, MOIS_APRES = 6, 18
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@exige("demarche.consulter", porte=porte_demarche)
def calendrier_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Every deadline, as a list and as a timeline."""
    return _page(request, demarche, JalonForm())


@exige("demarche.regler", porte=porte_demarche)
def calendrier_regler(request: Requete, demarche: Demarche) -> HttpResponse:
    """Frame, base date, debate."""
    form = ReglagesForm(request.POST if request.method == "POST" else None, instance=copy(demarche))
    if request.method == "POST" and form.is_valid():
        definir_calendrier(demarche=demarche, acteur=request.acteur, **form.cleaned_data)
        messages.success(request, "Le calendrier est recalculé.")
        return redirect("demarche:calendrier-voir", slug=demarche.slug)
    statut = 422 if request.method == "POST" else 200
    return render(request, "demarche/reglages.html", {"form": form}, status=statut)


@require_POST
@exige("demarche.regler", porte=porte_demarche)
def jalon_poser(request: Requete, demarche: Demarche) -> HttpResponse:
    """Add a date that the territory knows."""
    form = JalonForm(request.POST)
    if not form.is_valid():
        return _page(request, demarche, form, statut=422)
    ajouter_jalon(demarche=demarche, acteur=request.acteur, **form.cleaned_data)
    messages.success(request, "La date est enregistrée et le calendrier recalculé.")
    return redirect("demarche:calendrier-voir", slug=demarche.slug)


@require_POST
@exige("demarche.regler", porte=porte_jalon)
def jalon_retirer(request: Requete, jalon: Jalon) -> HttpResponse:
    """Forget a date."""
    slug = jalon.demarche.slug
    retirer_jalon(jalon=jalon, acteur=request.acteur)
    messages.success(request, "La date est retirée et le calendrier recalculé.")
    return redirect("demarche:calendrier-voir", slug=slug)


@exige("demarche.consulter", porte=porte_demarche)
def calendrier_xlsx(request: Requete, demarche: Demarche) -> HttpResponse:
    """The calendar as a workbook, with the filters of the page."""
    contenu = calendrier_en_xlsx(demarche.nom, _filtrees(request, demarche)[0])
    return _fichier(contenu, XLSX, f"calendrier-{demarche.slug}.xlsx")


@exige("demarche.consulter", porte=porte_demarche)
def calendrier_ics(request: Requete, demarche: Demarche) -> HttpResponse:
    """The calendar for a diary."""
    echeances = calendrier_vu(demarche, request.acteur.le, request.acteur)
    contenu = calendrier_en_ics(demarche, echeances)
    return _fichier(contenu, "text/calendar; charset=utf-8", f"calendrier-{demarche.slug}.ics")


def _fichier(contenu: bytes, mime: str, nom: str) -> HttpResponse:
    reponse = HttpResponse(contenu, content_type=mime)
    reponse["Content-Disposition"] = f'attachment; filename="{nom}"'
    return reponse


def _filtrees(request: Requete, demarche: Demarche) -> tuple[list[EcheanceVue], FiltreCalendrierForm]:
    """The deadlines kept by the filters of the address; an unknown filter is ignored and said by the form."""
    form = FiltreCalendrierForm(request.GET or None, familles=FAMILLES, etats=ETATS)
    choix = form.cleaned_data if form.is_valid() else {}
    echeances = calendrier_vu(demarche, request.acteur.le, request.acteur)
    if choix.get("periode") != "mandat":
        echeances = fenetre(echeances, *_bornes(request.acteur.le))
    for champ in ("famille", "etat"):
        if choix.get(champ):
            echeances = [e for e in echeances if getattr(e, champ) == choix[champ]]
    return echeances, form


def _bornes(le: date) -> tuple[date, date]:
    """Six months back, eighteen ahead, on whole months."""
    debut, fin = le.year * 12 + le.month - 1 - MOIS_AVANT, le.year * 12 + le.month - 1 + MOIS_APRES
    return date(debut // 12, debut % 12 + 1, 1), date(fin // 12, fin % 12 + 1, 28)


def _page(request: Requete, demarche: Demarche, form_jalon: JalonForm, statut: int = 200) -> HttpResponse:
    contexte: dict[str, Any] = {"form_jalon": form_jalon, "jalons": list(demarche.jalons.all())}
    try:
        echeances, filtre = _filtrees(request, demarche)
        dessin: Frise | None = frise(echeances, request.acteur.le)
        contexte |= {"echeances": echeances, "filtre": filtre, "frise": dessin}
    except DateHorsCalendrier as erreur:
        contexte |= {"erreur": str(erreur)}
    return render(request, "demarche/calendrier.html", contexte, status=statut)
