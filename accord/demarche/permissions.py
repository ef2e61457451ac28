"""Who may start, read and steer a démarche."""

from typing import Any

from accord.comptes.enums import ROLES_MUNICIPAUX, ROLES_PILOTES, Role
from accord.demarche.models import Demarche
from accord.socle.droits import Acteur, Decision, declarer, non, oui

RESERVE_AU_PILOTAGE = (
    "Réservé au pilotage de la démarche\u202f: présidence, direction générale "
    "ou chef·fe de projet de l’intercommunalité."
)


def peut_creer(acteur: Acteur, objet: Any) -> Decision:
    """A steering role, acting for the EPCI itself."""
    if acteur.est_epci and acteur.a_role(*ROLES_PILOTES):
        return oui()
    return non(
        "Une démarche s’ouvre au nom de l’intercommunalité, par sa présidence, sa direction générale "
        "ou sa ou son chef·fe de projet."
    )


def peut_consulter(acteur: Acteur, objet: Any) -> Decision:
    """Whoever sees the démarche (the door has already filtered)."""
    return oui() if acteur.epci_id == _demarche(objet).epci_id else non("Cette démarche n’est pas la vôtre.")


def est_connecte(acteur: Acteur, objet: Any) -> Decision:
    """Any signed-in person; the list holds only what one sees."""
    return non("Connectez-vous pour continuer.") if acteur.est_anonyme else oui()


def peut_piloter(acteur: Acteur, objet: Any) -> Decision:
    """A steering role, acting for the EPCI of this very démarche."""
    pilote = acteur.collectivite_id == _demarche(objet).epci_id and acteur.a_role(*ROLES_PILOTES)
    return oui() if pilote else non(RESERVE_AU_PILOTAGE)


def peut_lire_le_journal(acteur: Acteur, objet: Any) -> Decision:
    """Steering roles, those who answer for a commune, and the outside evaluator."""
    lecteurs = {*ROLES_PILOTES, *ROLES_MUNICIPAUX, Role.EVALUATEUR}
    if peut_consulter(acteur, objet) and acteur.a_role(*lecteurs):
        return oui()
    return non(
        "Le journal est ouvert au pilotage, aux directions et secrétariats des communes et à l’évaluation."
    )


def _demarche(objet: Any) -> Demarche:
    demarche: Demarche = objet if isinstance(objet, Demarche) else objet.demarche
    return demarche


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("demarche.lister", est_connecte, "Voir la liste de ses démarches")
    declarer("demarche.lire_regles", est_connecte, "Lire les règles de droit du calendrier")
    declarer("demarche.creer", peut_creer, "Ouvrir une démarche")
    declarer("demarche.consulter", peut_consulter, "Consulter une démarche")
    declarer("demarche.regler", peut_piloter, "Régler une démarche et son calendrier")
    declarer("demarche.avancer_repere", peut_piloter, "Ouvrir et terminer un repère")
    declarer("demarche.gerer_instances", peut_piloter, "Créer une instance et ses membres")
    declarer("demarche.inviter", peut_piloter, "Inviter les communes")
    declarer("demarche.enregistrer_decision", peut_piloter, "Enregistrer une décision")
    declarer("demarche.lire_journal", peut_lire_le_journal, "Lire le journal de la démarche")
