"""ORM and snapshots ↔ kernels: the only place of the app that knows them."""

from accord.scenarios.adaptateurs.cles import (
    choix_cles,
    choix_criteres,
    libelle_cle,
    parametres_de_saisie,
    saisie_de_parametres,
    verifier_cle,
)
from accord.scenarios.adaptateurs.etat import ServiceExistant, services_existants
from accord.scenarios.adaptateurs.formes import FormeLue, RefusLu, formes_offertes, lire_forme, refus_de
from accord.scenarios.adaptateurs.simulation import CalculImpossible, Simulation, expliquer, simuler

__all__ = [
    "CalculImpossible",
    "FormeLue",
    "RefusLu",
    "ServiceExistant",
    "Simulation",
    "choix_cles",
    "choix_criteres",
    "expliquer",
    "formes_offertes",
    "libelle_cle",
    "lire_forme",
    "parametres_de_saisie",
    "refus_de",
    "saisie_de_parametres",
    "services_existants",
    "simuler",
    "verifier_cle",
]
