"""Choosing the services of a scenario, and setting each."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accord.scenarios.adaptateurs import FormeLue, RefusLu, formes_offertes, refus_de, services_existants
from accord.scenarios.forms import ExterieureForm, ServiceForm
from accord.scenarios.forms.service import saisie_initiale
from accord.scenarios.models import Scenario, ServiceScenario
from accord.scenarios.portes import porte_scenario, porte_service
from accord.scenarios.selectors.perimetre import collectivites_du_scenario
from accord.scenarios.services import ConflitModification, FormeRefusee, choisir_service, definir_service
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete
from accord.socle.interface.formats import date_heure
from accord.territoire.models import Collectivite


@exige("scenarios.modifier", porte=porte_scenario)
def service_choisir(request: Requete, scenario: Scenario) -> HttpResponse:
    """The services of the état arrêté with what they weigh today."""
    if request.method == "POST":
        try:
            choisir_service(
                scenario=scenario,
                codes=request.POST.getlist("codes"),
                vus=request.POST.getlist("vus"),
                acteur=request.acteur,
                le=timezone.now(),
            )
        except ValidationError as erreur:
            messages.error(request, " ".join(erreur.messages))
        else:
            messages.success(request, "Les services du scénario sont enregistrés.")
            return redirect("scenarios:scenario-voir", scenario.demarche.slug, scenario.pk)
    recorded = {service.code for service in scenario.services.all()}
    sent = request.method == "POST"
    contexte = {
        "scenario": scenario,
        "existants": services_existants(scenario.etat_arrete.contenu),
        "choisis": set(request.POST.getlist("codes")) if sent else recorded,
        "vus": request.POST.getlist("vus") if sent else sorted(recorded),
    }
    return render(request, "scenarios/service_choisir.html", contexte)


@dataclass(frozen=True)
class FormePossible:
    """A form and why the law refuses it for this service as it stands."""

    forme: FormeLue
    refus: list[RefusLu]


@exige("scenarios.modifier", porte=porte_service)
def service_regler(request: Requete, service: ServiceScenario) -> HttpResponse:
    """Form, manager, key, staffing; the law's refusals are shown with their reason."""
    lieux = collectivites_du_scenario(service.scenario)
    formes = formes_offertes(request.acteur.le)
    form = ServiceForm(
        request.POST or None,
        initial=saisie_initiale(service),
        formes=[(forme.code, forme.libelle) for forme in formes],
        lieux=Collectivite.objects.filter(pk__in=[lieu.pk for lieu in lieux]).order_by(
            "-type", "nom_recherche"
        ),
    )
    refus: list[tuple[str, RefusLu]] = []
    if request.method == "POST" and form.is_valid():
        try:
            definir_service(
                service=service,
                revision=form.cleaned_data["revision"],
                acteur=request.acteur,
                le=timezone.now(),
                **form.reglages(),
            )
        except FormeRefusee as erreur:
            refus = erreur.refus
        except ConflitModification as conflit:
            prevenir(form, conflit)
        except ValidationError as erreur:
            form.refuser(erreur)
        else:
            messages.success(request, f"Le service «\u202f{service.libelle}\u202f» est réglé.")
            return redirect("scenarios:scenario-voir", service.demarche.slug, service.scenario_id)
    contexte = {
        "scenario": service.scenario,
        "service": service,
        "form": form,
        "refus": refus,
        "formes": _formes(service, formes, request),
        "exterieure": ExterieureForm(initial={"date_adhesion": service.scenario.premiere_annee}),
    }
    return render(request, "scenarios/service_regler.html", contexte)


def prevenir(form: ServiceForm, conflit: ConflitModification) -> None:
    """Tell the second person kindly, and let a second « Enregistrer » go through."""
    form.add_error(
        None,
        f"{conflit.par} a modifié ce service le {date_heure(conflit.modifie_le)}, pendant votre saisie. "
        "Rien n’est perdu\u202f: relisez, puis enregistrez à nouveau pour appliquer vos valeurs.",
    )
    form.data = {**form.data.dict(), "revision": str(conflit.revision)}  # type: ignore[attr-defined]


def _formes(service: ServiceScenario, formes: list[FormeLue], request: Requete) -> list[FormePossible]:
    adherents = [a.collectivite for a in service.adhesions.all() if a.date_adhesion]
    return [
        FormePossible(
            forme,
            refus_de(
                scenario=service.scenario,
                forme=forme.code,
                gestionnaire=service.gestionnaire,
                adherents=adherents,
                financement=service.financement,
                avec_transfert_competence=service.avec_transfert_competence,
                le=request.acteur.le,
            ),
        )
        for forme in formes
    ]
