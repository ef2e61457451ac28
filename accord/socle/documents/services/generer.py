"""Make a document from frozen data, once: the same data give back the same document."""

import hashlib
import json
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction

from accord.socle.documents.caracteres import nettoyer, transformer
from accord.socle.documents.docx import rendre_docx
from accord.socle.documents.models import DocumentGenere, FormatDocument
from accord.socle.documents.pdf import rendre_pdf
from accord.socle.droits import Acteur
from accord.socle.instantanes import empreinte_de


def generer_document(
    *,
    sujet: models.Model,
    genre: str,
    gabarit: str,
    contexte: dict[str, Any],
    nom: str,
    le: datetime,
    acteur: Acteur | None = None,
    format: FormatDocument = FormatDocument.PDF,
) -> DocumentGenere:
    """Render « app/nom » with `contexte` (which holds `entete`), store the file and return its record.

    Idempotent: the same subject, kind, format and data return the document already made. `contexte` is
    plain JSON without floats (dataclasses accepted); `nom` is the file name without its extension.
    """
    fige = _figer(contexte)
    empreinte_contexte = empreinte_de(fige)
    cle = {"genre": genre, "format": format, "empreinte_contexte": empreinte_contexte}
    if existant := DocumentGenere.objects.du_sujet(sujet).filter(**cle).first():
        return existant
    contenu = rendre_docx(gabarit, fige) if format == FormatDocument.DOCX else rendre_pdf(gabarit, fige)
    empreinte = hashlib.sha256(contenu).hexdigest()
    with transaction.atomic():
        document, _ = DocumentGenere.objects.get_or_create(
            sujet_type=sujet._meta.label_lower,
            sujet_id=str(sujet.pk),
            **cle,
            defaults={
                "version": _version_suivante(sujet, genre, format),
                "gabarit": gabarit,
                "nom": f"{nom}.{format.value}",
                "fichier": _ranger(contenu, empreinte, format),
                "type_mime": format.type_mime,
                "taille_octets": len(contenu),
                "empreinte": empreinte,
                "contexte": fige,
                "genere_le": le,
                "genere_par_id": acteur.personne_id if acteur else None,
            },
        )
    return document


def _figer(contexte: dict[str, Any]) -> dict[str, Any]:
    """Return the context as it will be stored: JSON types only."""
    resultat: dict[str, Any] = json.loads(json.dumps(transformer(contexte, nettoyer), ensure_ascii=False))
    return resultat


def _version_suivante(sujet: models.Model, genre: str, format: FormatDocument) -> int:
    documents = DocumentGenere.objects.du_sujet(sujet).filter(genre=genre, format=format)
    return (documents.aggregate(plus_haute=models.Max("version"))["plus_haute"] or 0) + 1


def _ranger(contenu: bytes, empreinte: str, format: FormatDocument) -> str:
    """Store the file under its own hash: the same bytes are kept once."""
    chemin = f"documents/{empreinte[:2]}/{empreinte}.{format.value}"
    if default_storage.exists(chemin):
        return chemin
    return default_storage.save(chemin, ContentFile(contenu))
