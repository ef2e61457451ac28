"""How the acts of this app read in the journal."""

from accord.socle.journal.phrases import declarer_phrase


def declarer_phrases() -> None:
    """Declare the phrases of this app."""
    declarer_phrase(
        "territoire.collectivite_renommee",
        "{qui} a enregistré que {ancien} devient {nouveau} le {date_effet}",
    )
    declarer_phrase(
        "territoire.commune_nouvelle_creee", "{qui} a enregistré la commune nouvelle {nom} au {date_effet}"
    )
    declarer_phrase(
        "territoire.epci_change", "{qui} a enregistré que {commune} rejoint {epci} le {date_effet}"
    )
    declarer_phrase(
        "territoire.epci_quitte", "{qui} a enregistré que {commune} quitte {epci} le {date_effet}"
    )
