"""How the acts of the démarche read in the journal."""

from accord.socle.journal.phrases import declarer_phrase

PHRASES = {
    "demarche.ouverte": "{qui} a ouvert la démarche de {epci}",
    "demarche.calendrier_regle": "{qui} a réglé le calendrier (base du {base}, {piste})",
    "demarche.jalon_pose": "{qui} a indiqué une date\u202f: {nature}, {date}",
    "demarche.jalon_retire": "{qui} a retiré une date\u202f: {nature}, {date}",
    "demarche.repere_change": "{qui} {acte} le repère {repere}{suite}",
    "demarche.instance_creee": "{qui} a créé l’instance «\u202f{instance}\u202f»",
    "demarche.membre_ajoute": "{qui} a ajouté {membre} à l’instance «\u202f{instance}\u202f»",
    "demarche.membre_retire": "{qui} a retiré {membre} de l’instance «\u202f{instance}\u202f»",
    "demarche.invitation_envoyee": "{qui} a invité {collectivite} ({email})",
    "demarche.invitation_acceptee": "{qui} a accepté l’invitation pour {collectivite}",
    "demarche.invitation_refusee": "{qui} a refusé l’invitation pour {collectivite}",
    "demarche.decision_enregistree": "{qui} a enregistré une décision {sens}\u202f: {intitule}{par}",
}


def declarer_phrases() -> None:
    """Declare them all."""
    for code, modele in PHRASES.items():
        declarer_phrase(code, modele)
