"""First draft of the convention of a service commun, in Word, filled from the retained scenario."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Any

import yaml
from django.utils import timezone

from accord.schema.models import Schema
from accord.schema.presentation import communes_adherentes, fiches_services, tableau_contributions
from accord.socle.documents import Entete, lire_blocs
from accord.socle.documents.models import DocumentGenere, FormatDocument
from accord.socle.documents.services import generer_document
from accord.socle.droits import Acteur
from accord.socle.interface.formats import nombre
from accord.socle.journal.services import consigner

_ARTICLES = Path(__file__).parents[1] / "donnees" / "convention.yaml"
MENTION = (
    "Projet à relire et à compléter\u202f: les passages «\u202f[à préciser]\u202f» relèvent "
    "des parties et de leur conseil."
)


def generer_convention(
    *, schema: Schema, service: dict[str, Any], acteur: Acteur, le: datetime
) -> DocumentGenere:
    """Make the draft, or return the one already made from the same scenario the same day."""
    document = generer_document(
        sujet=schema,
        genre=f"schema.convention.{service['code']}"[:60],
        gabarit="schema/convention",
        contexte=contexte_convention(schema, service, le),
        nom=f"convention-{service['code']}-{schema.demarche.slug}"[:140],
        le=le,
        acteur=acteur,
        format=FormatDocument.DOCX,
    )
    if document.genere_le == le:
        consigner(
            acteur=acteur, code="schema.convention_generee", objet=schema, le=le, service=service["libelle"]
        )
    return document


def contexte_convention(schema: Schema, service: dict[str, Any], le: datetime) -> dict[str, Any]:
    """Articles filled from the scenario, and the forecast contributions as an annex."""
    retenu = schema.scenario_retenu
    contenu = retenu.contenu
    entete = Entete(
        titre=f"Convention de service commun\u202f: {service['libelle']}",
        sous_titre="Article L5211-4-2 du code général des collectivités territoriales",
        organisme=contenu["epci"]["nom"],
        date_document=timezone.localdate(le),
        version=retenu.version,
        empreinte=retenu.empreinte,
        mention=MENTION,
    )
    seul = {
        **contenu,
        "services": [service],
        "contributions": [c for c in contenu["contributions"] if c["code"] == service["code"]],
    }
    valeurs = _valeurs(contenu, service)
    return {
        "entete": entete.en_dict(),
        "articles": [
            {
                "titre": article["titre"],
                "blocs": lire_blocs(Template(article["texte"]).safe_substitute(valeurs)),
            }
            for article in articles()
        ],
        "annexes": [tableau_contributions(seul)],
    }


@lru_cache(maxsize=1)
def articles() -> tuple[dict[str, str], ...]:
    """The clauses, in order."""
    return tuple(yaml.safe_load(_ARTICLES.read_text(encoding="utf-8")))


def _valeurs(contenu: dict[str, Any], service: dict[str, Any]) -> dict[str, str]:
    fiche = dict(fiches_services({**contenu, "services": [service]})[0].lignes)
    return {
        "epci": contenu["epci"]["nom"],
        "service": service["libelle"],
        "communes": ", ".join(communes_adherentes(contenu, service)),
        "gestionnaire": service["gestionnaire"]["nom"],
        "etp": nombre(service["etp_cible"], 2),
        "adhesions": fiche["Adhésions"],
        "couts": fiche["Coût annuel"],
        "cle": service["cle_libelle"],
        "financement": fiche["Financement"].lower(),
    }
