"""Legal forms: what may be offered, and why a given arrangement is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accord.noyaux.formes import (
    Forme,
    Montage,
    PartieForme,
    formes_en_vigueur,
    formes_proposees,
    verifier_forme,
)
from accord.scenarios.models import Scenario
from accord.territoire.models import Collectivite


@dataclass(frozen=True)
class FormeLue:
    """A form as the pages show it."""

    code: str
    libelle: str
    base_legale: str
    regle: str
    position_agents: str
    verifie: bool
    agents_au_gestionnaire: bool


@dataclass(frozen=True)
class RefusLu:
    """Why the law refuses, with its article."""

    code: str
    raison: str
    article: str
    verifie: bool

    def __str__(self) -> str:
        marque = "" if self.verifie else ", à vérifier"
        return f"{self.raison} ({self.article}{marque})" if self.article else self.raison


def formes_offertes(le: date) -> list[FormeLue]:
    """Never a form closed to communes and EPCI."""
    return [_lue(forme) for forme in formes_proposees(le)]


def lire_forme(code: str, le: date) -> FormeLue | None:
    forme = formes_en_vigueur(le).get(code)
    return _lue(forme) if forme else None


def _lue(forme: Forme) -> FormeLue:
    return FormeLue(
        forme.code,
        forme.libelle,
        forme.base_legale,
        forme.regle_parties,
        forme.position_agents,
        forme.verifie,
        forme.agents_au_gestionnaire,
    )


def refus_de(
    *,
    scenario: Scenario,
    forme: str,
    gestionnaire: Collectivite,
    adherents: Iterable[Collectivite],
    financement: str,
    avec_transfert_competence: bool,
    le: date,
) -> list[RefusLu]:
    """Every legal refusal of an arrangement in this scenario, on that day."""
    contenu = scenario.etat_arrete.contenu
    membres = frozenset(commune["siren"] for commune in contenu["communes"])
    montage = Montage(
        forme=forme,
        gestionnaire=_partie(gestionnaire, contenu["epci"]["siren"], membres),
        parties=tuple(_partie(adherent, contenu["epci"]["siren"], membres) for adherent in adherents),
        financement=financement,
        regime_fiscal=contenu["epci"].get("regime_fiscal") or "",
        avec_transfert_competence=avec_transfert_competence,
        communes_membres=membres,
    )
    return [RefusLu(r.code, r.raison, r.article, r.verifie) for r in verifier_forme(montage, le=le)]


def _partie(collectivite: Collectivite, epci: str, membres: frozenset[str]) -> PartieForme:
    siren = collectivite.siren or ""
    return PartieForme(siren, collectivite.nom, _type(collectivite, siren, epci, membres))


def _type(collectivite: Collectivite, siren: str, epci: str, membres: frozenset[str]) -> str:
    if siren == epci:
        return "epci_fp"
    if siren in membres:
        return "commune_membre"
    if collectivite.est_epci:
        return "epci_exterieur"
    return "commune_exterieure" if collectivite.est_commune else "syndicat"
