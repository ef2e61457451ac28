"""The table of a year: forecast against measured."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.evaluation.exports import tableau_en_xlsx
from accord.evaluation.forms import OpinionForm
from accord.evaluation.models.mesure import DERNIERE_ANNEE, PREMIERE_ANNEE
from accord.evaluation.selectors import Tableau, lire_tableau
from accord.evaluation.services import creer_indicateurs_depuis_schema, donner_opinion
from accord.plan.sources import scenario_fige
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@exige("evaluation.consulter", porte=porte_demarche)
def tableau_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Every indicator, its objective, its measure and the gap."""
    return _page(request, demarche, OpinionForm())


@require_safe
@exige("evaluation.consulter", porte=porte_demarche)
def tableau_exporter(request: Requete, demarche: Demarche) -> HttpResponse:
    """The table as shown, in a workbook."""
    tableau = _tableau(request, demarche)
    reponse = HttpResponse(
        tableau_en_xlsx(tableau, f"Indicateurs {tableau.annee} – {demarche}"), content_type=XLSX
    )
    reponse["Content-Disposition"] = (
        f'attachment; filename="indicateurs-{tableau.annee}-{demarche.slug}.xlsx"'
    )
    return reponse


@require_POST
@exige("evaluation.gerer_indicateurs", porte=porte_demarche)
def indicateurs_creer(request: Requete, demarche: Demarche) -> HttpResponse:
    """Take the indicators and their forecasts from the scénario retenu."""
    scenario = scenario_fige(demarche)
    if scenario is None:
        messages.error(request, "Aucun scénario n’est encore retenu : il n’y a pas de prévision à reprendre.")
        return redirect("evaluation:tableau-voir", slug=demarche.slug)
    resultat = creer_indicateurs_depuis_schema(
        demarche=demarche,
        contenu=scenario.contenu,
        version=scenario.version,
        acteur=request.acteur,
        le=timezone.now(),
    )
    messages.success(
        request, f"Indicateurs créés : {resultat.indicateurs}. Prévisions reprises : {resultat.previsions}."
    )
    return redirect("evaluation:tableau-voir", slug=demarche.slug)


@require_POST
@exige("evaluation.opiner", porte=porte_demarche)
def opinion_donner(request: Requete, demarche: Demarche) -> HttpResponse:
    """The evaluator's opinion on the whole démarche."""
    form = OpinionForm(request.POST)
    if not form.is_valid():
        return _page(request, demarche, form, status=422)
    donner_opinion(demarche=demarche, acteur=request.acteur, le=timezone.now(), **form.cleaned_data)
    messages.success(request, "Votre avis est publié.")
    return redirect("evaluation:tableau-voir", slug=demarche.slug)


def _page(request: Requete, demarche: Demarche, form: OpinionForm, status: int = 200) -> HttpResponse:
    contexte = {
        "tableau": _tableau(request, demarche),
        "service": request.GET.get("service", ""),
        "opinions": demarche.opinions.filter(indicateur__isnull=True),
        "form_opinion": form,
    }
    return render(request, "evaluation/tableau.html", contexte, status=status)


def _tableau(request: Requete, demarche: Demarche) -> Tableau:
    service = request.GET.get("service", "")
    return lire_tableau(demarche, _annee(request), request.acteur.le, service, request.acteur)


def _annee(request: HttpRequest) -> int | None:
    texte = request.GET.get("annee", "")
    if not texte:
        return None
    if not texte.isdecimal() or not PREMIERE_ANNEE <= int(texte[:5]) <= DERNIERE_ANNEE:
        raise Http404("Année inconnue")
    return int(texte)
