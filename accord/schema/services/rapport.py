"""Freeze the report: texts, tables and scenario become one hashed version, with its PDF and its DOCX."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accord.schema.enums import EtatSchema
from accord.schema.erreurs import ActeRefuse
from accord.schema.models import Schema, VersionRapport
from accord.schema.presentation import sections_presentees
from accord.schema.services.etapes import faire_passer, verrouiller
from accord.socle.documents import Entete
from accord.socle.documents.models import DocumentGenere, FormatDocument
from accord.socle.documents.services import generer_document
from accord.socle.droits import Acteur
from accord.socle.instantanes import empreinte_de
from accord.socle.journal.services import consigner

GENRE_RAPPORT = "schema.rapport"
ANNEES_PAR_TABLEAU = {FormatDocument.PDF: 3, FormatDocument.DOCX: 2}
MENTION_DEMONSTRATION = "Données fictives de démonstration\u202f: ce document n’engage aucune collectivité."


def figer_rapport(*, schema: Schema, acteur: Acteur, le: datetime) -> VersionRapport:
    """Freeze the report as it is and make its documents; the same content gives back the same version."""
    version = _figer(schema, acteur, le)
    for format in FormatDocument:
        produire_document(version=version, format=format, acteur=acteur, le=le)
    return version


def produire_document(
    *, version: VersionRapport, format: FormatDocument, acteur: Acteur | None, le: datetime
) -> DocumentGenere:
    """Make the file of a version, or return the one already made."""
    return generer_document(
        sujet=version,
        genre=GENRE_RAPPORT,
        gabarit="schema/rapport",
        contexte=contexte_rapport(version, ANNEES_PAR_TABLEAU[format]),
        nom=f"rapport-mutualisations-{version.schema.demarche.slug}-v{version.version}"[:140],
        le=le,
        acteur=acteur,
        format=format,
    )


def contexte_rapport(version: VersionRapport, annees_par_tableau: int) -> dict[str, Any]:
    """What the templates receive: only frozen data."""
    contenu = version.contenu
    entete = Entete(
        titre="Rapport relatif aux mutualisations de services et projet de schéma",
        sous_titre="Article L5211-39-1 du code général des collectivités territoriales"
        if contenu["demarche"]["piste"] == "legale"
        else "Schéma volontaire de mutualisation",
        organisme=contenu["scenario_retenu"]["contenu"]["epci"]["nom"],
        date_document=timezone.localdate(version.fige_le),
        version=version.version,
        empreinte=version.empreinte,
        mention=MENTION_DEMONSTRATION if contenu["demarche"]["est_demonstration"] else "",
    )
    return {"entete": entete.en_dict(), "sections": sections_presentees(contenu, annees_par_tableau)}


@transaction.atomic
def _figer(schema: Schema, acteur: Acteur, le: datetime) -> VersionRapport:
    schema = verrouiller(schema)
    if not schema.est_redigeable:
        raise ActeRefuse(
            f"Le schéma est «\u202f{schema.get_etat_display()}\u202f»\u202f: il n’y a plus de "
            "nouvelle version à figer."
        )
    contenu = _contenu(schema, le)
    derniere = schema.versions.last()
    if derniere and derniere.empreinte == empreinte_de(contenu):
        version = derniere
    else:
        version = VersionRapport.objects.create(
            schema=schema,
            version=derniere.version + 1 if derniere else 1,
            contenu=contenu,
            fige_le=le,
            fige_par_id=acteur.personne_id,
        )
        consigner(
            acteur=acteur,
            code="schema.rapport_fige",
            objet=version,
            le=le,
            version=version.version,
            empreinte=version.empreinte,
        )
    if schema.etat == EtatSchema.REDACTION:
        faire_passer(schema, EtatSchema.RAPPORT_FIGE)
    return version


def _contenu(schema: Schema, le: datetime) -> dict[str, Any]:
    """Everything the report is made of, as plain JSON."""
    demarche, retenu = schema.demarche, schema.scenario_retenu
    return {
        "format": "accord/rapport/1",
        "demarche": {
            "nom": demarche.nom,
            "piste": demarche.piste,
            "est_demonstration": demarche.est_demonstration,
        },
        "scenario_retenu": {
            "version": retenu.version,
            "empreinte": retenu.empreinte,
            "contenu": retenu.contenu,
        },
        "communes": [
            {
                "siren": commune.siren,
                "code_insee": commune.code_insee,
                "nom": commune.nom,
                "population_municipale": commune.population_municipale,
            }
            for commune in demarche.communes(timezone.localdate(le))
        ],
        "sections": list(schema.sections.values("code", "titre", "contenu")),
    }
