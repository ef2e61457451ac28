"""Answering with a workbook."""

from django.http import HttpResponse
from django.utils.text import slugify

from accord.diagnostic.exports import XLSX


def classeur(contenu: bytes, *nom: str) -> HttpResponse:
    """An attachment whose name says what it is."""
    reponse = HttpResponse(contenu, content_type=XLSX)
    reponse["Content-Disposition"] = f'attachment; filename="{slugify("-".join(nom))}.xlsx"'
    return reponse
