"""Reminding the collectivités that have not transmitted."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accord.diagnostic.courriels import envoyer_relance
from accord.diagnostic.models import Campagne
from accord.diagnostic.selectors.relances import a_relancer
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@transaction.atomic
def relancer_reponses(
    *, campagne: Campagne, choisies: Collection[int], acteur: Acteur | None, le: datetime
) -> int:
    """Remind the chosen answers, once a day at most; returns how many collectivités were written to."""
    relances = [
        r for r in a_relancer(campagne, timezone.localdate(le)) if r.est_possible and r.reponse.pk in choisies
    ]
    for relance in relances:
        envoyer_relance(relance, le)
        consigner(
            acteur=acteur,
            code="diagnostic.reponse_relancee",
            objet=relance.reponse,
            le=le,
            collectivite=relance.reponse.collectivite.nom,
            destinataires=len(relance.personnes),
        )
    return len(relances)
