"""The life of an answer: transmitted by the collectivité, validated or sent back by the chef de projet."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from accord.diagnostic.enums import StatutReponse
from accord.diagnostic.models import ReponseCollectivite
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@transaction.atomic
def transmettre(*, reponse: ReponseCollectivite, acteur: Acteur | None, le: datetime) -> ReponseCollectivite:
    """From now on the others see these data."""
    return _passer(reponse, StatutReponse.TRANSMISE, acteur, le, transmise_le=le, correction="")


@transaction.atomic
def valider(*, reponse: ReponseCollectivite, acteur: Acteur | None, le: datetime) -> ReponseCollectivite:
    """The chef de projet takes the answer as it is."""
    return _passer(reponse, StatutReponse.VALIDEE, acteur, le, validee_le=le)


@transaction.atomic
def demander_correction(
    *, reponse: ReponseCollectivite, correction: str, acteur: Acteur | None, le: datetime
) -> ReponseCollectivite:
    """Give the answer back to its collectivité, saying what to correct."""
    if not correction.strip():
        raise ValidationError({"correction": "Dites ce qui est à corriger."})
    return _passer(reponse, StatutReponse.A_CORRIGER, acteur, le, correction=correction.strip())


def _passer(
    reponse: ReponseCollectivite, statut: StatutReponse, acteur: Acteur | None, le: datetime, **champs: object
) -> ReponseCollectivite:
    """Follow the transition table, once: a double submit changes nothing."""
    reponse = (
        ReponseCollectivite.objects.select_for_update()
        .select_related("campagne", "collectivite")
        .get(pk=reponse.pk)
    )
    if reponse.statut == statut:
        return reponse
    if not reponse.peut_devenir(statut):
        raise ValidationError(
            f"La réponse de {reponse.collectivite.nom} est « {reponse.get_statut_display()} » : "
            f"elle ne peut pas devenir « {statut.label} »."
        )
    reponse.statut = statut
    for nom, valeur in champs.items():
        setattr(reponse, nom, valeur)
    if statut == StatutReponse.TRANSMISE:
        reponse.transmise_par_id = acteur.personne_id if acteur else None
    reponse.save()
    consigner(
        acteur=acteur,
        code=f"diagnostic.reponse_{statut.value}",
        objet=reponse,
        le=le,
        collectivite=reponse.collectivite.nom,
    )
    return reponse
