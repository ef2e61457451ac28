"""Kinds of mail, declared by each app in `apps.ready()`: a person chooses a frequency for each kind."""

from dataclasses import dataclass

from accord.socle.notifications.enums import Frequence


@dataclass(frozen=True)
class Genre:
    """`agir`: the person must do something; such mail leaves at once, the rest waits for the day's summary."""

    code: str
    libelle: str
    agir: bool

    @property
    def frequence_par_defaut(self) -> Frequence:
        return Frequence.IMMEDIAT if self.agir else Frequence.RESUME


_GENRES: dict[str, Genre] = {}


def declarer_genre(code: str, libelle: str, *, agir: bool) -> None:
    """`declarer_genre("schema.avis_attendu", "L’avis de ma commune est attendu", agir=True)`."""
    _GENRES[code] = Genre(code, libelle, agir)


def genre_de(code: str) -> Genre:
    """A kind that was declared; an unknown one is a fault of the code."""
    return _GENRES[code]


def genres() -> list[Genre]:
    """Every kind, mails that ask for action first."""
    return sorted(_GENRES.values(), key=lambda genre: (not genre.agir, genre.libelle))


declarer_genre("general.resume", "Le résumé du jour", agir=True)
declarer_genre("general.agir", "On attend quelque chose de moi", agir=True)
declarer_genre("general.information", "Ce qui se passe dans mes démarches", agir=False)
