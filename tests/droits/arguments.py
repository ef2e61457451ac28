"""A real object for every address: what to put in its URL at a given stage of the story."""

from typing import Any

from accord.demarche.models import Demarche
from tests.distribution import Distribution
from tests.droits.adresses import Adresse

COMMUNE, COMMUNE_DU_DIAGNOSTIC = "Bourg-le-Pont", "Petitbois"
"""The commune of the cast's mayor, whom most addresses name, and that of its clerk, who fills the diagnostic."""


def arguments(adresse: Adresse, demarche: Demarche, distribution: Distribution) -> dict[str, Any] | None:
    """The URL arguments of an address, or None when the stage has nothing to put there yet."""
    valeurs = {nom: _valeur(nom, adresse, demarche, distribution) for nom in adresse.arguments}
    return None if None in valeurs.values() else valeurs


def _valeur(nom: str, adresse: Adresse, demarche: Demarche, distribution: Distribution) -> Any:
    commune = distribution.commune(COMMUNE_DU_DIAGNOSTIC if _app(adresse) == "diagnostic" else COMMUNE)
    simples = {
        "slug": demarche.slug,
        "siren": distribution.epci.siren if adresse.nom.startswith("territoire:") else commune.siren,
        "code_insee": commune.code_insee,
        "extension": "xlsx",
        "format": "pdf",
        "genre": "avis",
        "annee": 2028,
        "version": 1,
        "numero": 1,
        "ordre": 1,
        "jeton": "inconnu",
    }
    if nom == "code":
        return {"demarche": "rapport_mutualisations"}.get(
            _app(adresse), "RH" if "convention" in adresse.nom else "preambule"
        )
    return simples[nom] if nom in simples else _cle(nom, adresse, demarche, distribution)


def _cle(nom: str, adresse: Adresse, demarche: Demarche, distribution: Distribution) -> int | None:
    """The primary key of the first object of the right kind."""
    if nom == "service":
        return _premier(
            getattr(demarche.scenarios.filter(pk=_scenario(adresse, demarche)).first(), "services", None)
        )
    if nom == "membre":
        return _premier(demarche.instances.filter(membres__isnull=False).first().membres)
    if adresse.nom == "comptes:capacite-changer":
        return distribution.habilitations["chef_projet"].pk
    if adresse.nom == "comptes:habilitation-clore":
        return distribution.habilitations["maire"].pk
    return {
        "scenarios": lambda: _scenario(adresse, demarche),
        "diagnostic": lambda: _premier(_imports(demarche)),
        "evaluation": lambda: _premier(demarche.indicateurs),
        "demarche": lambda: _de_la_demarche(adresse, demarche),
    }[_app(adresse)]()


def _scenario(adresse: Adresse, demarche: Demarche) -> int | None:
    """The chosen scenario for reading, the other one for writing."""
    lecture = ("voir", "exporter")
    return (_premier if adresse.nom.endswith(lecture) else _dernier)(demarche.scenarios)


def _de_la_demarche(adresse: Adresse, demarche: Demarche) -> int | None:
    if "decision" in adresse.nom:
        return _premier(demarche.decisions)
    if "jalon" in adresse.nom:
        return _premier(demarche.jalons)
    return _premier(demarche.instances.filter(membres__isnull=False).distinct())


def _imports(demarche: Demarche) -> Any:
    campagne = demarche.campagnes.first()
    return campagne.imports if campagne else None


def _premier(liste: Any) -> int | None:
    return liste.order_by("pk").values_list("pk", flat=True).first() if liste is not None else None


def _dernier(liste: Any) -> int | None:
    return liste.order_by("pk").values_list("pk", flat=True).last()


def _app(adresse: Adresse) -> str:
    return adresse.nom.partition(":")[0]
