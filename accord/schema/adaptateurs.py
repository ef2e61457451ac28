"""The only place where the schéma speaks to the kernels: the legal day of a tacit opinion."""

from dataclasses import dataclass
from datetime import date

from accord.noyaux.echeancier import Calculateur, referentiel
from accord.noyaux.echeancier.familles.schema import avis_tacite
from accord.schema.models import Schema


@dataclass(frozen=True)
class EcheanceAvis:
    """The day a silence becomes a favourable opinion, and how it was obtained."""

    date: date
    phrase: str
    article: str
    verifie: bool
    reserves: tuple[str, ...]


def echeance_avis(schema: Schema, date_reception: date) -> EcheanceAvis:
    """The end of the delay that runs from the receipt by one commune."""
    calculateur = Calculateur(referentiel(), schema.demarche.epci.departement)
    echeance = avis_tacite(calculateur, date_reception)
    return EcheanceAvis(
        echeance.date,
        echeance.explication.phrase,
        echeance.article,
        echeance.verifie,
        echeance.explication.reserves,
    )
