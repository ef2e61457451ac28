"""The five sheets of the diagnostic workbook, in the order of the template."""

from accord.diagnostic.classeur.feuilles.agents import AGENTS
from accord.diagnostic.classeur.feuilles.contrats import CONTRATS
from accord.diagnostic.classeur.feuilles.conventions import CONVENTIONS
from accord.diagnostic.classeur.feuilles.equipements import EQUIPEMENTS
from accord.diagnostic.classeur.feuilles.services import SERVICES

FEUILLES = (SERVICES, AGENTS, EQUIPEMENTS, CONTRATS, CONVENTIONS)
PAR_NOM = {feuille.nom: feuille for feuille in FEUILLES}

__all__ = ["AGENTS", "CONTRATS", "CONVENTIONS", "EQUIPEMENTS", "FEUILLES", "PAR_NOM", "SERVICES"]
