"""On what stage the story is played: a territory, who acts, and from which day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite

PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class Scene:
    """`acteur_pour(collectivite, role, le)` gives who speaks for a collectivité on a day."""

    epci: Collectivite
    aujourd_hui: date
    acteur_pour: Callable[[Collectivite, str, date], Acteur]

    def jour(self, decalage: int) -> date:
        """Today plus so many days (negative: before)."""
        return self.aujourd_hui + timedelta(days=decalage)

    def instant(self, decalage: int, heure: int = 10) -> datetime:
        """That day at that hour, in Paris."""
        return datetime.combine(self.jour(decalage), time(heure), tzinfo=PARIS)

    def communes(self) -> list[Collectivite]:
        """The member communes of today, by name."""
        return list(self.epci.communes_au(self.aujourd_hui))
