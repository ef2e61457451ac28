"""The doors of the schéma: what the actor does not see does not exist (404)."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.http import Http404

from accord.demarche.models import Demarche
from accord.schema.models import Schema, SectionRapport, Transmission, VersionRapport
from accord.socle.documents.models import FormatDocument
from accord.socle.droits import Acteur

M = TypeVar("M", Schema, SectionRapport, Transmission, VersionRapport)


def porte_schema(acteur: Acteur, slug: str) -> Schema:
    """The schéma of a visible démarche. Raises Http404."""
    return _un(Schema.objects.visibles_par(acteur).avec_contexte().filter(demarche__slug=slug))


def porte_section(acteur: Acteur, slug: str, code: str) -> SectionRapport:
    """A section of a visible report. Raises Http404."""
    sections = SectionRapport.objects.filter(schema__in=Schema.objects.visibles_par(acteur))
    return _un(
        sections.select_related("schema__demarche__epci", "schema__scenario_retenu", "modifie_par")
        .defer("schema__scenario_retenu__contenu")
        .filter(schema__demarche__slug=slug, code=code)
    )


@dataclass(frozen=True)
class Telechargement:
    """A frozen version in one format."""

    version: VersionRapport
    format: FormatDocument

    @property
    def demarche(self) -> Demarche:
        return self.version.schema.demarche


@dataclass(frozen=True)
class ServiceRetenu:
    """A pooled service of the retained scenario, as its snapshot tells it."""

    schema: Schema
    contenu: dict[str, Any]

    @property
    def demarche(self) -> Demarche:
        return self.schema.demarche


@dataclass(frozen=True)
class PieceJointe:
    """A paper joined to the circuit of one commune, or to the approval."""

    schema: Schema
    fichier: FieldFile
    nom: str

    @property
    def demarche(self) -> Demarche:
        return self.schema.demarche


def porte_telechargement(acteur: Acteur, slug: str, version: int, format: str) -> Telechargement:
    """A frozen version of a visible report, in a format that exists. Raises Http404."""
    if format not in FormatDocument.values:
        raise Http404("Format inconnu")
    versions = VersionRapport.objects.filter(schema__in=Schema.objects.visibles_par(acteur))
    figee = _un(
        versions.select_related("schema__demarche__epci").filter(schema__demarche__slug=slug, version=version)
    )
    return Telechargement(figee, FormatDocument(format))


def porte_service(acteur: Acteur, slug: str, code: str) -> ServiceRetenu:
    """A service commun of the retained scenario. Raises Http404."""
    schema = porte_schema(acteur, slug)
    for service in schema.scenario_retenu.contenu["services"]:
        if service["code"] == code and service["forme"] == "service_commun":
            return ServiceRetenu(schema, service)
    raise Http404("Ce service n’est pas un service commun du scénario retenu")


def porte_piece(acteur: Acteur, slug: str, siren: str, genre: str) -> PieceJointe:
    """The proof of receipt (« reception ») or the délibération (« avis ») of a commune. Raises Http404."""
    transmission = porte_transmission(acteur, slug, siren)
    avis = getattr(transmission, "avis", None)
    fichiers = {"reception": transmission.preuve_fichier, "avis": avis.piece if avis else None}
    fichier = fichiers.get(genre)
    if not fichier:
        raise Http404("Aucune pièce")
    return PieceJointe(transmission.schema, fichier, f"{genre}-{siren}{PurePath(str(fichier.name)).suffix}")


def porte_transmission(acteur: Acteur, slug: str, siren: str) -> Transmission:
    """What was sent to one commune. Raises Http404."""
    return _un(
        Transmission.objects.visibles_par(acteur)
        .avec_contexte()
        .filter(schema__demarche__slug=slug, collectivite__siren=siren)
    )


def _un(visibles: QuerySet[M]) -> M:
    objet = visibles.first()
    if objet is None:
        raise Http404("Introuvable")
    return objet
