"""Sending mail: prepared and recorded in the transaction, sent once it is committed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.utils import timezone

from accord.socle.notifications.destinataires import AvecCourriel, Destinataire, destinataires_de
from accord.socle.notifications.enums import Frequence, StatutCourriel
from accord.socle.notifications.genres import Genre, genre_de
from accord.socle.notifications.liens import lien_d_arret
from accord.socle.notifications.models import Courriel, Preference
from accord.socle.notifications.rendu import rendre

MESSAGE = "notifications/courriels/message"
"""The template for nearly everything: sujet, paragraphes, details, action_libelle, action_url."""

STATUT_SELON_FREQUENCE = {
    Frequence.IMMEDIAT: StatutCourriel.A_ENVOYER,
    Frequence.RESUME: StatutCourriel.EN_RESUME,
    Frequence.JAMAIS: StatutCourriel.ARRETE,
}


@transaction.atomic
def envoyer_courriel(
    gabarit: str,
    destinataires: Iterable[AvecCourriel | Destinataire | str],
    contexte: dict[str, Any],
    raison: str,
    le: datetime,
    *,
    genre: str = "general.agir",
    groupe: str = "",
) -> list[Courriel]:
    """One mail each, with the reason this person gets it; leaves after the commit, at the person's frequency."""
    choisi = genre_de(genre)
    retenus = destinataires_de(destinataires)
    frequences = _frequences(retenus, choisi)
    courriels = Courriel.objects.bulk_create(
        _preparer(gabarit, pour, contexte, raison, choisi, frequences[pour.adresse], le, groupe)
        for pour in retenus
    )
    partants = [c.pk for c in courriels if c.statut == StatutCourriel.A_ENVOYER]
    if partants:
        transaction.on_commit(lambda: expedier(pks=partants))
    return courriels


def expedier(*, pks: Iterable[int] | None = None) -> int:
    """Hand the waiting mails to the server, on one connection; a refusal is noted and does not stop the others."""
    courriels = Courriel.objects.a_expedier()
    courriels = courriels if pks is None else courriels.filter(pk__in=list(pks))
    connexion = get_connection()
    return sum(_expedier_un(courriel, connexion) for courriel in courriels.order_by("pk"))


def _expedier_un(courriel: Courriel, connexion: Any) -> bool:
    try:
        _message(courriel, connexion).send()
    except OSError as refus:  # smtplib's exceptions are OSErrors
        Courriel.objects.filter(pk=courriel.pk).update(statut=StatutCourriel.ECHOUE, erreur=str(refus)[:300])
        return False
    Courriel.objects.filter(pk=courriel.pk).update(
        statut=StatutCourriel.ENVOYE, envoye_le=timezone.now(), erreur=""
    )
    return True


def _message(courriel: Courriel, connexion: Any) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=f"[Commun Accord] {courriel.sujet}",
        body=courriel.texte,
        to=[courriel.adresse],
        connection=connexion,
        headers={
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "List-Unsubscribe": f"<{lien_d_arret(courriel.adresse, courriel.genre)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    message.attach_alternative(courriel.html, "text/html")
    return message


def _frequences(qui: list[Destinataire], genre: Genre) -> dict[str, Frequence]:
    adresses = [un.adresse for un in qui]
    choisies = Preference.objects.filter(genre=genre.code, adresse__in=adresses).values_list(
        "adresse", "frequence"
    )
    return dict.fromkeys(adresses, genre.frequence_par_defaut) | {a: Frequence(f) for a, f in choisies}


def _preparer(
    gabarit: str, pour: Destinataire, contexte: dict[str, Any], raison: str, genre: Genre, frequence: Frequence,
    le: datetime, groupe: str,
) -> Courriel:  # fmt: skip
    rendu = rendre(gabarit, contexte, pour=pour, raison=raison, genre=genre)
    return Courriel(
        adresse=pour.adresse,
        nom=pour.nom,
        genre=genre.code,
        gabarit=gabarit,
        sujet=rendu.sujet[:250],
        raison=raison,
        groupe=groupe,
        url=str(contexte.get("action_url", "")),
        texte=rendu.texte,
        html=rendu.html,
        statut=STATUT_SELON_FREQUENCE[frequence],
        cree_le=le,
    )
