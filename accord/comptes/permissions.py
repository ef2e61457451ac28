"""Who may change capacity, see and give habilitations."""

from typing import Any

from accord.comptes.enums import ROLES_PILOTES
from accord.comptes.models import Habilitation
from accord.socle.droits import Acteur, Decision, declarer, non, oui


def est_connecte(acteur: Acteur, objet: Any) -> Decision:
    """Any signed-in person."""
    return non("Connectez-vous pour continuer.") if acteur.est_anonyme else oui()


def est_sa_capacite(acteur: Acteur, habilitation: Habilitation) -> Decision:
    """A person chooses among her own capacities only (the door already filters them)."""
    return (
        oui()
        if habilitation.personne_id == acteur.personne_id
        else non("Cette habilitation n’est pas la vôtre.")
    )


def administre_les_habilitations(acteur: Acteur, objet: Any) -> Decision:
    """The steering roles of the EPCI for all its territory; mayor and direction of a commune for their own."""
    if acteur.a_role(*ROLES_PILOTES):
        return oui()
    return non(
        "Les habilitations se donnent par la direction générale, la ou le maire, ou la ou le chef de projet."
    )


def peut_clore(acteur: Acteur, habilitation: Habilitation) -> Decision:
    """Like giving one; nobody ends the role being used, which would leave the territory without a pilot."""
    if habilitation.pk == acteur.habilitation_id:
        return non("Vous ne pouvez pas mettre fin au rôle que vous exercez en ce moment.")
    return administre_les_habilitations(acteur, habilitation)


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("comptes.changer_capacite", est_sa_capacite, "Choisir au nom de qui l’on agit")
    declarer("comptes.consulter_profil", est_connecte, "Consulter son profil")
    declarer(
        "comptes.administrer_habilitations",
        administre_les_habilitations,
        "Donner et retirer des habilitations",
    )
    declarer("comptes.clore_habilitation", peut_clore, "Mettre fin à une habilitation")
