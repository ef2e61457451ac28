"""Table of contents and frozen versions of the report."""

from dataclasses import dataclass
from datetime import datetime

from accord.schema.models import Schema, VersionRapport
from accord.schema.sommaire import section_type
from accord.socle.documents.models import DocumentGenere


@dataclass(frozen=True)
class LigneSection:
    """A section in the table of contents."""

    code: str
    titre: str
    tableau: bool
    est_personnalisee: bool
    a_completer: bool
    modifie_le: datetime | None
    modifie_par: str


def sommaire(schema: Schema) -> list[LigneSection]:
    """The table of contents with what remains to be written (one query)."""
    return [
        LigneSection(
            section.code,
            section.titre,
            bool(section_type(section.code).tableau),
            section.est_personnalisee,
            "À compléter" in section.contenu or not section.contenu.strip(),
            section.modifie_le,
            section.modifie_par.nom_complet if section.modifie_par else "",
        )
        for section in schema.sections.select_related("modifie_par")
    ]


@dataclass(frozen=True)
class VersionAffichee:
    """A frozen version and its files."""

    version: VersionRapport
    documents: tuple[DocumentGenere, ...]


def versions(schema: Schema) -> list[VersionAffichee]:
    """Frozen versions, last first, with their files (two queries)."""
    figees = list(schema.versions.select_related("fige_par").order_by("-version"))
    documents = DocumentGenere.objects.filter(
        sujet_type=VersionRapport._meta.label_lower, sujet_id__in=[str(v.pk) for v in figees]
    ).defer("contexte")
    par_version: dict[str, list[DocumentGenere]] = {}
    for document in documents:
        par_version.setdefault(document.sujet_id, []).append(document)
    return [VersionAffichee(v, tuple(par_version.get(str(v.pk), ()))) for v in figees]
