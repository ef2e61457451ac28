"""The dashboard of the schéma, its opening, and the mandatory tables."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.schema.models import Schema
from accord.schema.portes import porte_schema
from accord.schema.presentation import communes_adherentes
from accord.schema.selectors import blocages, jalons_circuit, sommaire, suivi_avis, versions
from accord.schema.services.ouverture import ouvrir_schema
from accord.schema.tableaux import vue_impacts
from accord.socle.droits import Requete, decider, exige


@exige("schema.consulter", porte=porte_demarche)
def schema_voir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Where the schéma is, what blocks it; before its opening, what it will hold."""
    schema = (
        Schema.objects.avec_contexte()
        .select_related("approbation__version_rapport")
        .filter(demarche=demarche)
        .first()
    )
    if schema is None:
        retenu = demarche.scenarios_retenus.order_by("-version").first()
        return render(request, "schema/a_ouvrir.html", {"retenu": retenu, "objet": demarche})
    suivi, sections, figees = suivi_avis(schema, request.acteur.le), sommaire(schema), versions(schema)
    contexte = {
        "schema": schema,
        "suivi": suivi,
        "sections": sections,
        "a_completer": sum(section.a_completer for section in sections),
        "versions": figees,
        "jalons": jalons_circuit(
            schema, suivi, figees, transmet=bool(decider("schema.transmettre", request.acteur, schema))
        ),
        "blocages": blocages(schema, suivi, sections),
        "services": _services(schema),
    }
    return render(request, "schema/schema.html", contexte)


def _services(schema: Schema) -> list[dict[str, Any]]:
    contenu = schema.scenario_retenu.contenu
    return [s | {"communes": communes_adherentes(contenu, s)} for s in contenu["services"]]


@require_POST
@exige("schema.ouvrir", porte=porte_demarche)
def schema_ouvrir(request: Requete, demarche: Demarche) -> HttpResponse:
    """Open the schéma on the last retained scenario."""
    retenu = demarche.scenarios_retenus.order_by("-version").first()
    if retenu is None:
        messages.error(request, "Retenez d’abord un scénario\u202f: le rapport en reprend les chiffres.")
        return redirect("schema:schema-voir", slug=demarche.slug)
    ouvrir_schema(demarche=demarche, scenario_retenu=retenu, acteur=request.acteur, le=timezone.now())
    messages.success(
        request, "Le schéma est ouvert\u202f: son sommaire et ses premiers textes vous attendent."
    )
    return redirect("schema:rapport-voir", slug=demarche.slug)


@exige("schema.consulter", porte=porte_schema)
def impacts_voir(request: Requete, schema: Schema) -> HttpResponse:
    """The two mandatory tables, per employer and year."""
    contexte = {"schema": schema, "impacts": vue_impacts(schema.scenario_retenu.contenu)}
    return render(request, "schema/impacts.html", contexte)
