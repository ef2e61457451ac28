"""Whole-number weights of each employer, service and year: the key's measure × days of presence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm

from accord.noyaux.repartition.cles import Cle, Terme
from accord.noyaux.repartition.criteres import CRITERES
from accord.noyaux.repartition.erreurs import ErreurRepartition
from accord.noyaux.repartition.nombres import en_entiers
from accord.noyaux.repartition.simulation.entrees import Employeur, EtatInitial, LigneService, ServiceSimule

PAR_EMPLOYEUR: dict[str, Callable[[Employeur], int]] = {
    "egalitaire": lambda _: 1,
    "epci": lambda employeur: int(employeur.est_epci),
    "population_municipale": lambda e: 0 if e.est_epci else e.population_municipale,
    "population_totale": lambda e: 0 if e.est_epci else e.population_totale,
}
PAR_LIGNE: dict[str, Callable[[LigneService], Fraction | int]] = {
    "etp": lambda ligne: ligne.etp_centiemes,
    "cout_historique": lambda ligne: max(ligne.net_centimes, 0),
    "unites": lambda ligne: ligne.quantite or 0,
    "heures": lambda ligne: ligne.quantite or 0,
}


def mesures(critere: str, service: ServiceSimule, etat: EtatInitial) -> list[int]:
    """One criterion for all employers, as whole numbers in the right proportions."""
    cle = critere, service.code
    if cle not in etat.mesures_lues:
        lignes = etat.par_code.get(service.code, {})
        valeurs = [_mesure(critere, lignes.get(employeur.siren), employeur) for employeur in etat.employeurs]
        etat.mesures_lues[cle] = en_entiers(valeurs)
    return etat.mesures_lues[cle]


def _mesure(critere: str, ligne: LigneService | None, employeur: Employeur) -> Fraction:
    if critere in PAR_EMPLOYEUR:
        return Fraction(PAR_EMPLOYEUR[critere](employeur))
    return Fraction(PAR_LIGNE[critere](ligne)) if ligne else Fraction()


def combiner(cle: Cle, par_terme: Sequence[list[int]], jours: Sequence[int], libelle: str) -> list[int]:
    """Weights of one year, all terms together. A term nobody measures yet leaves its part to the others."""
    presents = [[m * j for m, j in zip(mesure, jours, strict=True)] for mesure in par_terme]
    utiles = [(t, p, sum(p)) for t, p in zip(cle.termes, presents, strict=True) if any(p)]
    if not utiles:
        noms = ", ".join(CRITERES[terme.critere].nom for terme in cle.termes)
        raise ErreurRepartition(
            "poids_nuls", f"Service «\u202f{libelle}\u202f»\u202f: aucun adhérent n’a de poids ({noms})."
        )
    if len(utiles) == 1:
        return utiles[0][1]
    return _sommer(utiles)


def _sommer(utiles: Sequence[tuple[Terme, list[int], int]]) -> list[int]:
    """Sum of part × weight ÷ total weight, brought to one common denominator."""
    denominateurs = [terme.part.denominator * somme for terme, _, somme in utiles]
    commun = lcm(*denominateurs)
    facteurs = [t.part.numerator * (commun // d) for (t, _, _), d in zip(utiles, denominateurs, strict=True)]
    colonnes = zip(*(poids for _, poids, _ in utiles), strict=True)
    return [sum(f * v for f, v in zip(facteurs, colonne, strict=True)) for colonne in colonnes]
