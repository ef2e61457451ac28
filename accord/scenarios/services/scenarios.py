"""Creating, copying and setting scenarios, and moving them through their life."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from accord.demarche.models import Demarche
from accord.diagnostic.models import EtatArrete
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import AdhesionScenario, Scenario, ServiceScenario
from accord.scenarios.services.conflits import ConflitModification
from accord.scenarios.services.verrou import enregistrer_scenario, ouvrir_scenario
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@transaction.atomic
def creer_scenario(
    *,
    demarche: Demarche,
    etat_arrete: EtatArrete,
    nom: str,
    premiere_annee: int,
    acteur: Acteur | None,
    le: datetime,
    **reglages: Any,
) -> Scenario:
    """A new draft; `reglages` may hold nombre_annees, inflation_pourcent, description, hypotheses.

    The same one sent twice is returned as it is. Raises ValidationError (name taken, bounds).
    """
    if etat_arrete.demarche_id != demarche.pk:
        raise ValidationError("L’état arrêté appartient à une autre démarche.")
    scenario = Scenario(
        demarche=demarche,
        etat_arrete=etat_arrete,
        nom=nom.strip(),
        premiere_annee=premiere_annee,
        cree_le=le,
        modifie_le=le,
        modifie_par_id=acteur.personne_id if acteur else None,
        **reglages,
    )
    deja = _deja_cree(scenario)
    if deja:
        return deja
    scenario.full_clean()
    scenario.save()
    consigner(acteur=acteur, code="scenarios.scenario_cree", objet=scenario, le=le, nom=scenario.nom)
    return scenario


def _deja_cree(scenario: Scenario) -> Scenario | None:
    """The scenario of a form sent twice: same settings, same author, still without any service."""
    return Scenario.objects.filter(
        demarche=scenario.demarche,
        etat_arrete=scenario.etat_arrete,
        nom=scenario.nom,
        premiere_annee=scenario.premiere_annee,
        nombre_annees=scenario.nombre_annees,
        inflation_pourcent=scenario.inflation_pourcent,
        modifie_par_id=scenario.modifie_par_id,
        revision=1,
        services__isnull=True,
    ).first()


@transaction.atomic
def modifier_scenario(
    *, scenario: Scenario, revision: int, acteur: Acteur | None, le: datetime, **reglages: Any
) -> Scenario:
    """Change the settings (nom, description, years, inflation, hypotheses).

    Raises ConflitModification when `revision` is not the current one, ValidationError for bad settings.
    """
    courant = ouvrir_scenario(scenario)
    if all(getattr(courant, nom) == valeur for nom, valeur in reglages.items()):
        return courant
    if courant.revision != revision:
        raise ConflitModification(courant, courant.revision)
    for nom, valeur in reglages.items():
        setattr(courant, nom, valeur)
    courant.full_clean()
    enregistrer_scenario(courant, acteur, le)
    consigner(acteur=acteur, code="scenarios.scenario_modifie", objet=courant, le=le, nom=courant.nom)
    return courant


@transaction.atomic
def dupliquer_scenario(*, scenario: Scenario, nom: str, acteur: Acteur | None, le: datetime) -> Scenario:
    """A draft variant with the same services and perimeters. The same copy asked twice is returned.

    Raises ValidationError when another scenario bears the name.
    """
    deja = scenario.variantes.filter(nom=nom.strip(), revision=1).first()
    if deja:
        return deja
    copie = Scenario.objects.get(pk=scenario.pk)
    copie.pk, copie._state.adding = None, True
    copie.nom, copie.statut, copie.origine_id, copie.revision = (
        nom.strip(),
        StatutScenario.BROUILLON,
        scenario.pk,
        1,
    )
    copie.cree_le = copie.modifie_le = le
    copie.modifie_par_id = acteur.personne_id if acteur else None
    copie.full_clean()
    copie.save()
    for service in scenario.services.prefetch_related("adhesions"):
        _copier(service, copie)
    consigner(
        acteur=acteur,
        code="scenarios.scenario_duplique",
        objet=copie,
        le=le,
        nom=copie.nom,
        origine=scenario.nom,
    )
    return copie


def _copier(service: ServiceScenario, scenario: Scenario) -> None:
    adhesions = list(service.adhesions.all())
    service.pk, service._state.adding = None, True
    service.scenario, service.revision = scenario, 1
    service.save()
    AdhesionScenario.objects.bulk_create(
        AdhesionScenario(
            service=service,
            collectivite_id=adhesion.collectivite_id,
            date_adhesion=adhesion.date_adhesion,
            condition=adhesion.condition,
        )
        for adhesion in adhesions
    )


@transaction.atomic
def modifier_statut(*, scenario: Scenario, statut: str, acteur: Acteur | None, le: datetime) -> Scenario:
    """Present, take back or set aside. Asking for the present status changes nothing.

    Raises ValidationError when the transition is not allowed or nothing is to be presented.
    """
    courant = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if courant.statut == statut:
        return courant
    if statut == StatutScenario.RETENU or not courant.peut_devenir(statut):
        raise ValidationError("Ce changement de statut n’est pas possible.")
    if statut == StatutScenario.PRESENTE and not courant.services.exists():
        raise ValidationError("Choisissez au moins un service avant de présenter le scénario.")
    courant.statut = statut
    enregistrer_scenario(courant, acteur, le)
    consigner(
        acteur=acteur,
        code="scenarios.statut_change",
        objet=courant,
        le=le,
        nom=courant.nom,
        statut=courant.get_statut_display(),
    )
    return courant
