"""What the kernel answers: a date, and everything needed to contest it."""

from dataclasses import dataclass
from datetime import date

from accord.noyaux.echeancier.ecriture import en_lettres
from accord.noyaux.echeancier.regles import Regle


@dataclass(frozen=True, slots=True)
class Explication:
    """How a date was obtained: starting point, delay, rules, and the reservations a reader must know."""

    base: str
    base_date: date
    delai: str
    article: str
    regles: tuple[Regle, ...]
    reserves: tuple[str, ...] = ()
    resultat: date | None = None

    @property
    def phrase(self) -> str:
        """« 15 mars 2026 (renouvellement général …) + 1 an = 15 mars 2027 (CGCT, L5211-39-1). »"""
        calcul = f"{en_lettres(self.base_date)} ({self.base})"
        if self.delai:
            calcul += f" {self.delai}"
        if self.resultat:
            calcul += f" = {en_lettres(self.resultat)}"
        return f"{calcul} ({self.article})."


@dataclass(frozen=True, slots=True)
class Echeance:
    """A date of the legal calendar. `nature`: « limite », « ouverture » or « repere » (a mere landmark)."""

    code: str
    libelle: str
    date: date
    nature: str
    famille: str
    explication: Explication
    motif_non_ouvre: str | None = None

    @property
    def article(self) -> str:
        return self.explication.article

    @property
    def verifie(self) -> bool:
        """True only when every rule used, starting point included, was read in the text."""
        return all(regle.entierement_verifiee for regle in self.explication.regles)

    @property
    def fiche(self) -> str:
        """Name of the page of docs/droit that tells the rule."""
        return self.explication.regles[0].fiche

    @property
    def cle(self) -> str:
        """Identifies one occurrence: the annual ones share a code."""
        return f"{self.code}-{self.date.isoformat()}"
