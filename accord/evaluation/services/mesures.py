"""Measuring, and readjusting what is aimed at."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accord.evaluation.ecarts import valeur_affichee
from accord.evaluation.enums import OrigineObjectif
from accord.evaluation.models import Indicateur, Mesure, Objectif
from accord.evaluation.services.indicateurs import signature
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


class MesureImpossible(ValueError):
    """The measure or the objective is refused; the message says why, in French."""


@dataclass(frozen=True)
class DonneesMesure:
    """What a person found."""

    annee: int
    date_mesure: date
    valeur_centiemes: int
    source: str
    commentaire: str = ""


@transaction.atomic
def mesurer_indicateur(
    *, indicateur: Indicateur, donnees: DonneesMesure, acteur: Acteur, le: datetime
) -> Mesure:
    """Record a value found. Sending the same again gives back the measure; another value corrects it."""
    if donnees.date_mesure > acteur.le:
        raise MesureImpossible("Une mesure se constate : sa date ne peut pas être dans l’avenir.")
    if donnees.date_mesure.year < donnees.annee:
        raise MesureImpossible("La mesure d’une année ne peut pas être constatée avant cette année.")
    Indicateur.objects.select_for_update().get(pk=indicateur.pk)
    derniere = indicateur.mesures.filter(annee=donnees.annee).order_by("-pk").first()
    if derniere and _est_la_meme(derniere, donnees):
        return derniere
    mesure = Mesure.objects.create(
        indicateur=indicateur,
        annee=donnees.annee,
        date_mesure=donnees.date_mesure,
        valeur_centiemes=donnees.valeur_centiemes,
        source=donnees.source,
        commentaire=donnees.commentaire,
        saisie_le=le,
        personne_id=acteur.personne_id,
        qui=signature(acteur),
    )
    consigner(
        acteur=acteur,
        code="evaluation.mesure_saisie",
        objet=indicateur,
        libelle=indicateur.libelle,
        annee=donnees.annee,
        valeur=valeur_affichee(donnees.valeur_centiemes, indicateur.unite),
    )
    return mesure


@transaction.atomic
def reajuster_objectif(
    *, indicateur: Indicateur, annee: int, valeur_centiemes: int, motif: str, acteur: Acteur, le: datetime
) -> Objectif:
    """Aim at another value for a year, with the reason; the former ones stay in the history."""
    if not motif.strip():
        raise MesureImpossible("Dites pourquoi l’objectif change : le motif est conservé.")
    Indicateur.objects.select_for_update().get(pk=indicateur.pk)
    dernier = indicateur.objectifs.filter(annee=annee).order_by("-pk").first()
    if dernier and dernier.valeur_centiemes == valeur_centiemes:
        return dernier
    objectif = Objectif.objects.create(
        indicateur=indicateur,
        annee=annee,
        valeur_centiemes=valeur_centiemes,
        origine=OrigineObjectif.REAJUSTEMENT,
        motif=motif.strip(),
        fixe_le=le,
        personne_id=acteur.personne_id,
        qui=signature(acteur),
    )
    consigner(
        acteur=acteur,
        code="evaluation.objectif_reajuste",
        objet=indicateur,
        libelle=indicateur.libelle,
        annee=annee,
        valeur=valeur_affichee(valeur_centiemes, indicateur.unite),
        motif=motif.strip(),
    )
    return objectif


def _est_la_meme(mesure: Mesure, donnees: DonneesMesure) -> bool:
    return (mesure.date_mesure, mesure.valeur_centiemes, mesure.source, mesure.commentaire) == (
        donnees.date_mesure,
        donnees.valeur_centiemes,
        donnees.source,
        donnees.commentaire,
    )
