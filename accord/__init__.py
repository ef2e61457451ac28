"""Commun Accord: the whole démarche de mutualisation of communes and their EPCI."""

__version__ = "0.1.0"
