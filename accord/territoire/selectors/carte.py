"""The map of an EPCI as GeoJSON: contours, names, sizes and town halls of its communes."""

import functools
import hashlib
import json
from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from accord.socle.interface.formats import nombre
from accord.territoire.contours import contours_de_reference
from accord.territoire.geometrie import geojson
from accord.territoire.models import Contour
from accord.territoire.referentiel import MILLESIME
from accord.territoire.selectors.fiche import LigneCommune

FORMAT = 1
"""Raise it when the answer changes shape: browsers then fetch it again."""


def empreinte_carte(communes: Sequence[LigneCommune]) -> str:
    """Identifies the answer: reference vintage, members and their figures, local contours (one query)."""
    locaux = (
        Contour.objects.filter(collectivite__in=[ligne.pk for ligne in communes])
        .order_by("pk")
        .values_list("pk")
    )
    source = repr((FORMAT, MILLESIME, communes, list(locaux)))
    return hashlib.sha256(source.encode()).hexdigest()[:32]


def carte_epci(communes: Sequence[LigneCommune]) -> str:
    """A GeoJSON FeatureCollection; a commune without contour has a null geometry (one query)."""
    contours = Contour.objects.filter(collectivite__in=[ligne.pk for ligne in communes])
    locaux = contours.values_list("collectivite_id", "geojson")
    return _assembler(tuple(communes), tuple((pk, json.dumps(geometrie)) for pk, geometrie in locaux))


@functools.lru_cache(maxsize=64)
def _assembler(communes: tuple[LigneCommune, ...], contours_locaux: tuple[tuple[int, str], ...]) -> str:
    locaux = {pk: json.loads(geometrie) for pk, geometrie in contours_locaux}
    reference = contours_de_reference((ligne.departement, ligne.code_insee) for ligne in communes)
    features = [_feature(ligne, locaux.get(ligne.pk) or _geometrie(reference, ligne)) for ligne in communes]
    return json.dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
    )


def _geometrie(reference: dict, ligne: LigneCommune) -> dict | None:
    polygones = reference.get(ligne.code_insee)
    return geojson(polygones) if polygones else None


def _feature(ligne: LigneCommune, geometrie: dict | None) -> dict[str, Any]:
    mairie = [ligne.latitude, ligne.longitude] if ligne.latitude is not None else None
    return {
        "type": "Feature",
        "id": ligne.code_insee,
        "geometry": geometrie,
        "properties": {
            "nom": ligne.nom,
            "habitants": nombre(ligne.population_municipale),
            "taille": ligne.taille,
            "mairie": mairie,
            "url": reverse("territoire:commune-consulter", args=[ligne.code_insee]),
        },
    }
