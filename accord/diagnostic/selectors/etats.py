"""Versions of the état arrêté, and who has signed them."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from accord.diagnostic.models import EtatArrete, SignatureEtat
from accord.diagnostic.secret import SEUIL


@dataclass(frozen=True)
class LigneSignature:
    """One collectivité and its sign-off, if any."""

    siren: str
    nom: str
    signature: SignatureEtat | None


@dataclass(frozen=True)
class VueEtat:
    """One version as its page shows it."""

    etat: EtatArrete
    comptes: tuple[tuple[str, int], ...]
    lignes: tuple[LigneSignature, ...]
    est_intact: bool

    @property
    def signees(self) -> int:
        return sum(ligne.signature is not None for ligne in self.lignes)


def contenu_communicable(etat: EtatArrete) -> dict[str, Any]:
    """The content without the groups of agents so small that they name people."""
    groupes = etat.contenu["effectifs"]
    gardes = [groupe for groupe in groupes if groupe["effectif"] >= SEUIL]
    return {**etat.contenu, "effectifs": gardes, "effectifs_masques": len(groupes) - len(gardes)}


def vue_etat(etat: EtatArrete) -> VueEtat:
    """The figures of the snapshot and its signatures (one query)."""
    contenu: dict[str, Any] = etat.contenu
    signatures = {
        s.collectivite.siren: s for s in etat.signatures.select_related("collectivite", "signe_par")
    }
    membres = [contenu["epci"], *contenu["communes"]]
    lignes = tuple(LigneSignature(m["siren"], m["nom"], signatures.get(m["siren"])) for m in membres)
    statuts = Counter(reponse["statut"] for reponse in contenu.get("reponses", ()))
    comptes = (
        ("Réponses transmises", statuts["transmise"] + statuts["validee"]),
        ("Services", len(contenu["services"])),
        ("Équipements", len(contenu["equipements"])),
        ("Contrats", len(contenu["contrats"])),
        ("Conventions", len(contenu["conventions"])),
    )
    return VueEtat(etat, comptes, lignes, etat.est_intact())
