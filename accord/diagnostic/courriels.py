"""The mails of the diagnostic."""

from datetime import datetime

from django.urls import reverse

from accord.diagnostic.selectors.relances import ARelancer
from accord.socle.interface.formats import date_longue
from accord.socle.notifications.genres import declarer_genre
from accord.socle.notifications.services.envoi import MESSAGE, envoyer_courriel

GENRE = "diagnostic.relance"


def declarer_genres() -> None:
    """A reminder asks for something: it leaves at once."""
    declarer_genre(GENRE, "Ma collectivité n’a pas encore répondu au diagnostic", agir=True)


def envoyer_relance(relance: ARelancer, le: datetime) -> None:
    """One mail to each person who answers for the collectivité."""
    reponse, campagne = relance.reponse, relance.reponse.campagne
    nom = reponse.collectivite.nom
    contexte = {
        "sujet": f"Diagnostic partagé\u202f: la réponse de {nom} est attendue",
        "paragraphes": [
            f"La réponse de {nom} au diagnostic n’est pas encore transmise.",
            "Le classeur prérempli et la saisie à l’écran sont sur la page ci-dessous\u202f; "
            "ce que vous ne savez pas se laisse vide.",
        ],
        "details": [("À rendre avant le", date_longue(campagne.date_limite))] if campagne.date_limite else [],
        "action_libelle": "Remplir la réponse",
        "action_url": reverse(
            "diagnostic:reponse-voir", args=[campagne.demarche.slug, reponse.collectivite.siren]
        ),
    }
    raison = f"Vous répondez pour {nom} dans «\u202f{campagne.demarche.nom}\u202f»."
    envoyer_courriel(
        MESSAGE, relance.personnes, contexte, raison, le, genre=GENRE, groupe=str(campagne.demarche)
    )
