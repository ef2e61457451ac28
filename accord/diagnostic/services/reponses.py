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
    par = acteur.personne_id if acteur else None
    reponse, passee = _passer(
        reponse, StatutReponse.TRANSMISE, transmise_le=le, transmise_par_id=par, correction=""
    )
    if passee:
        nom = reponse.collectivite.nom
        consigner(acteur=acteur, code="diagnostic.reponse_transmise", objet=reponse, le=le, collectivite=nom)
    return reponse


@transaction.atomic
def valider(*, reponse: ReponseCollectivite, acteur: Acteur | None, le: datetime) -> ReponseCollectivite:
    """The chef de projet takes the answer as it is."""
    reponse, passee = _passer(reponse, StatutReponse.VALIDEE, validee_le=le)
    if passee:
        nom = reponse.collectivite.nom
        consigner(acteur=acteur, code="diagnostic.reponse_validee", objet=reponse, le=le, collectivite=nom)
    return reponse


@transaction.atomic
def demander_correction(
    *, reponse: ReponseCollectivite, correction: str, acteur: Acteur | None, le: datetime
) -> ReponseCollectivite:
    """Give the answer back to its collectivité, saying what to correct."""
    if not correction.strip():
        raise ValidationError({"correction": "Dites ce qui est à corriger."})
    reponse, passee = _passer(reponse, StatutReponse.A_CORRIGER, correction=correction.strip())
    if passee:
        nom = reponse.collectivite.nom
        consigner(acteur=acteur, code="diagnostic.reponse_a_corriger", objet=reponse, le=le, collectivite=nom)
    return reponse


def _passer(
    reponse: ReponseCollectivite, statut: StatutReponse, **champs: object
) -> tuple[ReponseCollectivite, bool]:
    """Follow the transition table, once: a double submit changes nothing. Tells whether anything moved."""
    verrouillees = ReponseCollectivite.objects.select_for_update(of=("self",))
    reponse = verrouillees.select_related("campagne__demarche", "collectivite").get(pk=reponse.pk)
    if reponse.statut == statut:
        return reponse, False
    if not reponse.peut_devenir(statut):
        raise ValidationError(
            f"La réponse de {reponse.collectivite.nom} est «\u202f{reponse.get_statut_display()}\u202f»\u202f: "
            f"elle ne peut pas devenir «\u202f{statut.label}\u202f»."
        )
    reponse.statut = statut
    for nom, valeur in champs.items():
        setattr(reponse, nom, valeur)
    reponse.save()
    return reponse, True
