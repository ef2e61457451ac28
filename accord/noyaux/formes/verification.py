"""`verifier_forme`: every reason why the law refuses a form, none when it accepts it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from accord.noyaux.formes.montage import TYPES_PARTIE, Montage, Refus
from accord.noyaux.formes.regles import Forme, formes_en_vigueur

AC = "CGI, art. 1609 nonies C, et CGCT, art. L5211-4-2"
FINANCEMENT_FERME = (
    "Cette forme se finance par remboursement\u202f; "
    "l’imputation sur l’attribution de compensation n’y est pas ouverte."
)
REGIME_FA = (
    "L’imputation sur l’attribution de compensation est réservée aux EPCI à fiscalité professionnelle unique "
    "(FPU)\u202f; cet EPCI est à fiscalité additionnelle (FA)\u202f: choisissez le remboursement."
)
REGIME_INCONNU = (
    "Le régime fiscal de l’EPCI n’est pas connu\u202f: l’imputation sur l’attribution de compensation, "
    "réservée à la fiscalité professionnelle unique (FPU), ne peut pas être proposée."
)


def verifier_forme(montage: Montage, *, le: date) -> tuple[Refus, ...]:
    """All the refusals at once, so that a person corrects everything in one go."""
    forme = formes_en_vigueur(le).get(montage.forme)
    if forme is None:
        return (
            Refus("forme_inconnue", f"La forme «\u202f{montage.forme}\u202f» n’est pas connue.", "", False),
        )
    if forme.interdite:
        return (_refus(forme, "forme_interdite", f"{forme.interdite} {forme.conseil}"),)
    return tuple(refus for regle in REGLES for refus in regle(forme, montage))


def _refus(forme: Forme, code: str, raison: str, article: str = "") -> Refus:
    return Refus(code, raison.strip(), article or forme.base_legale, forme.verifie)


def _parties(forme: Forme, montage: Montage) -> Iterator[Refus]:
    for partie in montage.toutes:
        if partie.type not in forme.parties:
            qualite = TYPES_PARTIE.get(partie.type, partie.type)
            raison = (
                f"{partie.nom} ({qualite}) ne peut pas y être partie. {forme.regle_parties} {forme.conseil}"
            )
            yield _refus(forme, "partie_refusee", raison)


def _gestionnaire(forme: Forme, montage: Montage) -> Iterator[Refus]:
    gestionnaire = montage.gestionnaire
    if gestionnaire.type in forme.parties and gestionnaire.type not in forme.gestionnaires:
        raison = f"{gestionnaire.nom} ne peut pas porter cette forme\u202f: {_gestionnaires(forme)}."
        yield _refus(forme, "gestionnaire_refuse", raison)


def _gestionnaires(forme: Forme) -> str:
    qualites = " ou ".join(TYPES_PARTIE[code] for code in forme.gestionnaires)
    return f"le gestionnaire doit être {qualites}"


def _financement(forme: Forme, montage: Montage) -> Iterator[Refus]:
    if montage.financement not in forme.financements:
        yield _refus(forme, "financement_refuse", FINANCEMENT_FERME)
    elif montage.financement == "imputation_ac" and montage.regime_fiscal != "FPU":
        raison = REGIME_FA if montage.regime_fiscal == "FA" else REGIME_INCONNU
        yield _refus(forme, "imputation_ac_refusee", raison, AC)


def _sens(forme: Forme, montage: Montage) -> Iterator[Refus]:
    if not forme.sens:
        return
    _, beneficiaire = forme.sens
    for partie in montage.toutes[1:]:
        if partie.type in forme.parties and partie.type != beneficiaire:
            raison = f"{partie.nom} ne peut pas en être bénéficiaire. {forme.regle_parties}"
            yield _refus(forme, "sens_refuse", raison)


def _transfert(forme: Forme, montage: Montage) -> Iterator[Refus]:
    if forme.transfert_requis and not montage.avec_transfert_competence:
        raison = f"Cette forme suppose un transfert de compétence à l’EPCI. {forme.conseil}"
        yield _refus(forme, "transfert_requis", raison)


def _epci(forme: Forme, montage: Montage) -> Iterator[Refus]:
    if forme.epci_obligatoire and all(partie.type != "epci_fp" for partie in montage.toutes):
        raison = f"L’EPCI à fiscalité propre doit être partie. {forme.regle_parties}"
        yield _refus(forme, "epci_absent", raison)


def _communes(forme: Forme, montage: Montage) -> Iterator[Refus]:
    absentes = montage.communes_membres - {partie.siren for partie in montage.toutes}
    if forme.toutes_communes and absentes:
        raison = f"{forme.regle_parties} Il en manque {len(absentes)}. {forme.conseil}"
        yield _refus(forme, "communes_absentes", raison)


def _au_moins_deux(forme: Forme, montage: Montage) -> Iterator[Refus]:
    if len(montage.toutes) < 2:
        yield _refus(forme, "partie_seule", "Il faut au moins deux parties\u202f: ajoutez un adhérent.")


REGLES: tuple[Callable[[Forme, Montage], Iterator[Refus]], ...] = (
    _parties,
    _gestionnaire,
    _financement,
    _sens,
    _transfert,
    _epci,
    _communes,
    _au_moins_deux,
)
