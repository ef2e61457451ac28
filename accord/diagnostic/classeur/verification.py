"""Check a whole workbook: sheets found, rows accepted, refusals, totals."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from accord.diagnostic.classeur.consolidation import ecarts_etp, totaux
from accord.diagnostic.classeur.controle import FeuilleEnCours
from accord.diagnostic.classeur.croisements import (
    completer_parts,
    refuser_doublons,
    refuser_parts_excessives,
    refuser_references,
)
from accord.diagnostic.classeur.feuilles import FEUILLES
from accord.diagnostic.classeur.lecture import ClasseurIllisible, FeuilleBrute, lire_source
from accord.diagnostic.classeur.phrases import phrase_de_refus
from accord.diagnostic.classeur.rapport import FeuilleControlee, Rapport, Refus
from accord.diagnostic.classeur.reperage import reperer_feuilles
from accord.diagnostic.classeur.valeurs.textes import en_texte

AUCUNE_FEUILLE = (
    "Aucune feuille du diagnostic n’a été reconnue. Il faut au moins une feuille Services, Agents, Équipements, "
    "Contrats ou Conventions, avec une ligne de titres (SIREN, Code service…). Partez du modèle à télécharger."
)


class Territoire(Protocol):
    """What is asked of a reference EPCI."""

    @property
    def siren(self) -> str: ...
    @property
    def nom(self) -> str: ...
    @property
    def communes(self) -> Sequence[object]: ...


def noms_par_siren(epci: Territoire) -> dict[str, str]:
    """The SIREN a workbook may hold: the EPCI and its members."""
    membres = {str(getattr(c, "siren", "")): str(getattr(c, "nom", "")) for c in epci.communes}
    return {epci.siren: epci.nom} | {siren: nom for siren, nom in membres.items() if siren}


def _controlee(nom: str, parties: list[FeuilleEnCours]) -> FeuilleControlee:
    """One sheet of the format, from the one or several sheets of the file that hold it."""
    schema = next(f for f in FEUILLES if f.nom == nom)
    numeros: list[int] = []
    valeurs: dict[str, list[object]] = {c.code: [] for c in schema.colonnes}
    acceptees: list[int] = []
    for partie in parties:
        acceptees += [len(numeros) + rang for rang in partie.retenues()]
        numeros += range(partie.numero(0), partie.numero(len(partie.lignes)))
        for code, colonne in partie.valeurs.items():
            valeurs[code] = valeurs[code] + colonne if valeurs[code] else colonne
    return FeuilleControlee(nom, numeros, valeurs, acceptees, sum(len(p.fautes) for p in parties))


def _refus(partie: FeuilleEnCours) -> Iterable[Refus]:
    for rang, fautes in partie.fautes.items():
        for code, anomalie in fautes.items():
            colonne = partie.schema.colonne(code)
            brutes = partie.brutes[code]
            valeur = en_texte(brutes[rang])[:80] if brutes else ""
            ligne = partie.numero(rang)
            message = phrase_de_refus(ligne, colonne, anomalie, valeur)
            yield Refus(partie.schema.nom, ligne, code, anomalie.raison, valeur, message)


def _croiser(par_nom: Mapping[str, list[FeuilleEnCours]], connus: Iterable[tuple[str, str]]) -> None:
    """Services first: agents refer to them, whatever the order of the sheets."""
    services: set[tuple[object, ...]] = set()
    cumuls: dict[tuple[object, ...], Decimal] = {}
    for nom, parties in par_nom.items():
        vues: set[tuple[object, ...]] = set()
        for partie in parties:
            refuser_doublons(partie, vues)
            if nom == "Agents":
                refuser_references(partie, services)
                completer_parts(partie)
                refuser_parts_excessives(partie, cumuls, seule=len(parties) == 1)
        if nom == "Services":
            services = vues | set(connus)


def _observations(
    parties: Sequence[FeuilleEnCours], feuilles: Mapping[str, FeuilleControlee]
) -> Iterable[str]:
    for partie in parties:
        absentes = [c.libelle for c in partie.schema.colonnes if c.code not in partie.entete.positions]
        if absentes:
            yield f"Feuille {partie.schema.nom}\u202f: colonnes absentes du fichier\u202f: {', '.join(absentes)}."
        if partie.entete.inconnus:
            titres = ", ".join(partie.entete.inconnus)
            yield f"Feuille {partie.schema.nom}\u202f: colonnes non reprises\u202f: {titres}."
        for numero in partie.notes:
            yield f"Feuille {partie.schema.nom}\u202f: la ligne {numero} est une note, elle n’est pas reprise."
    for (siren, code), (declare, calcule) in ecarts_etp(feuilles).items():
        yield (
            f"SIREN {siren}, service {code}\u202f: {_virgule(declare)} ETP déclarés, "
            f"{_virgule(calcule)} d’après les agents acceptés."
        )


def _virgule(nombre: Decimal) -> str:
    return f"{nombre:.2f}".replace(".", ",")


def verifier_feuilles(
    brutes: Sequence[FeuilleBrute], epci: Territoire, services_connus: Iterable[tuple[str, str]] = ()
) -> Rapport:
    """Check sheets already read; `services_connus` are service keys accepted before this file."""
    noms = noms_par_siren(epci)
    reperees = reperer_feuilles(brutes)
    if not reperees:
        raise ClasseurIllisible(AUCUNE_FEUILLE)
    parties = [FeuilleEnCours(reperee, noms) for reperee in reperees]
    par_nom = {f.nom: [p for p in parties if p.schema is f] for f in FEUILLES}
    _croiser(par_nom, services_connus)
    feuilles = {nom: _controlee(nom, lot) for nom, lot in par_nom.items()}
    refus = sorted((r for p in parties for r in _refus(p)), key=lambda r: (r.feuille, r.ligne, r.colonne))
    return Rapport(
        siren_epci=epci.siren,
        nom_epci=epci.nom,
        feuilles=feuilles,
        refus=tuple(refus),
        totaux=totaux(feuilles),
        observations=tuple(_observations(parties, feuilles)),
    )


def verifier_classeur(
    source: Path | bytes, epci: Territoire, *, nom: str = "", services_connus: Iterable[tuple[str, str]] = ()
) -> Rapport:
    """Read then check a workbook; raises `ClasseurIllisible` when it cannot be read at all."""
    with _sans_ramasse_miettes():
        return verifier_feuilles(lire_source(source, nom), epci, services_connus)


@contextmanager
def _sans_ramasse_miettes() -> Iterator[None]:
    """Pause the cycle collector while millions of cells are built: they hold no cycle."""
    actif = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if actif:
            gc.enable()
