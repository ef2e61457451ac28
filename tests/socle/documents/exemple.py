"""The data of the specimen, shared by the tests of the engine."""

from datetime import date
from typing import Any

from accord.socle.documents import Entete, lire_blocs

EMPREINTE = "ab12" * 16


def donnees(texte: str = "Un **texte** simple.", lignes: int = 3, **entete: Any) -> dict[str, Any]:
    """Data of a specimen with one text and a table of `lignes` communes."""
    champs = {
        "titre": "Rapport d’essai",
        "organisme": "Val d’Accord",
        "date_document": date(2026, 11, 23),
        "version": 3,
        "empreinte": EMPREINTE,
    }
    return {
        "entete": Entete(**(champs | entete)).en_dict(),
        "blocs": lire_blocs(texte),
        "tableau": {
            "legende": "Montants par commune",
            "entetes": [["Commune", "Montant"]],
            "lignes": [[f"Commune {rang}", f"{rang} €"] for rang in range(1, lignes + 1)],
            "total": ["Total", "6 €"],
        },
    }
