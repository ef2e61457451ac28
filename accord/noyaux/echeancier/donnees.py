"""What the calendar is computed from: the renewal, the territory, and the dates already known."""

from dataclasses import dataclass, fields
from datetime import date

PISTES = ("legale", "volontaire", "service_commun")


@dataclass(frozen=True, slots=True)
class Donnees:
    """Everything is optional except the renewal; each known date adds or sharpens deadlines.

    `piste`: « legale » (L5211-39-1 in full), « volontaire » (schéma at any time) or « service_commun »
    (no schéma). `cinq_jours_francs`: the council is called five clear days before instead of three.
    """

    renouvellement: date
    piste: str = "legale"
    departement: str | None = None
    cinq_jours_francs: bool = True
    regle_dob: str = "dob_fenetre_mois"
    envoi_pacte: date | None = None
    reception: date | None = None
    approbation: date | None = None
    seances_conseil: tuple[date, ...] = ()
    seances_cst: tuple[date, ...] = ()
    cst_en_urgence: bool = False
    avis_unanimes_defavorables: tuple[date, ...] = ()
    signatures: tuple[date, ...] = ()
    transferts: tuple[date, ...] = ()
    budgets: tuple[date, ...] = ()
    dob: date | None = None

    def dates_connues(self) -> list[date]:
        """Every date given, whatever it is the date of."""
        connues: list[date] = []
        for champ in fields(self):
            valeur = getattr(self, champ.name)
            if isinstance(valeur, date):
                connues.append(valeur)
            elif isinstance(valeur, tuple):
                connues += valeur
        return connues

    def __post_init__(self) -> None:
        if self.piste not in PISTES:
            raise ValueError(f"Piste inconnue : {self.piste}")
