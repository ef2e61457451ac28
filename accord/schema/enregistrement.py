"""What the schéma tells the other apps at start-up."""

from accord.demarche.registre import declarer_conditions, declarer_echeances, declarer_rubrique
from accord.schema.attentes import attentes
from accord.schema.conditions import conditions_formes, conditions_plan, echeances
from accord.schema.courriels import declarer_genres
from accord.schema.permissions import declarer_permissions
from accord.socle.attentes import declarer_attentes
from accord.socle.journal.phrases import declarer_phrase

REPERE_FORMES, REPERE_PLAN = 5, 6

PHRASES = {
    "schema.ouvert": "{qui} a ouvert le schéma sur le scénario «\u202f{scenario}\u202f»",
    "schema.scenario_change": "{qui} a changé le scénario du rapport pour «\u202f{scenario}\u202f»",
    "schema.section_modifiee": "{qui} a modifié la section «\u202f{section}\u202f» (révision {revision})",
    "schema.rapport_fige": "{qui} a figé la version {version} du rapport",
    "schema.rapport_transmis": "{qui} a transmis la version {version} du rapport à {nombre} ({canal})",
    "schema.reception_notee": "{qui} a noté la réception du rapport par {commune} le {date} ({preuve})\u202f: "
    "avis réputé favorable le {date_avis_tacite} sans réponse",
    "schema.reception_corrigee": "{qui} a corrigé la réception du rapport par {commune}\u202f: {date} au lieu du "
    "{date_precedente}",
    "schema.avis_depose": "{qui} a noté pour {commune} un avis {sens} du {date}",
    "schema.avis_tacite_constate": "{qui} a constaté le silence du conseil municipal "
    "({commune})\u202f: avis réputé favorable le {date}",
    "schema.avis_rectifie": "{qui} a remplacé l’avis tacite ({commune}) par un avis {sens} reçu dans "
    "le délai",
    "schema.avis_tardif": "{qui} a reçu le {date}, pour {commune}, un avis {sens}, après le "
    "{limite}\u202f: gardé pour "
    "information",
    "schema.avis_recueillis": "{qui} a constaté que tous les avis des communes sont recueillis",
    "schema.communes_rappelees": "{qui} a rappelé {nombre} sans avis",
    "schema.approuve": "{qui} a enregistré l’approbation du schéma\u202f: délibération {numero} du "
    "{date}, {pour} pour, "
    "{contre} contre, abstentions\u202f: {abstentions}",
    "schema.diffuse": "{qui} a adressé le schéma approuvé à {nombre}",
    "schema.convention_generee": "{qui} a généré un projet de convention pour «\u202f{service}\u202f»",
}


def enregistrer() -> None:
    """Permissions, phrases of the journal, conditions of the repères, section, deadlines and expectations."""
    declarer_permissions()
    declarer_genres()
    for code, phrase in PHRASES.items():
        declarer_phrase(code, phrase)
    declarer_rubrique("schema", "Schéma et avis", "schema:schema-voir", REPERE_FORMES, 50, "schema.consulter")
    declarer_conditions(REPERE_FORMES, conditions_formes)
    declarer_conditions(REPERE_PLAN, conditions_plan)
    declarer_echeances(echeances)
    declarer_attentes(attentes)
