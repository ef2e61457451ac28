"""What every generated document says of itself: title, body, version, date and hash."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.socle.interface.formats import date_moyenne

LONGUEUR_EMPREINTE_COURTE = 12


@dataclass(frozen=True)
class Entete:
    """Header data of a document; `empreinte` is the hash of the snapshot it was made from."""

    titre: str
    organisme: str
    date_document: date
    version: int
    empreinte: str
    sous_titre: str = ""
    mention: str = ""
    sommaire: bool = True
    couverture: bool = True

    def en_dict(self) -> dict[str, Any]:
        """Return the JSON form read by the house templates."""
        return {
            "titre": self.titre,
            "organisme": self.organisme,
            "sous_titre": self.sous_titre,
            "mention": self.mention,
            "version": f"version {self.version}",
            "date": [self.date_document.year, self.date_document.month, self.date_document.day],
            "date_texte": date_moyenne(self.date_document),
            "empreinte": self.empreinte,
            "empreinte_courte": self.empreinte[:LONGUEUR_EMPREINTE_COURTE],
            "sommaire": self.sommaire,
            "couverture": self.couverture,
        }
