"""What the screens of the territory read."""

from accord.territoire.selectors.recherche import ResultatEpci, rechercher_epci

__all__ = ["ResultatEpci", "rechercher_epci"]
