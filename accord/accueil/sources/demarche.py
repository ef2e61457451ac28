"""The démarche on the home page: where we are, what blocks, who has not answered, what was decided."""

from collections.abc import Iterator

from django.urls import reverse

from accord.accueil.lignes import Ligne
from accord.comptes.enums import ROLES_PILOTES
from accord.demarche.enums import StatutInvitation
from accord.demarche.models import Demarche
from accord.demarche.selectors.tableau import RepereCourant, reperes_courants
from accord.socle.droits import Acteur
from accord.socle.interface.formats import date_moyenne, pluriel

SANS_REPONSE = (StatutInvitation.PROPOSEE, StatutInvitation.ENVOYEE, StatutInvitation.EXPIREE)


def lignes(demarche: Demarche, acteur: Acteur) -> Iterator[Ligne]:
    """For everyone: the stage and the last decision; for those who steer: what is blocked and who is silent."""
    courants = reperes_courants(demarche)
    yield from (_ou_en_est_on(demarche, courant) for courant in courants)
    if acteur.est_epci and acteur.a_role(*ROLES_PILOTES):
        yield from _invitations(demarche)
    yield from _derniere_decision(demarche)


def _ou_en_est_on(demarche: Demarche, courant: RepereCourant) -> Ligne:
    manque = len(courant.manquantes)
    return Ligne(
        question="Où en sommes-nous ?",
        reponse=f"Repère {courant.numero} : {courant.libelle}",
        url=reverse("demarche:repere-voir", args=[demarche.slug, courant.numero]),
        detail=f"Il manque {manque} condition{pluriel(manque)} : {courant.manquantes[0].libelle}"
        if manque
        else "",
        statut=courant.etat,
    )


def _invitations(demarche: Demarche) -> Iterator[Ligne]:
    nombre = demarche.invitations.filter(statut__in=SANS_REPONSE).values("collectivite").distinct().count()
    if nombre:
        yield Ligne(
            question="Qui n’a pas répondu à l’invitation ?",
            reponse=f"{nombre} commune{pluriel(nombre)}",
            url=reverse("demarche:invitation-lister", args=[demarche.slug]),
            detail="Relance en un geste, les destinataires sont montrés avant l’envoi.",
            statut="en_attente",
        )


def _derniere_decision(demarche: Demarche) -> Iterator[Ligne]:
    decision = demarche.decisions.select_related("instance").first()
    if decision:
        yield Ligne(
            question="Qu’a-t-on décidé en dernier ?",
            reponse=decision.intitule,
            url=reverse("demarche:decision-voir", args=[demarche.slug, decision.pk]),
            detail=f"{decision.instance or 'Décision'}, le {date_moyenne(decision.date_decision)}",
        )
