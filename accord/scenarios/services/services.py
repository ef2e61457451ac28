"""Choosing the services of a scenario, and setting each."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accord.scenarios.adaptateurs import ServiceExistant, refus_de, services_existants, verifier_cle
from accord.scenarios.models import AdhesionScenario, Scenario, ServiceScenario
from accord.scenarios.services.conflits import ConflitModification, FormeRefusee
from accord.scenarios.services.verrou import enregistrer_scenario, ouvrir_scenario
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite


@transaction.atomic
def choisir_service(
    *,
    scenario: Scenario,
    codes: Collection[str],
    acteur: Acteur | None,
    le: datetime,
    vus: Collection[str] | None = None,
) -> list[ServiceScenario]:
    """Make the services of the scenario exactly these codes of the état arrêté.

    With `vus` (the codes that the page showed as chosen), only what the person changed is applied: a service
    that someone else added meanwhile stays.

    A new one starts as a service commun run by the EPCI, shared by population, joined on 1 January of the
    first year by all but those who asked to keep theirs. One that is removed loses its settings.
    Raises ValidationError for a code that the état arrêté does not know.
    """
    courant = ouvrir_scenario(scenario)
    existants = {existant.code: existant for existant in services_existants(courant.etat_arrete.contenu)}
    if inconnus := sorted(set(codes) - set(existants)):
        raise ValidationError(f"Services absents de l’état arrêté\u202f: {', '.join(inconnus)}.")
    deja = set(courant.services.values_list("code", flat=True))
    voulus = set(codes) if vus is None else (deja - (set(vus) - set(codes))) | (set(codes) - set(vus))
    if deja == voulus:
        return list(courant.services.all())
    courant.services.exclude(code__in=voulus).delete()
    _ajouter(courant, [existants[code] for code in existants if code in voulus - deja], len(deja))
    enregistrer_scenario(courant, acteur, le)
    services = list(courant.services.all())
    consigner(
        acteur=acteur,
        code="scenarios.services_choisis",
        objet=courant,
        le=le,
        nom=courant.nom,
        services=", ".join(service.libelle for service in services) or "aucun",
    )
    return services


def _ajouter(scenario: Scenario, existants: Iterable[ServiceExistant], rang: int) -> None:
    contenu = scenario.etat_arrete.contenu
    sirens = [contenu["epci"]["siren"], *(commune["siren"] for commune in contenu["communes"])]
    lieux = {lieu.siren: lieu for lieu in Collectivite.objects.filter(siren__in=sirens)}
    debut = date(scenario.premiere_annee, 1, 1)
    for ordre, existant in enumerate(existants, start=rang):
        service = ServiceScenario.objects.create(
            scenario=scenario,
            code=existant.code,
            libelle=existant.libelle,
            gestionnaire=lieux[sirens[0]],
            parametres_cle={"part_epci": _part_epci(existant)},
            ordre=ordre,
        )
        AdhesionScenario.objects.bulk_create(
            AdhesionScenario(
                service=service,
                collectivite=lieux[siren],
                date_adhesion=None if siren in existant.a_garder else debut,
                condition=existant.conditions.get(siren, ""),
            )
            for siren in sirens
            if siren in lieux and (siren != sirens[0] or siren in existant.sirens)
        )


def _part_epci(existant: ServiceExistant) -> str:
    """The EPCI's share of today's net cost, to the whole percent: an honest start for the key."""
    if existant.net_epci_centimes <= 0 or existant.net_centimes <= 0:
        return "0"
    part = min(round(Fraction(existant.net_epci_centimes * 100, existant.net_centimes)), 100)
    return f"{part // 100}.{part % 100:02d}"


@transaction.atomic
def definir_service(
    *, service: ServiceScenario, revision: int, acteur: Acteur | None, le: datetime, **reglages: Any
) -> ServiceScenario:
    """Set form, manager, key, financing, target staffing.

    Raises ConflitModification, FormeRefusee (with each legal reason), ValidationError.
    """
    scenario = ouvrir_scenario(service.scenario)
    courant = ServiceScenario.objects.select_related("gestionnaire").get(pk=service.pk)
    if all(getattr(courant, nom) == valeur for nom, valeur in reglages.items()):
        return courant
    if courant.revision != revision:
        raise ConflitModification(scenario, courant.revision)
    for nom, valeur in reglages.items():
        setattr(courant, nom, valeur)
    courant.full_clean()
    if raison := verifier_cle(courant.cle, courant.parametres_cle):
        raise ValidationError({"cle": raison})
    refuser_forme(scenario, [courant], timezone.localdate(le))
    courant.revision += 1
    courant.save()
    enregistrer_scenario(scenario, acteur, le)
    consigner(
        acteur=acteur,
        code="scenarios.service_regle",
        objet=courant,
        le=le,
        nom=scenario.nom,
        service=courant.libelle,
    )
    return courant


def refuser_forme(scenario: Scenario, services: Iterable[ServiceScenario], le: date) -> None:
    """Raise FormeRefusee with every legal refusal of these services. A service without member is left alone."""
    refus = []
    for service in services:
        adhesions = service.adhesions.filter(date_adhesion__isnull=False).select_related("collectivite")
        adherents = [adhesion.collectivite for adhesion in adhesions]
        if adherents:
            refus += [
                (service.libelle, raison)
                for raison in refus_de(
                    scenario=scenario,
                    forme=service.forme,
                    gestionnaire=service.gestionnaire,
                    adherents=adherents,
                    financement=service.financement,
                    avec_transfert_competence=service.avec_transfert_competence,
                    le=le,
                )
            ]
    if refus:
        raise FormeRefusee(refus)
