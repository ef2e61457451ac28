"""Who a mail is for: a person with an account, or a bare address (an invitation)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


class AvecCourriel(Protocol):
    """Anything with an address, such as a `Personne`."""

    email: str


@dataclass(frozen=True)
class Destinataire:
    """An address and the name to greet."""

    adresse: str
    nom: str = ""


def destinataires_de(qui: Iterable["AvecCourriel | Destinataire | str"]) -> list[Destinataire]:
    """Each address once, whatever its case, in the order given; those without address are left out."""
    vus: dict[str, Destinataire] = {}
    for un in qui:
        destinataire = _lire(un)
        if destinataire.adresse:
            vus.setdefault(destinataire.adresse, destinataire)
    return list(vus.values())


def _lire(un: "AvecCourriel | Destinataire | str") -> Destinataire:
    if isinstance(un, Destinataire):
        return Destinataire(un.adresse.strip().lower(), un.nom)
    if isinstance(un, str):
        return Destinataire(un.strip().lower())
    return Destinataire(un.email.strip().lower(), str(getattr(un, "nom_complet", "") or ""))
