"""Build the first version of the Word templates: `python scripts/gabarits_word.py [specimen …]`.

Run it only to start again from the house style: once a lawyer has edited a template, the `.docx`
is the master.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from accord.socle.documents import maison_docx as maison
from accord.socle.documents.chemins import RACINE
from accord.socle.documents.docx import figer_archive


def specimen() -> Any:
    document = maison.document_maison()
    maison.couverture(document)
    document.add_heading("Textes", 1)
    maison.blocs(document, "blocs")
    document.add_heading("Tableau", 1)
    document.add_paragraph("{{ tableau.legende }}", style="Discret")
    maison.tableau(
        document, ["Commune", "Montant"], "for l in tableau.lignes", ["{{ l[0] }}", "{{ l[1] }}"], [10, 4]
    )
    return document


def rapport() -> Any:
    """Report on pooling: sections, then the tables and sheets that the platform adds."""
    document = maison.document_maison()
    maison.couverture(document)
    document.add_page_break()
    maison.sommaire(document, "for s in sections", "{{ loop.index }}. {{ s.titre }}")
    document.add_page_break()
    maison.balise(document, "for s in sections")
    document.add_heading("{{ loop.index }}. {{ s.titre }}", 1)
    maison.blocs(document, "s.blocs")
    maison.tableaux_libres(document, "s.tableaux")
    maison.balise(document, "for f in s.fiches")
    document.add_heading("{{ f.titre }}", 2)
    maison.tableau(
        document,
        ["Rubrique", "Contenu"],
        "for l in f.lignes",
        ["{{ l[0] }}", "{{ l[1] }}"],
        [4.5, 11.5],
        chiffres=False,
    )
    maison.balise(document, "endfor")
    maison.balise(document, "endfor")
    return document


def convention() -> Any:
    """Convention de service commun: articles, then the forecast contributions."""
    document = maison.document_maison()
    maison.couverture(document)
    document.add_page_break()
    maison.balise(document, "for a in articles")
    document.add_heading("Article {{ loop.index }}. {{ a.titre }}", 2)
    maison.blocs(document, "a.blocs")
    maison.balise(document, "endfor")
    document.add_heading("Annexe : contributions prévisionnelles", 1)
    maison.tableaux_libres(document, "annexes")
    return document


GABARITS: dict[str, tuple[Callable[[], Any], str]] = {
    "specimen": (specimen, "socle/documents/gabarits/specimen.docx"),
    "rapport": (rapport, "schema/gabarits/rapport.docx"),
    "convention": (convention, "schema/gabarits/convention.docx"),
}


def main(noms: list[str]) -> None:
    for nom in noms or list(GABARITS):
        fabriquer, chemin = GABARITS[nom]
        cible = RACINE / chemin
        fabriquer().save(cible)
        cible.write_bytes(figer_archive(cible.read_bytes()))
        print(f"{nom} : {cible}")


if __name__ == "__main__":
    main(sys.argv[1:])
