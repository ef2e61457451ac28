"""What a benchmark case is: ours and the anchor, prepared once, then run in turn."""

from collections.abc import Callable
from dataclasses import dataclass

Essai = Callable[[], object]


@dataclass(frozen=True)
class Cas:
    """One line of the benchmark.

    `preparer()` builds whatever both sides need and returns (ours, anchor); `anchor` is None when the bar is a
    budget only. `ancre` names the anchor, `budget_ms` is the time ours must stay under (None: no budget).
    A case with `base=True` runs in a scratch database that the runner creates.
    """

    nom: str
    preparer: Callable[[], tuple[Essai, Essai | None]]
    ancre: str
    budget_ms: float | None = None
    base: bool = False
    tours: int = 7
    pages: int = 0
    """When one run serves that many pages: a throughput is printed too."""
