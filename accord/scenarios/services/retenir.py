"""Recording the choice of an instance: decision, status, frozen snapshot."""

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accord.demarche.enums import SensDecision
from accord.demarche.models import Demarche, Instance
from accord.demarche.services.decisions import ContenuDecision, enregistrer_decision
from accord.scenarios.adaptateurs import CalculImpossible, Simulation, simuler
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import Scenario, ScenarioRetenu
from accord.scenarios.selectors.contenu import contenu_retenu
from accord.scenarios.services.services import refuser_forme
from accord.scenarios.services.verrou import enregistrer_scenario
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner

SENS_QUI_RETIENNENT = (SensDecision.ADOPTEE, SensDecision.ADOPTEE_RESERVES)


@transaction.atomic
def retenir_scenario(
    *,
    scenario: Scenario,
    instance: Instance,
    decision: ContenuDecision,
    acteur: Acteur | None,
    le: datetime,
) -> ScenarioRetenu:
    """Freeze the scenario as chosen by an instance. Sent twice, the first snapshot is returned.

    Raises ValidationError (nothing to choose, another démarche, decision that does not adopt), FormeRefusee.
    """
    Demarche.objects.select_for_update().get(pk=scenario.demarche_id)  # versions are numbered one at a time
    courant = Scenario.objects.avec_details().get(pk=scenario.pk)
    if courant.statut == StatutScenario.RETENU:
        return courant.retenus.order_by("-version")[:1].get()
    _verifier(courant, instance, decision, le)
    contenu = replace(
        decision, objet_libelle=f"Scénario « {courant.nom} »", objet_url=courant.get_absolute_url()
    )
    prise = enregistrer_decision(demarche=courant.demarche, contenu=contenu, acteur=acteur, instance=instance)
    retenu = ScenarioRetenu(
        demarche=courant.demarche,
        scenario=courant,
        decision=prise,
        version=ScenarioRetenu.objects.filter(demarche=courant.demarche).count() + 1,
        contenu=contenu_retenu(_simuler(courant), instance=instance.nom, decide_le=decision.date_decision),
        fige_le=le,
        fige_par_id=acteur.personne_id if acteur else None,
    )
    retenu.save()
    courant.statut = StatutScenario.RETENU
    enregistrer_scenario(courant, acteur, le)
    consigner(
        acteur=acteur,
        code="scenarios.scenario_retenu",
        objet=courant,
        le=le,
        nom=courant.nom,
        instance=instance.nom,
        version=retenu.version,
        empreinte=retenu.empreinte,
    )
    return retenu


def _verifier(scenario: Scenario, instance: Instance, decision: ContenuDecision, le: datetime) -> None:
    if instance.demarche_id != scenario.demarche_id:
        raise ValidationError({"instance": "Cette instance appartient à une autre démarche."})
    if decision.date_decision > timezone.localdate(le):
        raise ValidationError({"date_decision": "La décision ne peut pas être datée dans le futur."})
    if decision.sens not in SENS_QUI_RETIENNENT:
        raise ValidationError({"sens": "Seule une décision adoptée retient un scénario."})
    if scenario.statut == StatutScenario.ECARTE:
        raise ValidationError("Ce scénario est écarté\u202f: reprenez-le avant de le retenir.")
    services = list(scenario.services.all())
    if not services:
        raise ValidationError("Le scénario ne contient aucun service.")
    sans = [s.libelle for s in services if all(a.date_adhesion is None for a in s.adhesions.all())]
    if sans:
        raise ValidationError(f"Sans adhérent daté\u202f: {', '.join(sans)}.")
    refuser_forme(scenario, services, timezone.localdate(le))


def _simuler(scenario: Scenario) -> Simulation:
    try:
        return simuler(scenario)
    except CalculImpossible as erreur:
        raise ValidationError(erreur.message) from erreur
