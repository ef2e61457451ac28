"""Mails of the schéma; who receives them is shown before sending."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from accord.comptes.enums import ROLES_MUNICIPAUX
from accord.comptes.models import Habilitation, Personne
from accord.schema.models import Schema, Transmission
from accord.socle.interface.formats import date_longue
from accord.socle.notifications.genres import declarer_genre
from accord.socle.notifications.services.envoi import MESSAGE, envoyer_courriel

AVIS_ATTENDU = "schema.avis_attendu"
SCHEMA_ADRESSE = "schema.approuve"


def declarer_genres() -> None:
    """Declare the kinds of mail, so that each person chooses how often they come."""
    declarer_genre(AVIS_ATTENDU, "L’avis de ma commune est attendu", agir=True)
    declarer_genre(SCHEMA_ADRESSE, "Le schéma approuvé est adressé à ma commune", agir=True)


def repondants(communes: Iterable[int], le: date) -> dict[int, list[Personne]]:
    """Who answers for each commune on that day (one query): who these mails go to."""
    habilitations = (
        Habilitation.objects.en_cours(le)
        .filter(collectivite_id__in=list(communes), role__in=ROLES_MUNICIPAUX)
        .select_related("personne")
        .order_by("personne__nom", "pk")
    )
    par_commune: dict[int, list[Personne]] = defaultdict(list)
    for habilitation in habilitations:
        if habilitation.personne not in par_commune[habilitation.collectivite_id]:
            par_commune[habilitation.collectivite_id].append(habilitation.personne)
    return dict(par_commune)


def annoncer_rapport(schema: Schema, transmissions: Sequence[Transmission], le: datetime) -> None:
    """Tell each commune that the report awaits its opinion."""
    _ecrire(
        schema,
        transmissions,
        le,
        sujet="Rapport relatif aux mutualisations\u202f: l’avis de votre conseil municipal est attendu",
        paragraphes=[
            f"{schema.demarche.epci.nom} vous transmet son rapport relatif aux mutualisations de services, qui "
            "comporte un projet de schéma.",
            "Merci d’en accuser réception\u202f: votre conseil municipal dispose de trois mois à "
            "compter de la réception "
            "pour donner son avis. Sans délibération dans ce délai, l’avis est réputé favorable.",
        ],
        action="Lire le rapport et accuser réception",
    )


def rappeler_avis(schema: Schema, transmissions: Sequence[Transmission], le: datetime) -> None:
    """Remind each silent commune of the day its silence becomes an opinion."""
    _ecrire(
        schema,
        transmissions,
        le,
        sujet="Rappel\u202f: l’avis de votre conseil municipal sur le rapport de mutualisation",
        paragraphes=[
            "L’avis de votre conseil municipal sur le rapport relatif aux mutualisations ne nous est pas parvenu.",
            "Sans délibération reçue dans le délai, l’avis est réputé favorable.",
        ],
        action="Noter l’avis de la commune",
    )


def adresser_schema_approuve(schema: Schema, le: datetime) -> None:
    """Send the approved schéma to every commune."""
    transmissions = list(schema.transmissions.select_related("collectivite"))
    qui = repondants([t.collectivite_id for t in transmissions], timezone.localdate(le))
    for transmission in transmissions:
        envoyer_courriel(
            MESSAGE,
            qui.get(transmission.collectivite_id, []),
            {
                "sujet": "Le schéma de mutualisation est approuvé",
                "paragraphes": [
                    f"Le conseil de {schema.demarche.epci.nom} a approuvé le schéma de mutualisation. Il vous est "
                    "adressé pour information de votre conseil municipal."
                ],
                "action_libelle": "Consulter le schéma approuvé",
                "action_url": _adresse("schema:schema-voir", schema.demarche.slug),
            },
            _raison(transmission),
            le,
            genre=SCHEMA_ADRESSE,
            groupe=str(schema.demarche),
        )


def _ecrire(
    schema: Schema,
    transmissions: Sequence[Transmission],
    le: datetime,
    *,
    sujet: str,
    paragraphes: list[str],
    action: str,
) -> None:
    qui = repondants([t.collectivite_id for t in transmissions], timezone.localdate(le))
    for transmission in transmissions:
        limite = transmission.date_avis_tacite
        envoyer_courriel(
            MESSAGE,
            qui.get(transmission.collectivite_id, []),
            {
                "sujet": sujet,
                "paragraphes": paragraphes,
                "details": [("Commune", transmission.collectivite.nom)]
                + ([("Avis réputé favorable le", date_longue(limite))] if limite else []),
                "action_libelle": action,
                "action_url": _adresse(
                    "schema:avis-voir", schema.demarche.slug, transmission.collectivite.siren
                ),
            },
            _raison(transmission),
            le,
            genre=AVIS_ATTENDU,
            groupe=str(schema.demarche),
        )


def _raison(transmission: Transmission) -> str:
    return f"Vous répondez pour {transmission.collectivite.nom}, commune membre."


def _adresse(nom: str, *arguments: str | None) -> str:
    return reverse(nom, args=arguments)
