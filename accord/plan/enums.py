"""States of an action and the transitions allowed between them."""

from django.db import models


class EtatAction(models.TextChoices):
    """Where an action stands."""

    A_FAIRE = "a_faire", "À engager"
    EN_COURS = "en_cours", "En cours"
    SUSPENDU = "suspendu", "Suspendue"
    TERMINE = "termine", "Terminée"
    ABANDONNE = "abandonne", "Abandonnée"


TRANSITIONS_ACTION: dict[str, tuple[EtatAction, ...]] = {
    EtatAction.A_FAIRE: (EtatAction.EN_COURS, EtatAction.ABANDONNE),
    EtatAction.EN_COURS: (EtatAction.TERMINE, EtatAction.SUSPENDU, EtatAction.ABANDONNE),
    EtatAction.SUSPENDU: (EtatAction.EN_COURS, EtatAction.ABANDONNE),
    EtatAction.TERMINE: (EtatAction.EN_COURS,),
    EtatAction.ABANDONNE: (EtatAction.A_FAIRE,),
}

VERBES_ACTION = {
    EtatAction.A_FAIRE: "Remettre à engager",
    EtatAction.EN_COURS: "Engager",
    EtatAction.SUSPENDU: "Suspendre",
    EtatAction.TERMINE: "Terminer",
    EtatAction.ABANDONNE: "Abandonner",
}
"""How the button that leads to a state reads."""

ETATS_CLOS = (EtatAction.TERMINE, EtatAction.ABANDONNE)
"""A closed sheet is no longer edited: reopen it first."""


def motif_exige(de: str, vers: str) -> bool:
    """Whether the change must be justified: stopping, giving up, or coming back."""
    return vers in (EtatAction.SUSPENDU, EtatAction.ABANDONNE) or de in ETATS_CLOS
