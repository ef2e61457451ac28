"""Opening a démarche: the démarche, its eight repères, its instances, the communes to invite."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from accord.comptes.enums import Role
from accord.demarche.enums import Piste, Repere, TypeInstance
from accord.demarche.models import Demarche, EtatRepere, Instance, Invitation
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite


@dataclass(frozen=True)
class InstanceProposee:
    """An instance to create with the démarche."""

    type: str
    nom: str
    mission: str = ""


INSTANCES_PAR_DEFAUT = (
    InstanceProposee(
        TypeInstance.COMITE_PILOTAGE,
        "Comité de pilotage politique",
        "Porte le sens de la démarche, arbitre et décide des orientations.",
    ),
    InstanceProposee(
        TypeInstance.COMITE_SUIVI,
        "Comité de suivi administratif",
        "Directions et secrétariats de mairie\u202f: prépare les arbitrages et suit le calendrier.",
    ),
    InstanceProposee(
        TypeInstance.CONFERENCE_MAIRES,
        "Conférence des maires",
        "Coordonne l’intercommunalité et toutes les communes.",
    ),
    InstanceProposee(
        TypeInstance.GROUPE_TRAVAIL,
        "Groupe transversal ressources humaines",
        "Réunit les employeurs autour des agents, du dialogue social et des fiches d’impact.",
    ),
    InstanceProposee(
        TypeInstance.GROUPE_TRAVAIL,
        "Groupe transversal finances",
        "Réunit les employeurs autour des coûts, des clés de répartition et du pacte financier.",
    ),
)


@transaction.atomic
def ouvrir_demarche(
    *,
    epci: Collectivite,
    date_renouvellement: date,
    acteur: Acteur | None,
    le: datetime,
    piste: str = Piste.LEGALE,
    nom: str = "",
    instances: Sequence[InstanceProposee] = INSTANCES_PAR_DEFAUT,
    est_demonstration: bool = False,
) -> Demarche:
    """Create the démarche whole: eight repères, its instances, one invitation proposed for each commune."""
    demarche = Demarche(
        epci=epci,
        slug=_slug_libre(epci, le.year),
        nom=nom or f"Mutualisation de {epci.nom}",
        piste=piste,
        date_renouvellement=date_renouvellement,
        est_demonstration=est_demonstration,
        cree_par_id=acteur.personne_id if acteur else None,
        cree_le=le,
    )
    demarche.full_clean()
    demarche.save()
    EtatRepere.objects.bulk_create(EtatRepere(demarche=demarche, repere=repere) for repere in Repere)
    Instance.objects.bulk_create(
        Instance(demarche=demarche, type=proposee.type, nom=proposee.nom, mission=proposee.mission)
        for proposee in instances
    )
    Invitation.objects.bulk_create(
        Invitation(demarche=demarche, collectivite_id=commune.pk, role=Role.SECRETAIRE)
        for commune in demarche.communes(timezone.localdate(le))
    )
    consigner(
        acteur=acteur,
        code="demarche.ouverte",
        objet=demarche,
        le=le,
        epci=epci.nom,
        piste=demarche.get_piste_display(),
    )
    return demarche


def _slug_libre(epci: Collectivite, annee: int) -> str:
    """« brest-metropole-2026 », numbered when it is taken. Always ends with a figure: no clash with a page."""
    base = f"{slugify(epci.nom)[:100]}-{annee}"
    pris = set(Demarche.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    rang, slug = 1, base
    while slug in pris:
        rang += 1
        slug = f"{base}-{rang}"
    return slug
