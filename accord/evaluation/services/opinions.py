"""The outside evaluator's opinion."""

from datetime import datetime

from django.db import transaction

from accord.demarche.models import Demarche
from accord.evaluation.models import Indicateur, Opinion
from accord.evaluation.services.indicateurs import signature
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@transaction.atomic
def donner_opinion(
    *, demarche: Demarche, texte: str, acteur: Acteur, le: datetime, indicateur: Indicateur | None = None
) -> Opinion:
    """Publish an opinion; the same words on the same subject give back the opinion already there."""
    if acteur.personne_id is None:
        raise ValueError("Un avis d’évaluation est donné par une personne.")
    deja = Opinion.objects.filter(
        demarche=demarche, indicateur=indicateur, texte=texte, personne_id=acteur.personne_id
    ).first()
    if deja:
        return deja
    opinion = Opinion.objects.create(
        demarche=demarche,
        indicateur=indicateur,
        texte=texte,
        donnee_le=le,
        personne_id=acteur.personne_id,
        qui=signature(acteur),
    )
    sujet = indicateur.libelle if indicateur else "l’ensemble de la démarche"
    consigner(acteur=acteur, code="evaluation.opinion_donnee", objet=opinion, sujet=sujet)
    return opinion
