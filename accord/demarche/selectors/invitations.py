"""Invitations as their public link finds them."""

from datetime import date

from accord.demarche.jetons import empreinte_du_jeton
from accord.demarche.models import Invitation


def invitation_du_lien(jeton: str, le: date) -> Invitation | None:
    """The open invitation of this link on that day; None when it was answered, replaced, or is over."""
    ouvertes = Invitation.objects.ouvertes_au(le).filter(empreinte_jeton=empreinte_du_jeton(jeton))
    return ouvertes.select_related("demarche__epci", "collectivite").first()
