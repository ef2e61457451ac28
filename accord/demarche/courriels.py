"""The mails of the démarche."""

from datetime import datetime

from django.urls import reverse

from accord.demarche.models import Invitation
from accord.socle.droits import Acteur
from accord.socle.interface.formats import date_longue
from accord.socle.notifications.destinataires import Destinataire
from accord.socle.notifications.genres import declarer_genre
from accord.socle.notifications.services.envoi import MESSAGE, envoyer_courriel

GENRE = "demarche.invitation"


def declarer_genres() -> None:
    """An invitation asks for an answer: it leaves at once."""
    declarer_genre(GENRE, "Invitations à rejoindre une démarche", agir=True)


def envoyer_invitation(invitation: Invitation, jeton: str, acteur: Acteur, le: datetime) -> None:
    """One mail, to one address, with the link that only this address knows."""
    commune, epci = invitation.collectivite.nom, invitation.demarche.epci.nom
    contexte = {
        "sujet": f"Invitation pour {commune}\u202f: {invitation.demarche.nom}",
        "paragraphes": [
            f"{acteur.nom} ({epci}) vous invite à agir pour {commune} dans la démarche de mutualisation "
            "des services menée avec les communes.",
            "Le lien ci-dessous vous est personnel et ne sert qu’une fois\u202f; "
            "il permet d’accepter ou de refuser.",
        ],
        "details": [
            ("Démarche", invitation.demarche.nom),
            ("À titre de", f"{invitation.get_role_display()}, {commune}"),
            ("Répondre avant le", date_longue(invitation.date_expiration)),
        ],
        "action_libelle": "Répondre à l’invitation",
        "action_url": reverse("demarche:invitation-repondre", args=[jeton]),
    }
    raison = f"{epci} a indiqué votre adresse comme celle de {commune}, commune membre."
    envoyer_courriel(
        MESSAGE,
        [Destinataire(invitation.email)],
        contexte,
        raison,
        le,
        genre=GENRE,
        groupe=str(invitation.demarche),
    )
