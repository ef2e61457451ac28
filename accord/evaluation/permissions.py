"""Who may read the evaluation, measure, readjust, give an opinion and freeze the annual communication."""

from typing import Any

from accord.comptes.enums import ROLES_PILOTES, Role
from accord.demarche.models import Demarche
from accord.evaluation.models import Indicateur
from accord.socle.droits import Acteur, Decision, declarer, non, oui

RESERVE_AU_PILOTAGE = (
    "Réservé au pilotage de la démarche\u202f: présidence, direction générale "
    "ou chef·fe de projet de l’intercommunalité."
)
RESERVE_A_LA_MESURE = (
    "Réservé au pilotage de la démarche et aux ressources humaines de l’intercommunalité\u202f; "
    "l’évaluation extérieure donne son avis sans saisir de mesure."
)
RESERVE_A_L_EVALUATION = (
    "Réservé à l’évaluateur ou à l’évaluatrice externe\u202f: son regard est indépendant du pilotage."
)
NON_SUIVI = "Cet indicateur n’est plus suivi."


def consulte(acteur: Acteur, objet: Any) -> Decision:
    """Whoever sees the démarche: the door has already filtered."""
    if acteur.epci_id == _demarche(objet).epci_id:
        return oui()
    return non("Cette évaluation n’est pas celle de votre territoire.")


def pilote(acteur: Acteur, objet: Any) -> Decision:
    """A steering role, acting for the EPCI of this very démarche."""
    if acteur.collectivite_id == _demarche(objet).epci_id and acteur.a_role(*ROLES_PILOTES):
        return oui()
    return non(RESERVE_AU_PILOTAGE)


def mesure(acteur: Acteur, objet: Any) -> Decision:
    """The steering roles and the HR direction of the EPCI, on an indicator still followed."""
    autorise = acteur.a_role(*ROLES_PILOTES, Role.DRH)
    if acteur.collectivite_id != _demarche(objet).epci_id or not autorise:
        return non(RESERVE_A_LA_MESURE)
    return _suivi(objet)


def reajuste(acteur: Acteur, objet: Any) -> Decision:
    """The steering roles, on an indicator still followed."""
    decision = pilote(acteur, objet)
    return _suivi(objet) if decision else decision


def opine(acteur: Acteur, objet: Any) -> Decision:
    """The outside evaluator only, and nothing else is hers or his to write."""
    if acteur.a_role(Role.EVALUATEUR) and acteur.epci_id == _demarche(objet).epci_id:
        return oui()
    return non(RESERVE_A_L_EVALUATION)


def _suivi(objet: Any) -> Decision:
    return non(NON_SUIVI) if isinstance(objet, Indicateur) and not objet.est_suivi else oui()


def _demarche(objet: Any) -> Demarche:
    demarche: Demarche = objet if isinstance(objet, Demarche) else objet.demarche
    return demarche


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("evaluation.consulter", consulte, "Consulter les indicateurs et les communications")
    declarer("evaluation.gerer_indicateurs", pilote, "Créer et modifier les indicateurs")
    declarer("evaluation.mesurer", mesure, "Saisir une mesure")
    declarer("evaluation.reajuster", reajuste, "Réajuster un objectif")
    declarer("evaluation.opiner", opine, "Donner un avis d’évaluation")
    declarer("evaluation.preparer_communication", pilote, "Préparer et figer la communication annuelle")
