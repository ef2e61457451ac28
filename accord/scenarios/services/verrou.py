"""Opening a scenario for writing (locked), and recording it with its author."""

from datetime import datetime

from django.core.exceptions import ValidationError

from accord.scenarios.models import Scenario
from accord.socle.droits import Acteur


def ouvrir_scenario(scenario: Scenario) -> Scenario:
    """The current row, locked until the end of the transaction. Raises ValidationError when it is frozen."""
    courant = (
        Scenario.objects.select_for_update(of=("self",)).select_related("modifie_par").get(pk=scenario.pk)
    )
    if not courant.est_modifiable:
        raise ValidationError(
            "Ce scénario est retenu ou écarté\u202f: dupliquez-le pour en faire une variante."
        )
    return courant


def enregistrer_scenario(scenario: Scenario, acteur: Acteur | None, le: datetime) -> None:
    """Note who changed it last, and count the change."""
    scenario.revision += 1
    scenario.modifie_le = le
    scenario.modifie_par_id = acteur.personne_id if acteur else None
    scenario.save()
