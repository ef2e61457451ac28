"""Documents: a template and a frozen context become a file, its hash and its version."""

from accord.socle.documents.balisage import Bloc, Fragment, en_html, lire_blocs
from accord.socle.documents.docx import GabaritInvalide, rendre_docx, valider_gabarit_docx
from accord.socle.documents.entete import Entete
from accord.socle.documents.pdf import rendre_pdf

__all__ = [
    "Bloc",
    "Entete",
    "Fragment",
    "GabaritInvalide",
    "en_html",
    "lire_blocs",
    "rendre_docx",
    "rendre_pdf",
    "valider_gabarit_docx",
]
