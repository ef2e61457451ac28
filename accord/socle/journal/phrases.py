"""How each act reads in French; each app declares its own phrases."""

from accord.socle.journal.models import Entree

_phrases: dict[str, str] = {}


class _Tolerant(dict[str, object]):
    """An old entry may lack a datum that today's phrase wants: show a dash rather than fail."""

    def __missing__(self, cle: str) -> str:
        return "—"


def declarer_phrase(code: str, modele: str) -> None:
    """Declare the phrase of an act: `{qui}` and the keys of its data may appear."""
    _phrases[code] = modele


def phrases_declarees() -> dict[str, str]:
    """Every phrase by code."""
    return dict(_phrases)


def phrase_de(entree: Entree) -> str:
    """The sentence shown for an entry; the bare code when no app declared it."""
    modele = _phrases.get(entree.code)
    if modele is None:
        return f"{entree.qui} : {entree.code}"
    return modele.format_map(_Tolerant({**entree.donnees, "qui": entree.qui}))
