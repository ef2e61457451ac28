"""The day's summary: one mail a person, grouped by subject, newest first, never empty, nothing said twice."""

from datetime import datetime
from itertools import groupby
from operator import attrgetter

from django.db import transaction

from accord.socle.notifications.destinataires import Destinataire
from accord.socle.notifications.enums import StatutCourriel
from accord.socle.notifications.models import Courriel
from accord.socle.notifications.services.envoi import envoyer_courriel

RESUME = "notifications/courriels/resume"
RAISON = "Vous avez choisi de recevoir ces nouvelles en un seul message par jour."


@transaction.atomic
def envoyer_resumes(*, le: datetime) -> int:
    """Send a summary to each address that has something waiting; run twice, the second sends nothing."""
    attendus = list(Courriel.objects.en_resume().select_for_update())
    envoyes = 0
    for adresse, siens in groupby(attendus, key=attrgetter("adresse")):
        _envoyer_un(adresse, list(siens), le)
        envoyes += 1
    Courriel.objects.filter(pk__in=[courriel.pk for courriel in attendus]).update(
        statut=StatutCourriel.ENVOYE, envoye_le=le
    )
    return envoyes


def _envoyer_un(adresse: str, siens: list[Courriel], le: datetime) -> None:
    groupes = [(groupe, list(lignes)) for groupe, lignes in groupby(siens, key=attrgetter("groupe"))]
    nombre = len(siens)
    contexte = {
        "sujet": f"{nombre} nouvelle{'s' if nombre > 1 else ''} de vos démarches",
        "groupes": [(groupe or "Autres nouvelles", _sans_doublon(lignes)) for groupe, lignes in groupes],
        "action_url": "/",
        "action_libelle": "Ouvrir Commun Accord",
    }
    envoyer_courriel(
        RESUME, [Destinataire(adresse, siens[0].nom)], contexte, RAISON, le, genre="general.resume"
    )


def _sans_doublon(lignes: list[Courriel]) -> list[Courriel]:
    return list({(ligne.sujet, ligne.url): ligne for ligne in reversed(lignes)}.values())[::-1]
