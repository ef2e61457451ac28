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
    """The EPCI's steering roles, and the general direction or mayor of a commune for their own."""
    if acteur.a_role(*ROLES_PILOTES):
        return oui()
    return non("Les habilitations se donnent par la direction générale ou la ou le chef de projet.")


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("comptes.changer_capacite", est_sa_capacite, "Choisir au nom de qui l’on agit")
    declarer("comptes.consulter_profil", est_connecte, "Consulter son profil")
    declarer(
        "comptes.administrer_habilitations",
        administre_les_habilitations,
        "Donner et retirer des habilitations",
    )
