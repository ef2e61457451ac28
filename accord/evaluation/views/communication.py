"""The annual communication: list, preparation, freezing, PDF."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.evaluation.documents import rendre_communication
from accord.evaluation.forms import CommunicationForm
from accord.evaluation.models import CommunicationAnnuelle
from accord.evaluation.portes import AnneeDeDemarche, porte_annee, porte_communication
from accord.evaluation.selectors import lire_tableau
from accord.evaluation.services import enregistrer_brouillon, figer_communication
from accord.plan.selectors import avancement_du_plan
from accord.plan.sources import scenario_fige
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@require_safe
@exige("evaluation.consulter", porte=porte_demarche)
def communication_lister(request: Requete, demarche: Demarche) -> HttpResponse:
    """Every frozen version, the last first, and the year to prepare."""
    contexte = {
        "communications": demarche.communications.select_related("fige_par"),
        "annee": (demarche.date_dob or request.acteur.le).year,
    }
    return render(request, "evaluation/communications.html", contexte)


@require_http_methods(["GET", "HEAD", "POST"])
@exige("evaluation.preparer_communication", porte=porte_annee)
def communication_preparer(request: Requete, sujet: AnneeDeDemarche) -> HttpResponse:
    """Write the texts of a year, keep them, or freeze the communication."""
    demarche, annee = sujet.demarche, sujet.annee
    brouillon = demarche.brouillons_communication.filter(annee=annee).first()
    form = CommunicationForm(request.POST or None, brouillon=brouillon, date_dob=demarche.date_dob)
    if request.method == "POST" and form.is_valid():
        if "figer" in request.POST:
            return _figer(request, sujet, form)
        enregistrer_brouillon(demarche=demarche, annee=annee, textes=form.textes())
        messages.success(request, "Les textes sont enregistrés ; rien n’est encore figé.")
        return redirect("evaluation:communication-preparer", slug=demarche.slug, annee=annee)
    contexte = {
        "form": form,
        "annee": annee,
        "avancement": avancement_du_plan(demarche, request.acteur.le),
        "tableau": lire_tableau(demarche, annee, request.acteur.le),
        "scenario": scenario_fige(demarche),
        "communications": demarche.communications.filter(annee=annee),
    }
    return render(request, "evaluation/communication.html", contexte)


def _figer(request: Requete, sujet: AnneeDeDemarche, form: CommunicationForm) -> HttpResponse:
    communication = figer_communication(
        demarche=sujet.demarche,
        annee=sujet.annee,
        textes=form.textes(),
        scenario=scenario_fige(sujet.demarche),
        acteur=request.acteur,
        le=timezone.now(),
    )
    messages.success(
        request,
        f"La communication {sujet.annee} est figée, version {communication.version}. Téléchargez-la ci-dessous.",
    )
    return redirect("evaluation:communication-lister", slug=sujet.demarche.slug)


@require_safe
@exige("evaluation.consulter", porte=porte_communication)
def communication_telecharger(request: Requete, communication: CommunicationAnnuelle) -> HttpResponse:
    """The two pages, drawn again from the frozen content: always the same bytes."""
    reponse = HttpResponse(rendre_communication(communication), content_type="application/pdf")
    nom = f"communication-{communication.annee}-v{communication.version}-{communication.demarche.slug}.pdf"
    reponse["Content-Disposition"] = f'attachment; filename="{nom}"'
    return reponse
