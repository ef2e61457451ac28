"""The council's délibération, then the sending of the approved schéma to every municipal council."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accord.schema.courriels import adresser_schema_approuve
from accord.schema.enums import EtatSchema
from accord.schema.erreurs import ActeRefuse
from accord.schema.evenements import SchemaApprouve
from accord.schema.models import Approbation, Schema
from accord.schema.services.etapes import faire_passer, verrouiller
from accord.schema.services.pieces import ranger_piece
from accord.socle.droits import Acteur
from accord.socle.evenements import publier
from accord.socle.interface.formats import date_moyenne, pluriel
from accord.socle.journal.services import consigner


@dataclass(frozen=True)
class Vote:
    """The vote of the EPCI's council."""

    date_deliberation: date
    numero: str
    pour: int
    contre: int
    abstentions: int
    voix_preponderante: bool = False
    piece: UploadedFile | None = None

    @property
    def est_majoritaire(self) -> bool:
        """Majority of the votes cast; on a tie, the chair's casting vote."""
        return self.pour > self.contre or (self.pour == self.contre > 0 and self.voix_preponderante)


@transaction.atomic
def approuver_schema(*, schema: Schema, vote: Vote, acteur: Acteur, le: datetime) -> Approbation:
    """Record the délibération that approves the last frozen version. Raises ActeRefuse."""
    schema = verrouiller(schema)
    connue = Approbation.objects.filter(schema=schema).first()
    if connue and (connue.numero_deliberation, connue.date_deliberation) == (
        vote.numero,
        vote.date_deliberation,
    ):
        return connue
    _refuser_vote_impossible(schema, vote, timezone.localdate(le))
    approbation = Approbation(
        schema=schema,
        version_rapport=schema.versions.last(),
        date_deliberation=vote.date_deliberation,
        numero_deliberation=vote.numero,
        votes_pour=vote.pour,
        votes_contre=vote.contre,
        abstentions=vote.abstentions,
        voix_preponderante=vote.voix_preponderante,
        note_le=le,
        note_par_id=acteur.personne_id,
    )
    approbation.piece_empreinte = ranger_piece(approbation.piece, vote.piece)
    approbation.save()
    faire_passer(schema, EtatSchema.APPROUVE)
    consigner(
        acteur=acteur,
        code="schema.approuve",
        objet=approbation,
        le=le,
        date=date_moyenne(vote.date_deliberation),
        numero=vote.numero,
        pour=vote.pour,
        contre=vote.contre,
        abstentions=vote.abstentions,
        version=approbation.version_rapport.version,
    )
    publier(SchemaApprouve(schema.pk, schema.demarche_id, vote.date_deliberation))
    return approbation


@transaction.atomic
def diffuser_schema(*, schema: Schema, acteur: Acteur, le: datetime) -> Schema:
    """Send the approved schéma to every municipal council; a second call changes nothing."""
    schema = verrouiller(schema)
    if schema.etat == EtatSchema.DIFFUSE:
        return schema
    faire_passer(schema, EtatSchema.DIFFUSE)
    schema.transmissions.update(schema_adresse_le=le)
    nombre = schema.transmissions.count()
    communes = f"{nombre} commune{pluriel(nombre)}"
    consigner(acteur=acteur, code="schema.diffuse", objet=schema, le=le, nombre=communes)
    adresser_schema_approuve(schema, le)
    return schema


def _refuser_vote_impossible(schema: Schema, vote: Vote, aujourd_hui: date) -> None:
    if schema.etat != EtatSchema.AVIS_RECUEILLIS:
        raise ActeRefuse(
            "Le schéma s’approuve une fois tous les avis recueillis, exprimés ou tacites\u202f; "
            f"il est «\u202f{schema.get_etat_display()}\u202f»."
        )
    if not vote.est_majoritaire:
        raise ActeRefuse(
            f"La majorité des suffrages exprimés n’est pas atteinte ({vote.pour} pour, {vote.contre} contre, "
            "les abstentions ne comptant pas)\u202f: le schéma n’est pas approuvé."
        )
    if vote.date_deliberation > aujourd_hui:
        raise ActeRefuse("La délibération est datée dans le futur.")
    dernier = schema.transmissions.aggregate(dernier=Max("avis__date_avis"))["dernier"]
    if dernier and vote.date_deliberation < dernier:
        raise ActeRefuse(
            f"Le dernier avis date du {date_moyenne(dernier)}\u202f: le schéma ne peut pas être approuvé avant."
        )
