"""The mails of the démarche: in HTML and text, saying why one receives them."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from accord.demarche.models import Invitation
from accord.socle.droits import Acteur


def envoyer_invitation(invitation: Invitation, jeton: str, acteur: Acteur) -> None:
    """One mail, to one address, with the link that only this address knows."""
    lien = settings.ADRESSE_DU_SITE + reverse("demarche:invitation-repondre", args=[jeton])
    contexte = {"invitation": invitation, "demarche": invitation.demarche, "lien": lien, "acteur": acteur}
    message = EmailMultiAlternatives(
        subject=f"Invitation\u202f: {invitation.demarche.nom}",
        body=render_to_string("demarche/courriels/invitation.txt", contexte),
        to=[invitation.email],
    )
    message.attach_alternative(render_to_string("demarche/courriels/invitation.html", contexte), "text/html")
    message.send()
