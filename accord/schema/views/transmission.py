"""Sending the report, and noting the day each commune received it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.schema.adaptateurs import echeance_avis
from accord.schema.enums import CanalTransmission, PreuveReception
from accord.schema.erreurs import ActeRefuse
from accord.schema.forms import ReceptionForm, TransmissionForm
from accord.schema.models import Schema, Transmission
from accord.schema.portes import porte_schema, porte_transmission
from accord.schema.selectors import NON_TRANSMIS, suivi_avis
from accord.schema.services.transmission import noter_reception, transmettre_rapport
from accord.socle.droits import Requete, exige
from accord.socle.interface.formats import date_moyenne, pluriel


@exige("schema.transmettre", porte=porte_schema)
def transmission_envoyer(request: Requete, schema: Schema) -> HttpResponse:
    """Choose the communes, see who will receive the mail, then send."""
    suivi = suivi_avis(schema, request.acteur.le, avec_repondants=True)
    restantes = [ligne for ligne in suivi.lignes if ligne.statut == NON_TRANSMIS]
    form = TransmissionForm(request.POST or None, communes=[ligne.commune.pk for ligne in restantes])
    if request.method == "POST" and form.is_valid():
        try:
            envoyees = transmettre_rapport(
                schema=schema,
                destinataires=list(form.cleaned_data["communes"]),
                canal=CanalTransmission(form.cleaned_data["canal"]),
                acteur=request.acteur,
                le=timezone.now(),
            )
        except ActeRefuse as refus:
            form.add_error(None, str(refus))
        else:
            nombre = len(envoyees)
            messages.success(request, f"Rapport transmis à {nombre} commune{pluriel(nombre)}.")
            return redirect("schema:avis-lister", slug=schema.demarche.slug)
    contexte = {"schema": schema, "suivi": suivi, "restantes": restantes, "form": form}
    contexte["version"] = schema.versions.last()
    return render(request, "schema/transmission.html", contexte, status=422 if form.errors else 200)


@exige("schema.noter_reception", porte=porte_transmission)
def reception_noter(request: Requete, transmission: Transmission) -> HttpResponse:
    """Note the day of receipt and its proof."""
    initial = {
        "date_reception": transmission.date_reception,
        "preuve": transmission.preuve or PreuveReception.ACCUSE_COURRIEL,
        "precision": transmission.preuve_note,
    }
    form = ReceptionForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            notee = noter_reception(
                transmission=transmission, acteur=request.acteur, le=timezone.now(), **form.cleaned_data
            )
        except ActeRefuse as refus:
            form.add_error(None, str(refus))
        else:
            messages.success(request, _confirmation(notee))
            return redirect("schema:avis-lister", slug=transmission.demarche.slug)
    recue = transmission.date_reception
    contexte = {
        "transmission": transmission,
        "schema": transmission.schema,
        "form": form,
        "echeance": echeance_avis(transmission.schema, recue) if recue else None,
    }
    return render(request, "schema/reception.html", contexte, status=422 if form.errors else 200)


@require_POST
@exige("schema.noter_reception", porte=porte_transmission)
def reception_accuser(request: Requete, transmission: Transmission) -> HttpResponse:
    """One button for the commune: « J’accuse réception », today."""
    try:
        if transmission.date_reception is None:
            transmission = noter_reception(
                transmission=transmission,
                date_reception=request.acteur.le,
                preuve=PreuveReception.ACCUSE_EN_LIGNE,
                acteur=request.acteur,
                le=timezone.now(),
            )
        messages.success(request, _confirmation(transmission))
    except ActeRefuse as refus:
        messages.error(request, str(refus))
    return redirect(
        "schema:avis-voir", slug=transmission.demarche.slug, siren=transmission.collectivite.siren
    )


def _confirmation(transmission: Transmission) -> str:
    return (
        f"Réception par {transmission.collectivite.nom} notée au {date_moyenne(transmission.date_reception)}. "
        f"Sans délibération d’ici là, l’avis sera réputé favorable le {date_moyenne(transmission.date_avis_tacite)}."
    )
