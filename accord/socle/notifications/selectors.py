"""What a person gets by mail, and why."""

from dataclasses import dataclass

from accord.socle.notifications.enums import Frequence
from accord.socle.notifications.genres import Genre, genres
from accord.socle.notifications.models import Courriel, Preference


@dataclass(frozen=True)
class Reglage:
    """The effective frequency of one kind for one address."""

    genre: Genre
    frequence: Frequence


def reglages_de(adresse: str) -> list[Reglage]:
    """The effective frequency of every kind: what was chosen, else the default."""
    choisies = dict(Preference.objects.filter(adresse=adresse.lower()).values_list("genre", "frequence"))
    return [
        Reglage(genre, Frequence(choisies.get(genre.code, genre.frequence_par_defaut))) for genre in genres()
    ]


def courriels_recents(adresse: str, combien: int = 30) -> list[Courriel]:
    """The latest mails of an address, without their bodies."""
    return list(Courriel.objects.filter(adresse=adresse.lower()).defer("texte", "html")[:combien])
