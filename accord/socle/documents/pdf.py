"""PDF by Typst: tagged (PDF/UA-1), in French, same bytes for the same data on every machine."""

import json
from typing import Any

import typst

from accord.socle.documents.caracteres import nettoyer, rendre_affichable, transformer
from accord.socle.documents.chemins import RACINE, chemin_gabarit


def rendre_pdf(gabarit: str, donnees: dict[str, Any]) -> bytes:
    """Render the Typst template « app/nom » with data; `donnees["entete"]` comes from `Entete.en_dict()`.

    Data travel as JSON: whatever a person typed (`#eval`, `*`, `<`) remains text.
    """
    propres = rendre_affichable(transformer(donnees, nettoyer))
    contenu = typst.compile(
        str(chemin_gabarit(gabarit, "typ")),
        root=str(RACINE),
        sys_inputs={"donnees": json.dumps(propres, ensure_ascii=False, default=str)},
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        timestamp=0,
    )
    if not isinstance(contenu, bytes):
        raise TypeError("Typst did not return one PDF file.")
    return contenu
