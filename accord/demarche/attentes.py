"""What waits for those who steer: invitations ready to leave, repères under way. One query each."""

from django.urls import reverse

from accord.demarche.enums import StatutInvitation
from accord.demarche.models import Demarche
from accord.demarche.permissions import peut_creer
from accord.socle.attentes import Attente, declarer_attentes
from accord.socle.droits import Acteur


def du_pilotage(acteur: Acteur) -> list[Attente]:
    """Démarches of one's EPCI whose communes have not all been called."""
    if not peut_creer(acteur, None):
        return []
    visibles = Demarche.objects.visibles_par(acteur).filter(invitations__statut=StatutInvitation.PROPOSEE)
    return [
        Attente(
            libelle=f"Inviter les communes\u202f: {demarche.nom}",
            url=reverse("demarche:invitation-lister", args=[demarche.slug]),
            pourquoi="Vous pilotez la démarche, et des communes n’ont pas encore reçu leur invitation.",
        )
        for demarche in visibles.distinct()
    ]


def declarer() -> None:
    """Register the source."""
    declarer_attentes(du_pilotage)
