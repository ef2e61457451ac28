"""The adhesion matrix, merged cell by cell with what others wrote meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accord.scenarios.models import AdhesionScenario, Scenario, ServiceScenario
from accord.scenarios.services.conflits import CelluleEnConflit, ConflitPerimetre
from accord.scenarios.services.services import refuser_forme
from accord.scenarios.services.verrou import enregistrer_scenario, ouvrir_scenario
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite

Case = tuple[str, int]
"""(code of the service, pk of the collectivité)"""


@dataclass(frozen=True)
class Saisie:
    """What was typed in one cell; `condition` None leaves the recorded one."""

    date_adhesion: date | None
    condition: str | None = None


@transaction.atomic
def modifier_perimetre(
    *,
    scenario: Scenario,
    saisies: Mapping[Case, Saisie],
    vues: Mapping[Case, date | None],
    acteur: Acteur | None,
    le: datetime,
) -> int:
    """Write the cells that the person changed (`vues`: what the page showed), and say how many.

    Cells left as shown never undo someone else's work. Raises ConflitPerimetre when the same cell was changed
    by someone else to another value, FormeRefusee when the law refuses the result, ValidationError.
    """
    courant = ouvrir_scenario(scenario)
    services = {service.code: service for service in courant.services.select_related("gestionnaire")}
    _verifier_cases(saisies, services)
    adhesions = {
        (adhesion.service.code, adhesion.collectivite_id): adhesion
        for adhesion in AdhesionScenario.objects.filter(service__scenario=courant).select_related(
            "service", "collectivite"
        )
    }
    changees = {case: s for case, s in saisies.items() if _a_change(s, vues.get(case), adhesions.get(case))}
    _refuser_conflits(courant, services, changees, vues, adhesions)
    ecrites = [
        adhesion
        for case, saisie in changees.items()
        if (adhesion := _ecrire(services[case[0]], case, saisie, adhesions.get(case)))
    ]
    if ecrites:
        touches = {adhesion.service.code: adhesion.service for adhesion in ecrites}
        refuser_forme(courant, touches.values(), timezone.localdate(le))
        enregistrer_scenario(courant, acteur, le)
        consigner(
            acteur=acteur,
            code="scenarios.perimetre_modifie",
            objet=courant,
            le=le,
            nom=courant.nom,
            nombre=len(ecrites),
        )
    return len(ecrites)


def _verifier_cases(saisies: Mapping[Case, Saisie], services: Mapping[str, ServiceScenario]) -> None:
    if any(code not in services for code, _ in saisies):
        raise ValidationError(
            "Un service de la matrice n’est plus dans le scénario\u202f: rechargez la page."
        )
    lieux = {pk for _, pk in saisies}
    if Collectivite.objects.filter(pk__in=lieux).count() != len(lieux):
        raise ValidationError("Une collectivité de la matrice est inconnue.")


def _a_change(saisie: Saisie, vue: date | None, adhesion: AdhesionScenario | None) -> bool:
    condition = adhesion.condition if adhesion else ""
    return saisie.date_adhesion != vue or (saisie.condition is not None and saisie.condition != condition)


def _refuser_conflits(
    scenario: Scenario,
    services: Mapping[str, ServiceScenario],
    changees: Mapping[Case, Saisie],
    vues: Mapping[Case, date | None],
    adhesions: Mapping[Case, AdhesionScenario],
) -> None:
    cellules = []
    for case, saisie in changees.items():
        adhesion = adhesions.get(case)
        enregistree = adhesion.date_adhesion if adhesion else None
        if enregistree not in (vues.get(case), saisie.date_adhesion):
            nom = adhesion.collectivite.nom if adhesion else ""
            cellules.append(
                CelluleEnConflit(
                    case[0], services[case[0]].libelle, case[1], nom, enregistree, saisie.date_adhesion
                )
            )
    if cellules:
        raise ConflitPerimetre(scenario, cellules)


def _ecrire(
    service: ServiceScenario, case: Case, saisie: Saisie, adhesion: AdhesionScenario | None
) -> AdhesionScenario | None:
    """The row written, or None when it already says so."""
    if adhesion is None:
        adhesion = AdhesionScenario(service=service, collectivite_id=case[1])
        if saisie.date_adhesion is None and not saisie.condition:
            return None
    condition = adhesion.condition if saisie.condition is None else saisie.condition.strip()
    if adhesion.pk and (adhesion.date_adhesion, adhesion.condition) == (saisie.date_adhesion, condition):
        return None
    adhesion.service = service
    adhesion.date_adhesion, adhesion.condition = saisie.date_adhesion, condition
    adhesion.full_clean(validate_unique=False, validate_constraints=False)
    adhesion.save()
    return adhesion
