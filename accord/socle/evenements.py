"""A typed synchronous bus: a lower app publishes what happened, upper apps handle it in the same transaction.

An event is a frozen dataclass named in the past tense (`AvisDepose`). Effects outside the database
(mails) belong in `transaction.on_commit` of the handler.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")

_abonnes: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def abonner(evenement: type[E], reaction: Callable[[E], None]) -> None:
    """Register a reaction, once: subscribing the same function again changes nothing."""
    if reaction not in _abonnes[evenement]:
        _abonnes[evenement].append(reaction)


def publier(evenement: object) -> None:
    """Run every reaction to this event, in order of subscription; an exception undoes the whole act."""
    for reaction in _abonnes[type(evenement)]:
        reaction(evenement)
