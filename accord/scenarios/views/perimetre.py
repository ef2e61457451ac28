"""The adhesion matrix, and the entry of an outside collectivité."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.scenarios.forms import ExterieureForm, SaisiePerimetre, lire_perimetre
from accord.scenarios.models import Scenario, ServiceScenario
from accord.scenarios.portes import porte_scenario, porte_service
from accord.scenarios.selectors.perimetre import matrice
from accord.scenarios.services import ConflitPerimetre, FormeRefusee, Saisie, modifier_perimetre
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete
from accord.socle.interface.formats import date_courte, date_heure


@exige("scenarios.modifier", porte=porte_scenario)
def perimetre_modifier(request: Requete, scenario: Scenario) -> HttpResponse:
    """One cell per commune and service: a year, a date, or nothing. What was typed is never lost."""
    service = _service_demande(request, scenario)
    lue: SaisiePerimetre | None = None
    remarques: list[str] = []
    if request.method == "POST":
        lue = lire_perimetre(scenario, request.POST)
        remarques = [f"{lue.noms[champ]}\u202f: {raison}" for champ, raison in lue.erreurs.items()]
        if not remarques:
            remarques, nombre = _enregistrer(request, scenario, lue)
            if not remarques:
                _annoncer(request, nombre)
                return redirect("scenarios:scenario-voir", scenario.demarche.slug, scenario.pk)
            scenario = porte_scenario(request.acteur, scenario.demarche.slug, scenario.pk)
    contexte = {
        "scenario": scenario,
        "matrice": matrice(scenario, service, lue.textes if lue else None, lue.erreurs if lue else None),
        "avec_conditions": service is not None,
        "remarques": remarques,
    }
    return render(request, "scenarios/perimetre_modifier.html", contexte)


def _service_demande(request: Requete, scenario: Scenario) -> int | None:
    """The one column asked for by `?service=`, with its conditions. Raises Http404."""
    demande = request.GET.get("service")
    if not demande:
        return None
    trouve = next((s.pk for s in scenario.services.all() if str(s.pk) == demande), None)
    if trouve is None:
        raise Http404("Service inconnu du scénario")
    return trouve


def _enregistrer(request: Requete, scenario: Scenario, lue: SaisiePerimetre) -> tuple[list[str], int]:
    """What stops the writing, in sentences, or how many cells were written."""
    try:
        nombre = modifier_perimetre(
            scenario=scenario, saisies=lue.saisies, vues=lue.vues, acteur=request.acteur, le=timezone.now()
        )
    except ConflitPerimetre as conflit:
        le = date_heure(conflit.modifie_le)
        entete = f"{conflit.par} a modifié les mêmes cases le {le}. Rien n’est perdu\u202f:"
        return [
            f"{entete} {cellule.collectivite}, {cellule.service}\u202f: enregistré "
            f"{date_courte(cellule.enregistree)}, vous aviez saisi {date_courte(cellule.saisie)}. "
            "Enregistrez à nouveau pour appliquer votre saisie."
            for cellule in conflit.cellules
        ], 0
    except FormeRefusee as refusee:
        return [f"{service}\u202f: {raison}" for service, raison in refusee.refus], 0
    except ValidationError as erreur:
        return list(erreur.messages), 0
    return [], nombre


def _annoncer(request: Requete, nombre: int) -> None:
    if nombre:
        messages.success(
            request, f"{nombre} adhésion{'s' if nombre > 1 else ''} modifiée{'s' if nombre > 1 else ''}."
        )
    else:
        messages.info(request, "Aucune adhésion n’a changé.")


@require_POST
@exige("scenarios.modifier", porte=porte_service)
def exterieure_ajouter(request: Requete, service: ServiceScenario) -> HttpResponse:
    """An outside collectivité enters by a form that the law allows it, or is refused with the reason."""
    form = ExterieureForm(request.POST)
    if form.is_valid():
        lieu = form.cleaned_data["siren"]
        case = (service.code, lieu.pk)
        lue = SaisiePerimetre(saisies={case: Saisie(form.cleaned_data["date_adhesion"])}, vues={case: None})
        remarques, _ = _enregistrer(request, service.scenario, lue)
        if not remarques:
            messages.success(request, f"{lieu.nom} rejoint le service «\u202f{service.libelle}\u202f».")
        for remarque in remarques:
            messages.error(request, remarque)
    else:
        for fautes in form.errors.values():
            messages.error(request, " ".join(str(faute) for faute in fautes))
    return redirect("scenarios:service-regler", service.demarche.slug, service.scenario_id, service.pk)
