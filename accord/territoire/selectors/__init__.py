"""What the screens of the territory read."""

from accord.territoire.selectors.recherche import ResultatEpci, epci_par_commune, rechercher_epci

__all__ = ["ResultatEpci", "epci_par_commune", "rechercher_epci"]
