"""Table of contents, frozen versions and their files."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.schema.erreurs import ActeRefuse
from accord.schema.models import Schema
from accord.schema.portes import (
    ServiceRetenu,
    Telechargement,
    porte_schema,
    porte_service,
    porte_telechargement,
)
from accord.schema.selectors import sommaire, versions
from accord.schema.services.convention import generer_convention
from accord.schema.services.rapport import figer_rapport, produire_document
from accord.socle.documents.telechargement import reponse_fichier
from accord.socle.droits import Requete, exige


@exige("schema.consulter", porte=porte_schema)
def rapport_voir(request: Requete, schema: Schema) -> HttpResponse:
    """The table of contents and the frozen versions."""
    sections = sommaire(schema)
    contexte = {
        "schema": schema,
        "sections": sections,
        "a_completer": sum(section.a_completer for section in sections),
        "versions": versions(schema),
    }
    return render(request, "schema/rapport.html", contexte)


@require_POST
@exige("schema.figer_rapport", porte=porte_schema)
def rapport_figer(request: Requete, schema: Schema) -> HttpResponse:
    """Freeze the report as it is now and make its PDF and Word files."""
    try:
        version = figer_rapport(schema=schema, acteur=request.acteur, le=timezone.now())
    except ActeRefuse as refus:
        messages.error(request, str(refus))
    else:
        messages.success(
            request, f"La version {version.version} du rapport est figée\u202f; ses documents sont prêts."
        )
    return redirect("schema:rapport-voir", slug=schema.demarche.slug)


@exige("schema.consulter", porte=porte_telechargement)
def rapport_telecharger(request: Requete, demande: Telechargement) -> FileResponse:
    """The PDF or the Word file of a frozen version."""
    version = demande.version
    document = produire_document(version=version, format=demande.format, acteur=None, le=version.fige_le)
    return reponse_fichier(document)


@require_POST
@exige("schema.rediger_convention", porte=porte_service)
def convention_generer(request: Requete, service: ServiceRetenu) -> FileResponse:
    """A first draft of the convention of a pooled service, in Word."""
    document = generer_convention(
        schema=service.schema, service=service.contenu, acteur=request.acteur, le=timezone.now()
    )
    return reponse_fichier(document)
