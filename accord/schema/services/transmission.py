"""Send the report to the communes, and note the day each received it."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from accord.schema.adaptateurs import echeance_avis
from accord.schema.courriels import annoncer_rapport
from accord.schema.enums import CanalTransmission, EtatSchema, PreuveReception
from accord.schema.erreurs import ActeRefuse
from accord.schema.evenements import RapportTransmis
from accord.schema.models import Schema, Transmission, VersionRapport
from accord.schema.services.etapes import faire_passer, verrouiller
from accord.schema.services.pieces import ranger_piece
from accord.socle.droits import Acteur
from accord.socle.evenements import publier
from accord.socle.interface.formats import date_moyenne, pluriel
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite


@transaction.atomic
def transmettre_rapport(
    *,
    schema: Schema,
    destinataires: Sequence[Collectivite],
    canal: CanalTransmission,
    acteur: Acteur,
    le: datetime,
) -> list[Transmission]:
    """Send the last frozen version to communes; those already served are left alone. Raises ActeRefuse."""
    schema = verrouiller(schema)
    if schema.etat not in (EtatSchema.RAPPORT_FIGE, EtatSchema.TRANSMIS):
        raise ActeRefuse(
            f"Figez d’abord le rapport\u202f: le schéma est «\u202f{schema.get_etat_display()}\u202f»."
            if schema.etat == EtatSchema.REDACTION
            else f"Le schéma est «\u202f{schema.get_etat_display()}\u202f»\u202f: le rapport n’est "
            "plus à transmettre."
        )
    servies = set(schema.transmissions.values_list("collectivite_id", flat=True))
    nouvelles = [c for c in destinataires if c.pk not in servies]
    _refuser_les_etrangeres(schema, nouvelles, timezone.localdate(le))
    version = _version_a_transmettre(schema)
    transmissions = Transmission.objects.bulk_create(
        Transmission(
            schema=schema,
            version_rapport=version,
            collectivite=commune,
            canal=canal,
            envoye_le=le,
            envoye_par_id=acteur.personne_id,
        )
        for commune in nouvelles
    )
    if not transmissions:
        return []
    if schema.etat == EtatSchema.RAPPORT_FIGE:
        faire_passer(schema, EtatSchema.TRANSMIS)
    consigner(
        acteur=acteur,
        code="schema.rapport_transmis",
        objet=schema,
        le=le,
        version=version.version,
        communes=[commune.nom for commune in nouvelles],
        nombre=f"{len(nouvelles)} commune{pluriel(len(nouvelles))}",
        canal=CanalTransmission(canal).label,
    )
    publier(RapportTransmis(schema.pk, tuple(commune.pk for commune in nouvelles)))
    if canal == CanalTransmission.COURRIEL:
        annoncer_rapport(schema, transmissions, le)
    return transmissions


@transaction.atomic
def noter_reception(
    *,
    transmission: Transmission,
    date_reception: date,
    preuve: PreuveReception,
    acteur: Acteur,
    le: datetime,
    piece: UploadedFile | None = None,
    precision: str = "",
) -> Transmission:
    """Note the day of receipt and compute the day of the tacit opinion. Raises ActeRefuse."""
    transmission = Transmission.objects.select_for_update().select_related("schema").get(pk=transmission.pk)
    if (transmission.date_reception, transmission.preuve) == (date_reception, preuve) and piece is None:
        return transmission
    _refuser_date_impossible(transmission, date_reception, timezone.localdate(le))
    if preuve == PreuveReception.RECU_PAPIER and piece is None:
        raise ActeRefuse(
            "Joignez l’avis de réception, ou choisissez «\u202fDate déclarée, sans pièce\u202f»."
        )
    precedente = transmission.date_reception
    transmission.date_reception = date_reception
    transmission.date_avis_tacite = echeance_avis(transmission.schema, date_reception).date
    transmission.preuve, transmission.preuve_note = preuve, precision
    if piece is not None:
        transmission.preuve_empreinte = ranger_piece(transmission.preuve_fichier, piece)
    transmission.save()
    donnees = {
        "commune": transmission.collectivite.nom,
        "date": date_moyenne(date_reception),
        "date_precedente": date_moyenne(precedente),
        "preuve": PreuveReception(preuve).label,
        "date_avis_tacite": date_moyenne(transmission.date_avis_tacite),
    }
    if precedente:
        consigner(acteur=acteur, code="schema.reception_corrigee", objet=transmission, le=le, **donnees)
    else:
        consigner(acteur=acteur, code="schema.reception_notee", objet=transmission, le=le, **donnees)
    return transmission


def _version_a_transmettre(schema: Schema) -> VersionRapport:
    """The version already sent to others, otherwise the last one: every commune receives the same."""
    premiere = schema.transmissions.select_related("version_rapport").first()
    version = premiere.version_rapport if premiere else schema.versions.last()
    if version is None:
        raise ActeRefuse("Figez d’abord une version du rapport.")
    return version


def _refuser_les_etrangeres(schema: Schema, communes: Sequence[Collectivite], le: date) -> None:
    membres = set(schema.demarche.communes(le).values_list("pk", flat=True))
    etrangeres = [commune.nom for commune in communes if commune.pk not in membres]
    if etrangeres:
        raise ActeRefuse(
            f"{', '.join(etrangeres)}\u202f: le rapport se transmet aux seules communes membres de "
            "l’intercommunalité."
        )


def _refuser_date_impossible(transmission: Transmission, date_reception: date, aujourd_hui: date) -> None:
    if hasattr(transmission, "avis"):
        raise ActeRefuse("L’avis de cette commune est déjà noté\u202f: la date de réception ne change plus.")
    if date_reception > aujourd_hui:
        raise ActeRefuse("La date de réception est dans le futur.")
    envoi = timezone.localdate(transmission.envoye_le)
    if date_reception < envoi:
        raise ActeRefuse(
            f"Le rapport a été envoyé le {date_moyenne(envoi)}\u202f: il n’a pas pu être reçu avant."
        )
