"""An answer to « may I? » that a person can read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decision:
    """Allowed, or refused with the reason shown to the person (a full French sentence)."""

    autorise: bool
    raison: str = ""

    def __bool__(self) -> bool:
        return self.autorise


def oui() -> Decision:
    """An allowed act."""
    return Decision(True)


def non(raison: str) -> Decision:
    """A refused act; `raison` says why and, where it helps, who can."""
    return Decision(False, raison)
