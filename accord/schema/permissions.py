"""Who may read, write, send, answer and approve the schéma."""

from typing import Any

from accord.comptes.enums import ROLES_MUNICIPAUX, ROLES_PILOTES, Role
from accord.demarche.models import Demarche
from accord.schema.enums import EtatSchema
from accord.schema.models import Schema, Transmission
from accord.socle.droits import Acteur, Decision, declarer, non, oui

LECTEURS = (*ROLES_PILOTES, Role.SECRETAIRE, Role.ELU, Role.DRH, Role.CADRE, Role.EVALUATEUR)
LECTEURS_APRES_APPROBATION = (Role.AGENT, Role.SYNDICAT, Role.PARTENAIRE)
PILOTAGE = (
    "Réservé au pilotage de la démarche\u202f: présidence, direction générale ou chef·fe de projet "
    "de l’intercommunalité."
)
REPONSE_MUNICIPALE = (
    "Réservé au maire, à la direction ou au secrétariat de cette commune, ou au pilotage de la démarche."
)


def peut_consulter(acteur: Acteur, objet: Any) -> Decision:
    """Those who prepare it from the start; agents, unions and partners once it is approved."""
    demarche = _demarche(objet)
    if acteur.epci_id != demarche.epci_id:
        return non("Ce schéma n’est pas celui de votre territoire.")
    if acteur.a_role(*LECTEURS):
        return oui()
    if acteur.a_role(*LECTEURS_APRES_APPROBATION) and _est_approuve(objet):
        return oui()
    return non("Le schéma est en préparation\u202f: il vous sera ouvert une fois approuvé par le conseil.")


def peut_piloter(acteur: Acteur, objet: Any) -> Decision:
    """A steering role, acting for the EPCI of this démarche."""
    pilote = acteur.collectivite_id == _demarche(objet).epci_id and acteur.a_role(*ROLES_PILOTES)
    return oui() if pilote else non(PILOTAGE)


def peut_rediger(acteur: Acteur, objet: Any) -> Decision:
    """A steering role, or human resources of the EPCI, while texts may change."""
    if acteur.collectivite_id != _demarche(objet).epci_id or not acteur.a_role(*ROLES_PILOTES, Role.DRH):
        return non(PILOTAGE)
    schema = _schema(objet)
    if schema.est_redigeable:
        return oui()
    return non(
        f"Le schéma est «\u202f{schema.get_etat_display()}\u202f»\u202f: son rapport ne se modifie plus."
    )


def peut_figer(acteur: Acteur, schema: Schema) -> Decision:
    """A steering role, while a new version makes sense."""
    decision = peut_piloter(acteur, schema)
    if not decision or schema.est_redigeable:
        return decision
    return non(
        f"Le schéma est «\u202f{schema.get_etat_display()}\u202f»\u202f: il n’y a plus de version à figer."
    )


def peut_transmettre(acteur: Acteur, schema: Schema) -> Decision:
    """A steering role, once the report is frozen."""
    decision = peut_piloter(acteur, schema)
    if not decision or schema.etat in (EtatSchema.RAPPORT_FIGE, EtatSchema.TRANSMIS):
        return decision
    if schema.etat == EtatSchema.REDACTION:
        return non("Figez d’abord une version du rapport.")
    return non(
        f"Le schéma est «\u202f{schema.get_etat_display()}\u202f»\u202f: le rapport n’est plus à transmettre."
    )


def peut_noter_reception(acteur: Acteur, transmission: Transmission) -> Decision:
    """The commune acknowledges receipt; the EPCI notes the day with its proof."""
    if peut_piloter(acteur, transmission) or _repond_pour(acteur, transmission):
        return oui()
    return non(REPONSE_MUNICIPALE)


def peut_deposer_avis(acteur: Acteur, transmission: Transmission) -> Decision:
    """Those who answer for this commune, or the EPCI with the délibération in hand."""
    if not (peut_piloter(acteur, transmission) or _repond_pour(acteur, transmission)):
        return non(REPONSE_MUNICIPALE)
    schema = transmission.schema
    if schema.etat in (EtatSchema.TRANSMIS, EtatSchema.AVIS_RECUEILLIS):
        return oui()
    return non(f"Le schéma est «\u202f{schema.get_etat_display()}\u202f»\u202f: les avis sont clos.")


def peut_approuver(acteur: Acteur, schema: Schema) -> Decision:
    """A steering role, once every opinion is known."""
    decision = peut_piloter(acteur, schema)
    if not decision or schema.etat == EtatSchema.AVIS_RECUEILLIS:
        return decision
    if schema.etat in (EtatSchema.APPROUVE, EtatSchema.DIFFUSE):
        return non("Le schéma est déjà approuvé.")
    return non("Le schéma s’approuve une fois tous les avis recueillis, exprimés ou tacites.")


def peut_diffuser(acteur: Acteur, schema: Schema) -> Decision:
    """A steering role, after the approval."""
    decision = peut_piloter(acteur, schema)
    if not decision or schema.etat == EtatSchema.APPROUVE:
        return decision
    if schema.etat == EtatSchema.DIFFUSE:
        return non("Le schéma a déjà été adressé aux communes.")
    return non("Le schéma s’adresse aux communes après son approbation.")


def peut_prouver(acteur: Acteur, schema: Schema) -> Decision:
    """Steering roles and the outside evaluator: the pack holds every paper."""
    if peut_piloter(acteur, schema) or (acteur.est_epci and acteur.a_role(Role.EVALUATEUR)):
        return oui() if acteur.epci_id == schema.demarche.epci_id else non(PILOTAGE)
    return non("Le dossier de preuve est ouvert au pilotage de la démarche et à l’évaluation.")


def _repond_pour(acteur: Acteur, transmission: Transmission) -> bool:
    return acteur.collectivite_id == transmission.collectivite_id and acteur.a_role(*ROLES_MUNICIPAUX)


def _demarche(objet: Any) -> Demarche:
    demarche: Demarche = objet if isinstance(objet, Demarche) else objet.demarche
    return demarche


def _schema(objet: Any) -> Schema:
    schema: Schema = objet if isinstance(objet, Schema) else objet.schema
    return schema


def _est_approuve(objet: Any) -> bool:
    schema = objet if isinstance(objet, Schema) else Schema.objects.filter(demarche=_demarche(objet)).first()
    return schema is not None and schema.etat in (EtatSchema.APPROUVE, EtatSchema.DIFFUSE)


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("schema.consulter", peut_consulter, "Consulter le schéma et les avis")
    declarer("schema.ouvrir", peut_piloter, "Ouvrir le schéma sur un scénario retenu")
    declarer("schema.rediger", peut_rediger, "Rédiger le rapport")
    declarer(
        "schema.rediger_convention", peut_piloter, "Préparer le projet de convention d’un service commun"
    )
    declarer("schema.figer_rapport", peut_figer, "Figer une version du rapport")
    declarer("schema.transmettre", peut_transmettre, "Transmettre le rapport aux communes")
    declarer("schema.noter_reception", peut_noter_reception, "Noter la réception du rapport par une commune")
    declarer("schema.deposer_avis", peut_deposer_avis, "Noter l’avis d’une commune")
    declarer("schema.suivre_avis", peut_piloter, "Rappeler les communes et constater les avis tacites")
    declarer("schema.approuver", peut_approuver, "Enregistrer l’approbation du schéma")
    declarer("schema.diffuser", peut_diffuser, "Adresser le schéma approuvé aux communes")
    declarer("schema.telecharger_preuves", peut_prouver, "Télécharger le dossier de preuve")
