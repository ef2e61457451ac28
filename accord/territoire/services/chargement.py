"""Loading the national reference data: whole, in bulk, as often as one wants."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import transaction

from accord.territoire.enums import NatureJuridique, TypeCollectivite
from accord.territoire.models import Appartenance, Appellation, Collectivite
from accord.territoire.recherche import cle_recherche
from accord.territoire.referentiel import (
    DATE_REFERENTIEL,
    MILLESIME,
    CommuneReference,
    EpciReference,
    lire_communes_isolees,
    lire_epci,
)

LOT = 2_000

CHAMPS_COMMUNE = [champ.name for champ in fields(CommuneReference) if champ.name != "nom"]
CHAMPS_EPCI = [
    champ.name for champ in fields(EpciReference) if champ.name not in ("nom", "nature", "communes")
]
CHAMPS_REPRIS = [
    "siren",
    "nature_juridique",
    "nom",
    "nom_recherche",
    "regime_fiscal",
    "departement",
    "population_municipale",
    "population_totale",
    "millesime",
    "latitude",
    "longitude",
]


@dataclass(frozen=True)
class BilanChargement:
    """What a load did; a second run creates and changes nothing."""

    creees: int
    modifiees: int
    appartenances_ouvertes: int
    conservees: int
    """Collectivités with a history recorded here (a rename, a commune nouvelle), which wins."""


@transaction.atomic
def charger_territoire(
    *,
    epci: Iterable[EpciReference] | None = None,
    communes_isolees: Iterable[CommuneReference] | None = None,
    date_referentiel: date = DATE_REFERENTIEL,
) -> BilanChargement:
    """Create or update every EPCI, commune and membership, matched by SIREN, else by code INSEE."""
    references = list(lire_epci() if epci is None else epci)
    isolees = list(lire_communes_isolees() if communes_isolees is None else communes_isolees)
    attendues = [_epci(ligne) for ligne in references]
    attendues += [_commune(ligne) for ligne in isolees]
    attendues += [_commune(membre) for ligne in references for membre in ligne.communes]
    creees, modifiees, conservees = _ecrire(attendues)
    ouvertes = _ouvrir_appartenances(references, date_referentiel)
    return BilanChargement(creees, modifiees, ouvertes, conservees)


def _epci(ligne: EpciReference) -> dict[str, Any]:
    return (
        _communs(ligne.nom)
        | {champ: getattr(ligne, champ) for champ in CHAMPS_EPCI}
        | {"type": TypeCollectivite.EPCI, "nature_juridique": ligne.nature}
    )


def _commune(ligne: CommuneReference) -> dict[str, Any]:
    return (
        _communs(ligne.nom)
        | {champ: getattr(ligne, champ) for champ in CHAMPS_COMMUNE}
        | {"type": TypeCollectivite.COMMUNE, "nature_juridique": NatureJuridique.COM}
    )


def _communs(nom: str) -> dict[str, Any]:
    """Values of both kinds; names are shown and printed with a typographic apostrophe."""
    return {
        "nom": _typographier(nom),
        "nom_recherche": cle_recherche(nom),
        "millesime": MILLESIME,
        "regime_fiscal": "",
        "latitude": None,
        "longitude": None,
    }


def _typographier(nom: str) -> str:
    """The source mixes straight and curved apostrophes."""
    return nom.replace("'", "’")


def _ecrire(attendues: list[dict[str, Any]]) -> tuple[int, int, int]:
    connues, vivantes = _index()
    renommees = set(Appellation.objects.values_list("collectivite_id", flat=True))
    nouvelles, changees, conservees = [], [], 0
    for valeurs in attendues:
        objet = connues.get(valeurs["siren"]) or vivantes.get(valeurs.get("code_insee"))
        if objet is None:
            nouvelles.append(Collectivite(**valeurs))
        elif objet.date_fin is not None or objet.pk in renommees:
            conservees += 1
        elif any(getattr(objet, champ) != valeurs[champ] for champ in CHAMPS_REPRIS):
            for champ in CHAMPS_REPRIS:
                setattr(objet, champ, valeurs[champ])
            changees.append(objet)
    Collectivite.objects.bulk_create(nouvelles, batch_size=LOT)
    Collectivite.objects.bulk_update(changees, CHAMPS_REPRIS, batch_size=200)
    return len(nouvelles), len(changees), conservees


def _index() -> tuple[dict[str | None, Collectivite], dict[str | None, Collectivite]]:
    """Known collectivités by SIREN; living communes by code INSEE (some have no SIREN, a new one may get it late)."""
    toutes = list(Collectivite.objects.all())
    connues: dict[str | None, Collectivite] = {objet.siren: objet for objet in toutes if objet.siren}
    vivantes: dict[str | None, Collectivite] = {
        objet.code_insee: objet for objet in toutes if objet.code_insee and objet.date_fin is None
    }
    return connues, vivantes


def _ouvrir_appartenances(references: list[EpciReference], depuis: date) -> int:
    """Open the memberships of communes that have none yet; a dated change made here is never overwritten."""
    connues = Collectivite.objects.filter(siren__isnull=False)
    par_siren: dict[str | None, int] = dict(connues.values_list("siren", "pk"))
    deja_suivies = set(Appartenance.objects.values_list("commune_id", flat=True))
    ouvertes = [
        Appartenance(commune_id=par_siren[membre.siren], epci_id=par_siren[ligne.siren], date_debut=depuis)
        for ligne in references
        for membre in ligne.communes
        if par_siren[membre.siren] not in deja_suivies
    ]
    Appartenance.objects.bulk_create(ouvertes, batch_size=LOT)
    return len(ouvertes)
