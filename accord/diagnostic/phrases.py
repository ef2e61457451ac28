"""How the acts of the diagnostic read in the journal."""

from accord.socle.journal.phrases import declarer_phrase

PHRASES = {
    "diagnostic.campagne_ouverte": (
        "{qui} a ouvert la campagne «\u202f{campagne}\u202f» auprès de {collectivites} collectivités"
    ),
    "diagnostic.classeur_verifie": "{qui} a déposé le classeur «\u202f{fichier}\u202f» pour vérification",
    "diagnostic.classeur_enregistre": (
        "{qui} a enregistré le classeur «\u202f{fichier}\u202f»\u202f: "
        "{ajoutees} lignes ajoutées, {modifiees} modifiées, {inchangees} inchangées"
    ),
    "diagnostic.services_saisis": "{qui} a modifié {modifiees} services de {collectivite}",
    "diagnostic.reponse_transmise": "{qui} a transmis la réponse de {collectivite}",
    "diagnostic.reponse_validee": "{qui} a validé la réponse de {collectivite}",
    "diagnostic.reponse_a_corriger": "{qui} a demandé une correction à {collectivite}",
    "diagnostic.reponse_relancee": "{qui} a relancé {collectivite} ({destinataires} destinataires)",
    "diagnostic.etat_arrete": "{qui} a arrêté l’état du territoire, version {version} (empreinte {empreinte}…)",
    "diagnostic.etat_signe": "{qui} a signé l’état arrêté n° {version} pour {collectivite}{suite}",
}


def declarer_phrases() -> None:
    """Declare them all."""
    for code, modele in PHRASES.items():
        declarer_phrase(code, modele)
