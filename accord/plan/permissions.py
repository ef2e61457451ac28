"""Who may read the plan, write its sheets and move its actions forward."""

from typing import Any

from accord.comptes.enums import ROLES_MUNICIPAUX, ROLES_PILOTES, Role
from accord.demarche.models import Demarche
from accord.diagnostic.champs import voit_service
from accord.plan.models import EtapeAction, FicheAction, Orientation
from accord.socle.droits import Acteur, Decision, declarer, non, oui

ROLES_DE_REDACTION = (*ROLES_PILOTES, Role.DRH, Role.CADRE)
RESERVE_AU_PILOTAGE = (
    "Réservé au pilotage de la démarche\u202f: présidence, direction générale "
    "ou chef·fe de projet de l’intercommunalité."
)
HORS_CHAMP = "Cette fiche relève d’un champ de compétence qui n’est pas le vôtre."
RESERVE_AUX_PILOTES = (
    "Réservé au pilotage de la démarche, aux cadres de l’intercommunalité dans leur champ de compétence "
    "et à la commune gestionnaire."
)


def consulte_le_plan(acteur: Acteur, objet: Any) -> Decision:
    """Whoever sees the démarche: the door has already filtered."""
    return (
        oui()
        if acteur.epci_id == _demarche(objet).epci_id
        else non("Ce plan n’est pas celui de votre territoire.")
    )


def lit_les_chiffres(acteur: Acteur, objet: Any) -> Decision:
    """Costs and staffing of the service of a sheet: those of one's champs, like everywhere else."""
    fiche = _fiche(objet)
    if not fiche.code_service or voit_service(acteur, fiche.code_service):
        return oui()
    return non("Les coûts et les effectifs de ce service n’entrent pas dans votre champ de compétence.")


def pilote_le_plan(acteur: Acteur, objet: Any) -> Decision:
    """A steering role, acting for the EPCI of this very démarche."""
    pilote = acteur.collectivite_id == _demarche(objet).epci_id and acteur.a_role(*ROLES_PILOTES)
    return oui() if pilote else non(RESERVE_AU_PILOTAGE)


def fait_avancer(acteur: Acteur, objet: Any) -> Decision:
    """Note steps and states: the steering roles, an executive of the EPCI in the field, the manager."""
    fiche = _fiche(objet)
    if pilote_le_plan(acteur, fiche):
        return oui()
    if acteur.a_role(*ROLES_MUNICIPAUX) and _gere(acteur, fiche):
        return oui()
    if acteur.collectivite_id == fiche.demarche.epci_id and acteur.a_role(*ROLES_DE_REDACTION):
        return oui() if not fiche.champ or acteur.couvre(fiche.champ) else non(HORS_CHAMP)
    return non(RESERVE_AUX_PILOTES)


def modifie_la_fiche(acteur: Acteur, objet: Any) -> Decision:
    """Those who may move it forward, while it is open."""
    decision = fait_avancer(acteur, objet)
    if not decision:
        return decision
    fiche = _fiche(objet)
    if fiche.est_close:
        return non(
            f"La fiche est {fiche.get_etat_display().lower()}\u202f: elle ne se modifie plus. "
            "Changez d’abord son état si elle doit reprendre."
        )
    return oui()


def _gere(acteur: Acteur, fiche: FicheAction) -> bool:
    return fiche.gestionnaire_id is not None and fiche.gestionnaire_id == acteur.collectivite_id


def _fiche(objet: Any) -> FicheAction:
    fiche: FicheAction = objet.fiche if isinstance(objet, EtapeAction) else objet
    return fiche


def _demarche(objet: Demarche | Orientation | FicheAction | EtapeAction) -> Demarche:
    return objet if isinstance(objet, Demarche) else objet.demarche


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("plan.consulter", consulte_le_plan, "Consulter le plan d’actions")
    declarer("plan.creer_plan", pilote_le_plan, "Faire naître le plan du scénario retenu")
    declarer("plan.creer_fiche", pilote_le_plan, "Ajouter une fiche action")
    declarer("plan.gerer_orientations", pilote_le_plan, "Nommer les orientations du plan")
    declarer("plan.modifier_fiche", modifie_la_fiche, "Modifier une fiche action et ses étapes")
    declarer("plan.changer_etat", fait_avancer, "Changer l’état d’une action")
    declarer("plan.lire_chiffres", lit_les_chiffres, "Lire les coûts et les effectifs d’une fiche")
