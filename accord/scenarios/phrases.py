"""How the acts of the scenarios read in the journal."""

from accord.socle.journal.phrases import declarer_phrase

PHRASES = {
    "scenarios.scenario_cree": "{qui} a créé le scénario « {nom} »",
    "scenarios.scenario_duplique": "{qui} a copié « {origine} » en « {nom} »",
    "scenarios.scenario_modifie": "{qui} a modifié les réglages du scénario « {nom} »",
    "scenarios.services_choisis": "{qui} a choisi les services du scénario « {nom} » : {services}",
    "scenarios.service_regle": "{qui} a réglé le service « {service} » du scénario « {nom} »",
    "scenarios.perimetre_modifie": "{qui} a modifié {nombre} adhésions du scénario « {nom} »",
    "scenarios.statut_change": "{qui} a changé le statut du scénario « {nom} » : {statut}",
    "scenarios.scenario_retenu": "{qui} a enregistré le choix de « {nom} » par {instance} (version {version})",
}


def declarer_phrases() -> None:
    """Declare them all."""
    for code, modele in PHRASES.items():
        declarer_phrase(code, modele.replace(" :", "\u202f:"))
