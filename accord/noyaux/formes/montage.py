"""What a legal form is checked against: who provides, who benefits, how it is paid."""

from __future__ import annotations

from dataclasses import dataclass

TYPES_PARTIE: dict[str, str] = {
    "epci_fp": "l’EPCI à fiscalité propre",
    "commune_membre": "commune membre",
    "etablissement_rattache": "établissement rattaché à une commune membre",
    "commune_exterieure": "commune extérieure à l’EPCI",
    "epci_exterieur": "autre EPCI",
    "syndicat": "syndicat",
}


@dataclass(frozen=True, slots=True)
class PartieForme:
    siren: str
    nom: str
    type: str


@dataclass(frozen=True, slots=True)
class Montage:
    """One service of a scenario, seen by a lawyer."""

    forme: str
    gestionnaire: PartieForme
    parties: tuple[PartieForme, ...]
    financement: str
    regime_fiscal: str
    avec_transfert_competence: bool = False
    communes_membres: frozenset[str] = frozenset()

    @property
    def toutes(self) -> tuple[PartieForme, ...]:
        autres = tuple(partie for partie in self.parties if partie.siren != self.gestionnaire.siren)
        return (self.gestionnaire, *autres)


@dataclass(frozen=True, slots=True)
class Refus:
    """Why the law refuses, and where it says so."""

    code: str
    raison: str
    article: str
    verifie: bool


@dataclass(frozen=True, slots=True)
class Direction:
    """Stored as (provider, beneficiary): the usual label is derived, for people use it both ways."""

    fournisseur: str
    beneficiaire: str

    @property
    def libelle(self) -> str:
        sens = {("commune_membre", "epci_fp"): "ascendante", ("epci_fp", "commune_membre"): "descendante"}
        return sens.get((self.fournisseur, self.beneficiaire), "horizontale")
