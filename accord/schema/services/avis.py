"""Opinions of the municipal councils: given, tacit, or too late."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from accord.schema.enums import EtatSchema, SensAvis
from accord.schema.erreurs import ActeRefuse, AvisHorsDelai
from accord.schema.evenements import AvisDepose
from accord.schema.models import AvisCommune, AvisTardif, Schema, Transmission
from accord.schema.services.etapes import faire_passer, verrouiller
from accord.schema.services.pieces import ranger_piece
from accord.socle.droits import Acteur
from accord.socle.evenements import publier
from accord.socle.interface.formats import PARIS, date_moyenne
from accord.socle.journal.services import consigner


@dataclass(frozen=True)
class Deliberation:
    """What a municipal council decided on the report, and when the EPCI received it."""

    sens: SensAvis
    date_avis: date
    date_reception: date
    numero: str = ""
    reserves: str = ""
    piece: UploadedFile | None = None


def deposer_avis(
    *, transmission: Transmission, deliberation: Deliberation, acteur: Acteur, le: datetime
) -> AvisCommune:
    """Note an expressed opinion. Raises AvisHorsDelai (kept for information) or ActeRefuse.

    The three months run for the council to decide (CGCT, L5211-39-1): what counts is the day of its
    délibération. One voted in time and received later replaces the tacit opinion noted meanwhile.
    """
    with transaction.atomic():
        transmission = _verrouiller(transmission)
        _refuser_dates_impossibles(transmission, deliberation, timezone.localdate(le))
        limite = transmission.date_avis_tacite
        if limite is None or deliberation.date_avis <= limite:
            return _noter(transmission, deliberation, acteur, le)
        _constater(transmission, le)
        tardif = _garder_pour_information(transmission, deliberation, acteur, le)
        _clore_si_complet(transmission.schema)
    raise AvisHorsDelai(
        f"Délibération prise après le {date_moyenne(limite)}\u202f: l’avis est réputé favorable depuis le "
        f"{date_moyenne(limite)}. "
        "La délibération est gardée pour information.",
        tardif,
    )


@transaction.atomic
def constater_avis_tacites(*, le: date, schema: Schema | None = None) -> list[AvisCommune]:
    """Note, for every silence whose delay ends by `le`, the favourable tacit opinion; safe to repeat."""
    echues = Transmission.objects.en_attente().filter(
        schema__etat=EtatSchema.TRANSMIS, date_avis_tacite__lte=le
    )
    if schema is not None:
        echues = echues.filter(schema=schema)
    instant = datetime.combine(le, time(0), tzinfo=PARIS)
    avis = [_constater(_verrouiller(transmission), instant) for transmission in echues.order_by("pk")]
    for concerne in Schema.objects.filter(transmissions__avis__in=avis).distinct():
        _clore_si_complet(concerne)
    return avis


def _verrouiller(transmission: Transmission) -> Transmission:
    return (
        Transmission.objects.select_for_update(of=("self",))
        .select_related("schema__demarche", "collectivite", "avis")
        .get(pk=transmission.pk)
    )


def _noter(
    transmission: Transmission, deliberation: Deliberation, acteur: Acteur, le: datetime
) -> AvisCommune:
    avis: AvisCommune | None = getattr(transmission, "avis", None)
    if avis is not None and not avis.est_tacite:
        if (avis.sens, avis.date_avis, avis.reserves) == (
            deliberation.sens,
            deliberation.date_avis,
            deliberation.reserves,
        ):
            return avis
        raise ActeRefuse(
            f"L’avis du conseil municipal ({transmission.collectivite.nom}) est déjà noté\u202f: "
            f"{avis.get_sens_display().lower()}, "
            f"le {date_moyenne(avis.date_avis)}. Un avis rendu ne se remplace pas ici."
        )
    rectifie = avis is not None
    avis = avis or AvisCommune(transmission=transmission)
    _remplir(avis, deliberation, acteur, le)
    avis.save()
    donnees = _publier(avis)
    if rectifie:
        consigner(acteur=acteur, code="schema.avis_rectifie", objet=avis, le=le, **donnees)
    else:
        consigner(acteur=acteur, code="schema.avis_depose", objet=avis, le=le, **donnees)
    _clore_si_complet(transmission.schema)
    return avis


def _remplir(
    avis: AvisCommune | AvisTardif, deliberation: Deliberation, acteur: Acteur, le: datetime
) -> None:
    avis.sens = deliberation.sens
    avis.date_avis = deliberation.date_avis
    avis.date_reception = deliberation.date_reception
    avis.numero_deliberation = deliberation.numero
    avis.reserves = deliberation.reserves
    avis.note_le, avis.note_par_id = le, acteur.personne_id
    avis.piece_empreinte = ranger_piece(avis.piece, deliberation.piece)


def _constater(transmission: Transmission, le: datetime) -> AvisCommune:
    """Note the tacit opinion of one commune, dated the day its delay ended."""
    if transmission.date_avis_tacite is None:
        raise ActeRefuse("Sans date de réception, le délai ne court pas.")
    avis, nouveau = AvisCommune.objects.get_or_create(
        transmission=transmission,
        defaults={
            "sens": SensAvis.TACITE,
            "date_avis": transmission.date_avis_tacite,
            "date_reception": transmission.date_avis_tacite,
            "note_le": le,
        },
    )
    if nouveau:
        consigner(acteur=None, code="schema.avis_tacite_constate", objet=avis, le=le, **_publier(avis))
    return avis


def _garder_pour_information(
    transmission: Transmission, deliberation: Deliberation, acteur: Acteur, le: datetime
) -> AvisTardif:
    connu = transmission.avis_tardifs.filter(sens=deliberation.sens, date_avis=deliberation.date_avis).first()
    if connu is not None:
        return connu
    tardif = AvisTardif(transmission=transmission)
    _remplir(tardif, deliberation, acteur, le)
    tardif.save()
    consigner(
        acteur=acteur,
        code="schema.avis_tardif",
        objet=tardif,
        le=le,
        commune=transmission.collectivite.nom,
        sens=SensAvis(deliberation.sens).label.lower(),
        date=date_moyenne(deliberation.date_reception),
        limite=date_moyenne(transmission.date_avis_tacite),
    )
    return tardif


def _publier(avis: AvisCommune) -> dict[str, str]:
    """Tell the apps above, and return what the journal keeps."""
    transmission = avis.transmission
    publier(AvisDepose(transmission.schema_id, transmission.collectivite_id, avis.sens, avis.date_avis))
    return {
        "commune": transmission.collectivite.nom,
        "sens": SensAvis(avis.sens).label.lower(),
        "date": date_moyenne(avis.date_avis),
        "reserves": avis.reserves,
    }


def _clore_si_complet(schema: Schema) -> None:
    """When every member commune has an opinion, the schéma moves to « avis recueillis »."""
    schema = verrouiller(schema)
    if schema.etat != EtatSchema.TRANSMIS or schema.transmissions.en_attente().exists():
        return
    servies = schema.transmissions.values("collectivite_id")
    if not schema.demarche.communes().exclude(pk__in=servies).exists():
        faire_passer(schema, EtatSchema.AVIS_RECUEILLIS)
        consigner(acteur=None, code="schema.avis_recueillis", objet=schema)


def _refuser_dates_impossibles(
    transmission: Transmission, deliberation: Deliberation, aujourd_hui: date
) -> None:
    if deliberation.sens not in (SensAvis.FAVORABLE, SensAvis.RESERVES, SensAvis.DEFAVORABLE):
        raise ActeRefuse("L’avis tacite est noté par la plateforme, le jour où le délai se termine.")
    if deliberation.sens == SensAvis.RESERVES and not deliberation.reserves.strip():
        raise ActeRefuse("Écrivez les réserves\u202f: un avis avec réserves dit lesquelles.")
    if deliberation.sens != SensAvis.RESERVES and deliberation.reserves:
        raise ActeRefuse(
            "Des réserves sont écrites\u202f: choisissez l’avis «\u202fFavorable avec réserves\u202f»."
        )
    if transmission.schema.etat not in (EtatSchema.TRANSMIS, EtatSchema.AVIS_RECUEILLIS):
        raise ActeRefuse("Le schéma est déjà approuvé\u202f: les avis sont clos.")
    if deliberation.date_reception > aujourd_hui:
        raise ActeRefuse("La date de réception de l’avis est dans le futur.")
    if deliberation.date_avis > deliberation.date_reception:
        raise ActeRefuse("La délibération ne peut pas être postérieure à sa réception.")
    envoi = timezone.localdate(transmission.envoye_le)
    if deliberation.date_avis < envoi:
        raise ActeRefuse(
            f"Le rapport a été envoyé le {date_moyenne(envoi)}\u202f: le conseil n’a pas pu se prononcer avant."
        )
