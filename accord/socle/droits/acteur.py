"""The person who acts, in the one capacity he or she has chosen for this request."""

from dataclasses import dataclass
from datetime import date

TOUS_CHAMPS = "*"


@dataclass(frozen=True)
class Acteur:
    """A person acting for one collectivité, in one role, at one date. Built once a request, never changed.

    `epci_id` is the EPCI à fiscalité propre of the current collectivité (itself if it is one).
    `competences` holds the champs de compétence covered; empty means none, `TOUS_CHAMPS` means every one.
    """

    le: date
    personne_id: int | None = None
    nom: str = ""
    habilitation_id: int | None = None
    collectivite_id: int | None = None
    collectivite_nom: str = ""
    role: str = ""
    role_libelle: str = ""
    epci_id: int | None = None
    competences: frozenset[str] = frozenset()

    @property
    def est_anonyme(self) -> bool:
        return self.personne_id is None

    @property
    def est_epci(self) -> bool:
        """Whether the actor speaks for the EPCI itself rather than for one of its communes."""
        return self.epci_id is not None and self.epci_id == self.collectivite_id

    def a_role(self, *roles: str) -> bool:
        return self.role in roles

    def couvre(self, champ: str) -> bool:
        return TOUS_CHAMPS in self.competences or champ in self.competences
