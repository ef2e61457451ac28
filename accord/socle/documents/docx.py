"""DOCX by docxtpl: the template is a Word file that a lawyer can edit."""

import io
import zipfile
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from accord.socle.documents.caracteres import nettoyer, transformer
from accord.socle.documents.chemins import chemin_gabarit

_DATE_ZIP = (1980, 1, 1, 0, 0, 0)


class GabaritInvalide(ValueError):
    """The DOCX template cannot be used; the message says why, in French."""


def rendre_docx(gabarit: str, contexte: dict[str, Any]) -> bytes:
    """Fill the DOCX template « app/nom »; `contexte["entete"]` comes from `Entete.en_dict()`.

    Values are escaped and never read as a template: `{{`, `<` and `&` stay what they are.
    """
    document = _ouvrir(chemin_gabarit(gabarit, "docx"))
    donnees = transformer(contexte, nettoyer)
    try:
        document.render(donnees, jinja_env=_environnement(), autoescape=True)
    except TemplateError as erreur:
        raise GabaritInvalide(f"Le modèle « {gabarit} » ne peut pas être rempli : {erreur}") from erreur
    _dater(document.docx.core_properties, donnees["entete"])
    sortie = io.BytesIO()
    document.save(sortie)
    return figer_archive(sortie.getvalue())


def valider_gabarit_docx(fichier: str | Path | IO[bytes], champs_connus: set[str]) -> list[str]:
    """Return what is wrong with a template, one French sentence a problem; empty when usable."""
    try:
        champs = _ouvrir(fichier).get_undeclared_template_variables(jinja_env=_environnement())
    except TemplateError as erreur:
        return [f"Une balise du modèle est mal écrite : {erreur}"]
    except Exception:  # python-docx and zipfile raise many kinds on a file that is not a DOCX
        return ["Ce fichier n’est pas un document Word (.docx) lisible."]
    return [f"Le champ « {champ} » n’existe pas." for champ in sorted(champs - champs_connus)]


def figer_archive(contenu: bytes) -> bytes:
    """Rewrite a zip file with fixed dates, so that the same content always gives the same bytes."""
    sortie = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(contenu)) as source, zipfile.ZipFile(sortie, "w") as cible:
        for nom in source.namelist():
            entree = zipfile.ZipInfo(nom, date_time=_DATE_ZIP)
            entree.compress_type = zipfile.ZIP_DEFLATED
            cible.writestr(entree, source.read(nom))
    return sortie.getvalue()


def _ouvrir(fichier: str | Path | IO[bytes]) -> Any:
    from docxtpl import DocxTemplate  # slow import (numpy-like weight): only when a document is made

    document = DocxTemplate(fichier)
    document.init_docx()
    return document


@lru_cache(maxsize=1)
def _environnement() -> ImmutableSandboxedEnvironment:
    environnement = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environnement.filters["riche"] = _en_texte_riche
    return environnement


def _en_texte_riche(fragments: list[dict[str, Any]]) -> Any:
    """Jinja filter for `{{r bloc.fragments|riche }}`: bold and italic runs."""
    from docxtpl import RichText

    riche = RichText()
    for fragment in fragments:
        riche.add(fragment["texte"], bold=fragment["gras"], italic=fragment["italique"])
    return riche


def _dater(proprietes: Any, entete: dict[str, Any]) -> None:
    proprietes.title = entete["titre"][:255]
    proprietes.author = entete["organisme"][:255]
    proprietes.language = "fr-FR"
    annee, mois, jour = entete["date"]
    proprietes.created = proprietes.modified = datetime(annee, mois, jour, tzinfo=UTC)
    proprietes.last_modified_by = "Commun Accord"
    proprietes.revision = 1
