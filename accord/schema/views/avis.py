"""The opinions of the municipal councils."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.schema.adaptateurs import echeance_avis
from accord.schema.enums import SensAvis
from accord.schema.erreurs import ActeRefuse, AvisHorsDelai
from accord.schema.exports import classeur_avis
from accord.schema.forms import AvisForm
from accord.schema.models import Schema, Transmission
from accord.schema.permissions import peut_piloter
from accord.schema.portes import porte_schema, porte_transmission
from accord.schema.selectors import LIBELLES_STATUT, avis_tardifs, suivi_avis, trier
from accord.schema.services.avis import Deliberation, constater_avis_tacites, deposer_avis
from accord.schema.services.rappel import rappeler_communes
from accord.socle.droits import Requete, exige
from accord.socle.interface.formats import pluriel

TYPE_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@exige("schema.consulter", porte=porte_schema)
def avis_lister(request: Requete, schema: Schema) -> HttpResponse:
    """Every commune, its opinion or its remaining days; the tally in communes and in population."""
    suivi = suivi_avis(schema, request.acteur.le, avec_repondants=True)
    statut = request.GET.get("statut", "")
    lignes = [ligne for ligne in suivi.lignes if statut not in LIBELLES_STATUT or ligne.statut == statut]
    lignes = trier(lignes, request.GET.get("tri", ""))
    contexte = {
        "schema": schema,
        "suivi": suivi,
        "lignes": lignes,
        "nombre_lignes": len(lignes),
        "parts": [part for part in suivi.parts if part.communes],
        "statut": statut,
        "a_rappeler": [personne for ligne in suivi.muettes for personne in ligne.repondants],
        "muettes_sans_compte": [ligne for ligne in suivi.muettes if not ligne.repondants],
        "tardifs": avis_tardifs(schema),
    }
    return render(request, "schema/avis.html", contexte)


@exige("schema.consulter", porte=porte_schema)
def avis_exporter(request: Requete, schema: Schema) -> HttpResponse:
    """The opinions as a workbook."""
    reponse = HttpResponse(classeur_avis(suivi_avis(schema, request.acteur.le)), content_type=TYPE_XLSX)
    reponse["Content-Disposition"] = f'attachment; filename="avis-{schema.demarche.slug}.xlsx"'
    return reponse


@exige("schema.consulter", porte=porte_transmission)
def avis_voir(request: Requete, transmission: Transmission) -> HttpResponse:
    """The circuit of one commune; the form for those who may note its opinion."""
    return _page(request, transmission, _formulaire(request, transmission))


@exige("schema.deposer_avis", porte=porte_transmission)
def avis_deposer(request: Requete, transmission: Transmission) -> HttpResponse:
    """Note the opinion of one commune, by itself or by the EPCI with a proof."""
    form = _formulaire(request, transmission)
    if form.is_valid():
        reponse = _deposer(request, transmission, form)
        if reponse is not None:
            return reponse
    if request.method != "POST":
        return redirect(
            "schema:avis-voir", slug=transmission.demarche.slug, siren=transmission.collectivite.siren
        )
    return _page(request, transmission, form, statut=422)


def _formulaire(request: Requete, transmission: Transmission) -> AvisForm:
    municipal = not peut_piloter(request.acteur, transmission)
    return AvisForm(request.POST or None, request.FILES or None, au_nom_de_la_commune=municipal)


def _page(request: Requete, transmission: Transmission, form: AvisForm, statut: int = 200) -> HttpResponse:
    recue = transmission.date_reception
    contexte = {
        "transmission": transmission,
        "schema": transmission.schema,
        "avis": getattr(transmission, "avis", None),
        "tardifs": transmission.avis_tardifs.all(),
        "form": form,
        "municipal": form.au_nom_de_la_commune,
        "echeance": echeance_avis(transmission.schema, recue) if recue else None,
    }
    return render(request, "schema/avis_commune.html", contexte, status=statut)


def _deposer(request: Requete, transmission: Transmission, form: AvisForm) -> HttpResponse | None:
    donnees = form.cleaned_data
    try:
        avis = deposer_avis(
            transmission=transmission,
            deliberation=Deliberation(
                sens=SensAvis(donnees["sens"]),
                date_avis=donnees["date_avis"],
                date_reception=donnees.get("date_reception") or request.acteur.le,
                numero=donnees["numero"],
                reserves=donnees["reserves"],
                piece=donnees["piece"],
            ),
            acteur=request.acteur,
            le=timezone.now(),
        )
    except ActeRefuse as refus:
        form.add_error(None, str(refus))
        return None
    except AvisHorsDelai as hors_delai:
        messages.warning(request, str(hors_delai))
    else:
        nom = transmission.collectivite.nom
        messages.success(request, f"Avis noté pour {nom}\u202f: {avis.get_sens_display().lower()}.")
    return redirect("schema:avis-lister", slug=transmission.demarche.slug)


@require_POST
@exige("schema.suivre_avis", porte=porte_schema)
def avis_rappeler(request: Requete, schema: Schema) -> HttpResponse:
    """Write to every commune still silent, at most once a day each."""
    rappelees = rappeler_communes(
        schema=schema,
        transmissions=list(schema.transmissions.en_attente()),
        acteur=request.acteur,
        le=timezone.now(),
    )
    nombre = len(rappelees)
    if nombre:
        messages.success(request, f"Rappel envoyé à {nombre} commune{pluriel(nombre)}.")
    else:
        messages.info(
            request, "Aucun rappel à envoyer\u202f: les communes muettes ont déjà été rappelées aujourd’hui."
        )
    return redirect("schema:avis-lister", slug=schema.demarche.slug)


@require_POST
@exige("schema.suivre_avis", porte=porte_schema)
def avis_constater(request: Requete, schema: Schema) -> HttpResponse:
    """Note now the tacit opinions whose day has come."""
    nombre = len(constater_avis_tacites(le=request.acteur.le, schema=schema))
    if nombre:
        messages.success(
            request, f"{nombre} avis réputé{pluriel(nombre)} favorable{pluriel(nombre)}, constatés."
        )
    else:
        messages.info(request, "Aucun délai n’est échu\u202f: rien à constater aujourd’hui.")
    return redirect("schema:avis-lister", slug=schema.demarche.slug)
