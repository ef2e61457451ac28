"""How the acts of the evaluation read in the journal."""

from accord.socle.journal.phrases import declarer_phrase

PHRASES = {
    "evaluation.indicateurs_crees": (
        "{qui} a repris du scénario retenu (version {version}) {indicateurs} indicateur(s), {previsions} prévision(s)"
    ),
    "evaluation.indicateur_cree": "{qui} a ajouté l’indicateur « {libelle} »",
    "evaluation.indicateur_modifie": "{qui} a modifié l’indicateur « {libelle} » : {champs}",
    "evaluation.mesure_saisie": "{qui} a mesuré « {libelle} » pour {annee} : {valeur}",
    "evaluation.objectif_reajuste": "{qui} a réajusté l’objectif {annee} de « {libelle} » à {valeur} : {motif}",
    "evaluation.opinion_donnee": "{qui} a publié un avis d’évaluation sur {sujet}",
    "evaluation.communication_figee": "{qui} a figé la communication annuelle {annee}, version {version}",
}


def declarer_phrases() -> None:
    """Declare the phrases of this app."""
    for code, phrase in PHRASES.items():
        declarer_phrase(code, phrase)
