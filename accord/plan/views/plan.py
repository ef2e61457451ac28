"""The plan: list, birth, timeline and export."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.plan.exports import plan_en_xlsx
from accord.plan.forms import FiltresForm
from accord.plan.frise import lire_frise
from accord.plan.selectors import avancement_du_plan, lister_fiches
from accord.plan.services import creer_plan_depuis_schema
from accord.plan.sources import scenario_fige, schema_reste_a_approuver
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete

PAR_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@exige("plan.consulter", porte=porte_demarche)
def plan_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """The sheets, filtered and paged, with where the whole plan stands."""
    filtres = FiltresForm(request.GET, demarche=demarche)
    lignes = lister_fiches(demarche, filtres.filtres(), request.acteur.le)
    page = Paginator(lignes, PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {
        "filtres": filtres,
        "page": page,
        "avancement": avancement_du_plan(demarche, request.acteur.le),
        "est_filtre": any(request.GET.get(nom) for nom in filtres.fields),
    }
    return render(request, "plan/plan.html", contexte)


@require_http_methods(["GET", "HEAD", "POST"])
@exige("plan.creer_plan", porte=porte_demarche)
def plan_creer(request: Requete, demarche: Demarche) -> HttpResponse:
    """Say what will be born of the scénario retenu, then do it."""
    scenario = scenario_fige(demarche)
    if request.method == "POST" and scenario:
        resultat = creer_plan_depuis_schema(
            demarche=demarche, scenario=scenario, acteur=request.acteur, le=request.acteur.le
        )
        nombre = len(resultat.creees)
        messages.success(
            request,
            f"Fiches créées : {nombre}. Fiches déjà présentes, laissées telles quelles : {resultat.existantes}.",
        )
        return redirect("plan:plan-voir", slug=demarche.slug)
    deja = set(demarche.fiches.exclude(code_service="").values_list("code_service", flat=True))
    contexte = {
        "scenario": scenario,
        "deja": deja,
        "schema_reste_a_approuver": schema_reste_a_approuver(demarche),
    }
    return render(request, "plan/plan_creer.html", contexte)


@require_safe
@exige("plan.consulter", porte=porte_demarche)
def frise_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Every action on one timeline."""
    return render(request, "plan/frise.html", {"frise": lire_frise(demarche, request.acteur.le)})


@require_safe
@exige("plan.consulter", porte=porte_demarche)
def plan_exporter(request: Requete, demarche: Demarche) -> HttpResponse:
    """The list as filtered on screen, in a workbook."""
    filtres = FiltresForm(request.GET, demarche=demarche).filtres()
    lignes = lister_fiches(demarche, filtres, request.acteur.le, avec_communes=True)
    reponse = HttpResponse(plan_en_xlsx(lignes, f"Plan d’actions – {demarche}"), content_type=XLSX)
    nom = f"plan-{demarche.slug}-{request.acteur.le:%Y-%m-%d}.xlsx"
    reponse["Content-Disposition"] = f'attachment; filename="{nom}"'
    return reponse
