"""What stops a write: someone else wrote first, or the law refuses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accord.scenarios.adaptateurs import RefusLu
from accord.scenarios.models import Scenario


class ConflitModification(Exception):
    """The object changed since the person opened it; `revision` is the one to send to insist."""

    def __init__(self, scenario: Scenario, revision: int) -> None:
        self.revision = revision
        self.par = str(scenario.modifie_par or "Une autre personne")
        self.modifie_le = scenario.modifie_le
        super().__init__(self.par)


@dataclass(frozen=True)
class CelluleEnConflit:
    """A cell of the matrix that two people changed differently."""

    code: str
    service: str
    collectivite_id: int
    collectivite: str
    enregistree: date | None
    saisie: date | None


class ConflitPerimetre(Exception):
    """Cells changed by someone else since the matrix was opened."""

    def __init__(self, scenario: Scenario, cellules: Sequence[CelluleEnConflit]) -> None:
        self.cellules = list(cellules)
        self.par = str(scenario.modifie_par or "Une autre personne")
        self.modifie_le = scenario.modifie_le
        super().__init__(f"{len(self.cellules)} cellules")


class FormeRefusee(Exception):
    """The law refuses the arrangement: every reason at once, by service."""

    def __init__(self, refus: Sequence[tuple[str, RefusLu]]) -> None:
        self.refus = list(refus)
        super().__init__(" ".join(f"{service}\u202f: {raison}" for service, raison in self.refus))
