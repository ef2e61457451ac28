"""How the acts of the plan read in the journal."""

from accord.socle.journal.phrases import declarer_phrase

PHRASES = {
    "plan.cree": "{qui} a fait naître {nombre} fiche(s) action du scénario retenu, version {version}",
    "plan.fiche_creee": "{qui} a ajouté la fiche {numero}, « {titre} »",
    "plan.fiche_modifiee": "{qui} a modifié la fiche {numero} : {champs}",
    "plan.fiche_etat": "{qui} a fait passer la fiche {numero} de « {de} » à « {vers} » {motif}",
    "plan.etape_realisee": "{qui} a noté l’étape « {etape} » de la fiche {numero} faite le {jour}",
    "plan.etape_rouverte": "{qui} a rouvert l’étape « {etape} » de la fiche {numero}",
    "plan.etape_reportee": "{qui} a reporté « {etape} » (fiche {numero}) du {ancienne} au {jour} : {motif}",
    "plan.etape_ajoutee": "{qui} a ajouté l’étape « {etape} » à la fiche {numero}, prévue le {jour}",
    "plan.etape_retiree": "{qui} a retiré l’étape « {etape} » de la fiche {numero}",
    "plan.orientation_creee": "{qui} a ajouté l’orientation « {titre} »",
    "plan.orientation_renommee": "{qui} a renommé l’orientation « {ancien} » en « {titre} »",
}


def declarer_phrases() -> None:
    """Declare the phrases of this app."""
    for code, phrase in PHRASES.items():
        declarer_phrase(code, phrase)
