"""What a check answers: accepted rows, refusals in French, control totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from accord.diagnostic.classeur.valeurs.anomalies import Raison


@dataclass(frozen=True)
class Refus:
    """A refused cell, and what to do about it."""

    feuille: str
    ligne: int
    colonne: str
    raison: Raison
    valeur: str = ""
    message: str = ""

    def en_json(self) -> dict[str, object]:
        """The four keys of the exchange format."""
        return {
            "feuille": self.feuille,
            "ligne": self.ligne,
            "colonne": self.colonne,
            "raison": self.raison.value,
        }


@dataclass(frozen=True)
class FeuilleControlee:
    """A sheet once checked: values by column, and which rows are accepted."""

    nom: str
    numeros: list[int]
    """Line of the file of each row."""
    valeurs: dict[str, list[object]]
    acceptees: list[int]
    """Positions of the accepted rows."""
    refusees: int

    def colonne(self, code: str) -> list[object]:
        """Accepted values of a column."""
        valeurs = self.valeurs[code]
        return valeurs if len(self.acceptees) == len(valeurs) else [valeurs[i] for i in self.acceptees]

    def lignes(self) -> Iterator[dict[str, object]]:
        """Accepted rows, one dictionary each."""
        codes = list(self.valeurs)
        for valeurs in zip(*(self.colonne(code) for code in codes), strict=True):
            yield dict(zip(codes, valeurs, strict=True))


@dataclass(frozen=True)
class Totaux:
    """Control totals of the accepted rows."""

    etp_agents: Decimal
    etp_services: Decimal
    cout_direct_centimes: int
    contrats_montant_centimes: int

    def en_json(self) -> dict[str, int | float]:
        """Plain numbers: ETP to the hundredth, euros."""
        return {
            "etp_agents": _nombre(self.etp_agents),
            "etp_services": _nombre(self.etp_services),
            "cout_direct": _nombre(Decimal(self.cout_direct_centimes) / 100),
            "contrats_montant": _nombre(Decimal(self.contrats_montant_centimes) / 100),
        }


def _nombre(valeur: Decimal) -> int | float:
    arrondi = round(valeur, 2)
    return int(arrondi) if arrondi == arrondi.to_integral_value() else float(arrondi)


@dataclass(frozen=True)
class Rapport:
    """The whole answer."""

    siren_epci: str
    nom_epci: str
    feuilles: Mapping[str, FeuilleControlee]
    refus: tuple[Refus, ...]
    totaux: Totaux
    observations: tuple[str, ...] = field(default=())
    """What was understood, ignored or looks odd: never a refusal."""

    @property
    def acceptees(self) -> int:
        """Rows accepted in all."""
        return sum(len(f.acceptees) for f in self.feuilles.values())

    @property
    def refusees(self) -> int:
        """Rows refused in all."""
        return sum(f.refusees for f in self.feuilles.values())

    def en_json(self) -> dict[str, object]:
        """The exchange format of `accord verifier-diagnostic --json`."""
        return {
            "epci": self.siren_epci,
            "feuilles": {
                nom: {"acceptees": len(f.acceptees), "refusees": f.refusees}
                for nom, f in self.feuilles.items()
            },
            "refus": [refus.en_json() for refus in self.refus],
            "totaux": self.totaux.en_json(),
        }
