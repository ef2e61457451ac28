"""The council's vote, then the sending of the approved schéma."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.schema.erreurs import ActeRefuse
from accord.schema.forms import ApprobationForm
from accord.schema.models import Schema
from accord.schema.portes import porte_schema
from accord.schema.selectors import suivi_avis
from accord.schema.services.approbation import Vote, approuver_schema, diffuser_schema
from accord.socle.droits import Requete, exige


@exige("schema.consulter", porte=porte_schema)
def approbation_voir(request: Requete, schema: Schema) -> HttpResponse:
    """Before the vote: what the délibération must cite; after: what was voted."""
    return _page(request, schema, ApprobationForm())


@require_POST
@exige("schema.approuver", porte=porte_schema)
def schema_approuver(request: Requete, schema: Schema) -> HttpResponse:
    """Record the délibération."""
    form = ApprobationForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            approuver_schema(
                schema=schema, vote=Vote(**form.cleaned_data), acteur=request.acteur, le=timezone.now()
            )
        except ActeRefuse as refus:
            form.add_error(None, str(refus))
        else:
            messages.success(
                request, "L’approbation du schéma est enregistrée. Il reste à l’adresser aux communes."
            )
            return redirect("schema:approbation-voir", slug=schema.demarche.slug)
    return _page(request, schema, form, statut=422)


def _page(request: Requete, schema: Schema, form: ApprobationForm, statut: int = 200) -> HttpResponse:
    suivi = suivi_avis(schema, request.acteur.le)
    contexte = {
        "schema": schema,
        "form": form,
        "approbation": getattr(schema, "approbation", None),
        "parts": [part for part in suivi.parts if part.communes],
        "version": schema.versions.last(),
    }
    return render(request, "schema/approbation.html", contexte, status=statut)


@require_POST
@exige("schema.diffuser", porte=porte_schema)
def schema_diffuser(request: Requete, schema: Schema) -> HttpResponse:
    """Send the approved schéma to every municipal council."""
    try:
        diffuser_schema(schema=schema, acteur=request.acteur, le=timezone.now())
    except ActeRefuse as refus:
        messages.error(request, str(refus))
    else:
        messages.success(request, "Le schéma approuvé est adressé à chaque conseil municipal.")
    return redirect("schema:schema-voir", slug=schema.demarche.slug)
