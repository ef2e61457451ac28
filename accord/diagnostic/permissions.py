"""Who may read, fill, transmit, validate, freeze and sign."""

from typing import Any

from accord.comptes.enums import ROLES_PILOTES, Role
from accord.demarche.models import Demarche
from accord.diagnostic.models import ImportClasseur, ReponseCollectivite
from accord.diagnostic.nomenclature import champ_du_service
from accord.socle.droits import Acteur, Decision, declarer, non, oui

REMPLISSENT = (Role.SECRETAIRE, Role.DIRECTION, Role.DRH)
TRANSMETTENT = (Role.SECRETAIRE, Role.DIRECTION, Role.EXECUTIF)
GERENT_LES_AGENTS = (Role.DRH, Role.DIRECTION, Role.SECRETAIRE)
PILOTAGE_SEUL = "Réservé au pilotage de la démarche, au nom de l’intercommunalité."


def _demarche(objet: Any) -> Demarche:
    demarche: Demarche = objet if isinstance(objet, Demarche) else objet.demarche
    return demarche


def _pilote(acteur: Acteur, objet: Any) -> bool:
    return acteur.collectivite_id == _demarche(objet).epci_id and acteur.a_role(*ROLES_PILOTES)


def peut_consulter(acteur: Acteur, objet: Any) -> Decision:
    """Everyone of the territory."""
    return oui() if acteur.epci_id == _demarche(objet).epci_id else non("Ce diagnostic n’est pas le vôtre.")


def peut_piloter(acteur: Acteur, objet: Any) -> Decision:
    return oui() if _pilote(acteur, objet) else non(PILOTAGE_SEUL)


def peut_ouvrir_reponse(acteur: Acteur, reponse: ReponseCollectivite) -> Decision:
    """One's own always; another's from its transmission on."""
    if acteur.collectivite_id == reponse.collectivite_id or reponse.est_partagee:
        return oui()
    return non(
        f"{reponse.collectivite.nom} n’a pas encore transmis sa réponse\u202f: ses données sont à elle jusque-là."
    )


def peut_remplir(acteur: Acteur, reponse: ReponseCollectivite) -> Decision:
    """Secretary, direction or HR of the collectivité, while it has not transmitted."""
    if acteur.collectivite_id != reponse.collectivite_id or not acteur.a_role(*_remplissent(reponse)):
        return non(
            f"Seul le secrétariat, la direction ou les ressources humaines de {reponse.collectivite.nom} "
            "peut remplir cette réponse."
        )
    if not reponse.est_modifiable:
        return non(
            "Cette réponse est transmise\u202f: demandez au pilotage de vous la rendre pour correction."
        )
    return oui()


def _remplissent(reponse: ReponseCollectivite) -> tuple[str, ...]:
    """The chef de projet fills the answer of the EPCI itself."""
    est_epci = reponse.collectivite_id == reponse.demarche.epci_id
    return (*REMPLISSENT, Role.CHEF_PROJET) if est_epci else REMPLISSENT


def peut_remplir_service(acteur: Acteur, reponse: ReponseCollectivite, code: str) -> Decision:
    """Filling, within one's champ de compétence."""
    if acteur.couvre(champ_du_service(code)):
        return peut_remplir(acteur, reponse)
    return non("Ce service n’entre pas dans votre champ de compétence.")


def peut_transmettre(acteur: Acteur, reponse: ReponseCollectivite) -> Decision:
    """Whoever may bind the collectivité."""
    roles = (
        (*TRANSMETTENT, Role.CHEF_PROJET)
        if reponse.collectivite_id == reponse.demarche.epci_id
        else TRANSMETTENT
    )
    if acteur.collectivite_id != reponse.collectivite_id or not acteur.a_role(*roles):
        return non(
            f"La réponse est transmise par l’exécutif, la direction ou le secrétariat de {reponse.collectivite.nom}."
        )
    return oui() if reponse.est_modifiable else non("Cette réponse est déjà transmise.")


def peut_voir_agents(acteur: Acteur, reponse: ReponseCollectivite) -> Decision:
    """Individual rows: one's own employer only, for those who manage its staff."""
    if acteur.collectivite_id == reponse.collectivite_id and acteur.a_role(*GERENT_LES_AGENTS):
        return oui()
    return non(
        f"Les lignes d’agents ne sont vues que par la direction, les ressources humaines ou le secrétariat "
        f"de {reponse.collectivite.nom}."
    )


def peut_signer(acteur: Acteur, etat: Any) -> Decision:
    """The executive or the direction, for its own collectivité."""
    if acteur.a_role(Role.EXECUTIF, Role.DIRECTION, Role.SECRETAIRE):
        return oui()
    return non("L’état est signé par l’exécutif, la direction ou le secrétariat de chaque collectivité.")


def peut_lire_import(acteur: Acteur, depot: ImportClasseur) -> Decision:
    """Its report quotes rows of agents: only those who fill."""
    if depot.reponse is None:
        return peut_piloter(acteur, depot)
    roles = (*REMPLISSENT, Role.CHEF_PROJET) if acteur.est_epci else REMPLISSENT
    return (
        oui()
        if acteur.a_role(*roles)
        else non("Ce rapport est lu par les personnes qui remplissent la réponse.")
    )


def peut_enregistrer_import(acteur: Acteur, depot: ImportClasseur) -> Decision:
    """Whoever may fill the answer, or steer for a workbook of the whole territory."""
    return peut_piloter(acteur, depot) if depot.reponse is None else peut_remplir(acteur, depot.reponse)


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("diagnostic.consulter", peut_consulter, "Consulter le diagnostic partagé")
    declarer("diagnostic.ouvrir_campagne", peut_piloter, "Ouvrir une campagne de diagnostic")
    declarer("diagnostic.importer_territoire", peut_piloter, "Déposer un classeur de tout le territoire")
    declarer("diagnostic.relancer", peut_piloter, "Relancer les collectivités qui n’ont pas répondu")
    declarer("diagnostic.ouvrir_reponse", peut_ouvrir_reponse, "Voir la réponse d’une collectivité")
    declarer("diagnostic.remplir", peut_remplir, "Remplir la réponse de sa collectivité")
    declarer("diagnostic.transmettre", peut_transmettre, "Transmettre la réponse de sa collectivité")
    declarer("diagnostic.valider", peut_piloter, "Valider une réponse ou la rendre pour correction")
    declarer("diagnostic.voir_agents", peut_voir_agents, "Voir les lignes d’agents de sa collectivité")
    declarer("diagnostic.arreter_etat", peut_piloter, "Arrêter l’état du territoire")
    declarer("diagnostic.signer_etat", peut_signer, "Signer l’état arrêté pour sa collectivité")
    declarer("diagnostic.lire_import", peut_lire_import, "Lire le rapport d’un classeur déposé")
    declarer("diagnostic.enregistrer_import", peut_enregistrer_import, "Enregistrer un classeur vérifié")
