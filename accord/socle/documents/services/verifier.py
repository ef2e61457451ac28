"""Check that a stored document is still the one that was made."""

import hashlib
from dataclasses import dataclass

from accord.socle.documents.models import DocumentGenere
from accord.socle.instantanes import empreinte_de


@dataclass(frozen=True)
class Verification:
    """What the check found; `raisons` are French sentences, empty when all holds."""

    raisons: tuple[str, ...]

    @property
    def intact(self) -> bool:
        return not self.raisons


def verifier_document(document: DocumentGenere) -> Verification:
    """Compare the file and the frozen data with the hashes written when the document was made."""
    raisons = []
    try:
        with document.fichier.open("rb") as fichier:
            empreinte = hashlib.file_digest(fichier, "sha256").hexdigest()
    except FileNotFoundError:
        raisons.append("Le fichier n’est plus dans le stockage.")
    else:
        if empreinte != document.empreinte:
            raisons.append("Le fichier a été modifié depuis sa génération.")
    if empreinte_de(document.contexte) != document.empreinte_contexte:
        raisons.append("Les données figées ont été modifiées depuis la génération.")
    return Verification(tuple(raisons))
