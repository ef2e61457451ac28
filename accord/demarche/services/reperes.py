"""Opening and closing the repères."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accord.demarche.enums import Etat
from accord.demarche.models import EtatRepere
from accord.demarche.selectors.etapes import vue_repere
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner

ACTES = {Etat.EN_COURS: "a ouvert", Etat.TERMINE: "a terminé", Etat.A_VENIR: "a remis à plus tard"}


@transaction.atomic
def changer_etat_repere(*, etat_repere: EtatRepere, vers: str, acteur: Acteur, motif: str = "") -> EtatRepere:
    """Move a repère to another state; asking again for the present state changes nothing.

    Raises ValidationError when the transition does not exist, or when a reason is needed and missing.
    """
    courant = EtatRepere.objects.select_for_update().get(pk=etat_repere.pk)
    courant.demarche = etat_repere.demarche
    if courant.etat == vers:
        return courant
    passage = next((passage for passage in vue_repere(courant).passages if passage.vers == vers), None)
    if passage is None:
        etat = courant.get_etat_display().lower()
        raise ValidationError(f"Un repère «\u202f{etat}\u202f» ne passe pas directement à l’état demandé.")
    motif = motif.strip()
    if passage.motif_requis and not motif:
        raise ValidationError(
            {"motif": "Dites pourquoi\u202f: le motif est inscrit au journal de la démarche."}
        )
    _appliquer(courant, vers, acteur, motif)
    consigner(
        acteur=acteur,
        code="demarche.repere_change",
        acte=ACTES[Etat(vers)],
        objet=courant,
        repere=f"{courant.repere}. {courant.get_repere_display()}",
        motif=motif,
        manquantes=[condition.libelle for condition in passage.manquantes],
        suite=f" (motif\u202f: {motif})" if motif else "",
    )
    return courant


def _appliquer(courant: EtatRepere, vers: str, acteur: Acteur, motif: str) -> None:
    courant.etat = vers
    courant.motif = motif
    if vers == Etat.EN_COURS:
        courant.date_ouverture = courant.date_ouverture or acteur.le
        courant.date_cloture = None
    elif vers == Etat.TERMINE:
        courant.date_cloture = acteur.le
    else:
        courant.date_ouverture = courant.date_cloture = None
    courant.save()
