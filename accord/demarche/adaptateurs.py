"""From the démarche to the legal calendar kernel, and back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accord.demarche.enums import NatureJalon
from accord.demarche.models import Demarche, Jalon
from accord.noyaux.echeancier import (
    Calculateur,
    DateHorsCalendrier,
    Donnees,
    Echeance,
    Regle,
    calendrier,
    referentiel,
    renouvellement_par_defaut,
)
from accord.noyaux.echeancier.familles.conseil import cinq_jours_francs
from accord.noyaux.echeancier.familles.schema import avis_tacite

EcheanceLegale = Echeance
"""The kernel's deadline, named here for the readers above."""

__all__ = [
    "BaseCalendrier",
    "DateHorsCalendrier",
    "EcheanceLegale",
    "base_de",
    "base_par_defaut",
    "bases_possibles",
    "date_avis_tacite",
    "donnees_de",
    "echeances_d_un_projet",
    "echeances_legales",
    "regle_de",
    "regles_du_calendrier",
]


@dataclass(frozen=True)
class BaseCalendrier:
    """A possible base date of the calendar, with what the reader must know to choose."""

    jour: date
    libelle: str
    remarque: str


def bases_possibles() -> list[BaseCalendrier]:
    """The two rounds of the last general renewal, the prudent one first."""
    regles = [
        referentiel().regle(code) for code in ("renouvellement_premier_tour", "renouvellement_second_tour")
    ]
    return [BaseCalendrier(regle.jour, regle.libelle, regle.remarque) for regle in regles]


def base_par_defaut() -> date:
    """The base date proposed when nobody chose."""
    return renouvellement_par_defaut()


def echeances_legales(demarche: Demarche, jalons: Iterable[Jalon]) -> tuple[Echeance, ...]:
    """Every legal deadline of the démarche, from the dates it knows (one query: the populations).

    Raises DateHorsCalendrier (a ValueError) when a date is out of range.
    """
    return calendrier(donnees_de(demarche, jalons))


def echeances_d_un_projet(piste: str, date_renouvellement: date, departement: str) -> tuple[Echeance, ...]:
    """The calendar shown by the wizard, before the démarche exists."""
    return calendrier(Donnees(date_renouvellement, piste=piste, departement=departement))


def regle_de(code: str) -> Regle | None:
    """The reference row of a rule, in its newest version; None when there is none."""
    return referentiel().regle(code) if any(regle.code == code for regle in referentiel().regles) else None


def regles_du_calendrier() -> list[Regle]:
    """Every reference row, by article then code."""
    return sorted(referentiel().regles, key=lambda regle: (regle.article, regle.code))


def base_de(regle: Regle) -> str:
    """What the delay of a rule starts from, in words."""
    return referentiel().bases[regle.base]


def date_avis_tacite(reception: date) -> date:
    """The day on which the silence of a commune that received the report becomes a favourable opinion."""
    return avis_tacite(Calculateur(referentiel()), reception).date


def donnees_de(demarche: Demarche, jalons: Iterable[Jalon]) -> Donnees:
    """The kernel's data: settings of the démarche and dates known to the territory."""
    connues: dict[str, list[date]] = defaultdict(list)
    for jalon in jalons:
        connues[jalon.nature].append(jalon.date_jalon)
    populations = tuple(demarche.communes().values_list("population_municipale", flat=True))
    return Donnees(
        renouvellement=demarche.date_renouvellement,
        piste=demarche.piste,
        departement=demarche.epci.departement or None,
        cinq_jours_francs=cinq_jours_francs(Calculateur(referentiel()), populations),
        regle_dob=demarche.fenetre_dob,
        dob=demarche.date_dob,
        envoi_pacte=_derniere(connues[NatureJalon.ENVOI_PACTE]),
        reception=_derniere(connues[NatureJalon.RECEPTION_RAPPORT]),
        approbation=_derniere(connues[NatureJalon.APPROBATION]),
        seances_conseil=tuple(connues[NatureJalon.SEANCE_CONSEIL]),
        seances_cst=tuple(connues[NatureJalon.SEANCE_CST]),
        avis_unanimes_defavorables=tuple(connues[NatureJalon.REFUS_CST]),
        signatures=tuple(connues[NatureJalon.SIGNATURE]),
        transferts=tuple(connues[NatureJalon.TRANSFERT]),
        budgets=tuple(connues[NatureJalon.BUDGET]),
    )


def _derniere(dates: list[date]) -> date | None:
    """Several communes may receive on several days: the last one governs the whole."""
    return max(dates, default=None)
