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


GABARITS: dict[str, tuple[Callable[[], Any], str]] = {
    "specimen": (specimen, "socle/documents/gabarits/specimen.docx"),
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
