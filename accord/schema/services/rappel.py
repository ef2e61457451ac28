"""Remind the communes that have not given their opinion."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accord.schema.courriels import rappeler_avis
from accord.schema.models import Schema, Transmission
from accord.socle.droits import Acteur
from accord.socle.interface.formats import pluriel
from accord.socle.journal.services import consigner


@transaction.atomic
def rappeler_communes(
    *, schema: Schema, transmissions: Sequence[Transmission], acteur: Acteur, le: datetime
) -> list[Transmission]:
    """Write to the communes still silent, at most once a day each; returns those written to."""
    jour = timezone.localdate(le)
    demandees = schema.transmissions.en_attente().filter(pk__in=[t.pk for t in transmissions])
    a_ecrire = [
        transmission
        for transmission in demandees.select_related("collectivite", "schema").select_for_update(of=("self",))
        if transmission.relance_le is None or timezone.localdate(transmission.relance_le) < jour
    ]
    if not a_ecrire:
        return []
    Transmission.objects.filter(pk__in=[t.pk for t in a_ecrire]).update(relance_le=le)
    consigner(
        acteur=acteur,
        code="schema.communes_rappelees",
        objet=schema,
        le=le,
        communes=[t.collectivite.nom for t in a_ecrire],
        nombre=f"{len(a_ecrire)} commune{pluriel(len(a_ecrire))}",
    )
    rappeler_avis(schema, a_ecrire, le)
    return a_ecrire
