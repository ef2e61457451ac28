"""The explanation of a sharing, written from its result."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Protocol

from accord.noyaux.repartition.cles import CLES, Cle
from accord.noyaux.repartition.criteres import CRITERES
from accord.noyaux.repartition.explication import Etape, Explication, Reference
from accord.noyaux.repartition.nombres import ecrire_montant, ecrire_nombre, ecrire_pourcent


class PartLue(Protocol):
    @property
    def nom(self) -> str: ...
    @property
    def poids(self) -> Fraction: ...
    @property
    def montant_centimes(self) -> int: ...


COUT_UNITAIRE = Reference(
    "CGCT, art. D5211-16", True, "coût unitaire de fonctionnement × unités constatées, état annuel"
)
CONVENTION = Reference("CGCT, art. L5211-4-2", True, "les effets sont réglés par convention")


def raconter(total: int, reste: int, cle: Cle, parts: Iterable[PartLue]) -> Explication:
    lues = tuple(parts)
    return Explication(
        titre=f"Répartition de {ecrire_montant(total)} entre {len(lues)} collectivités",
        parametres=(("Clé", f"{CLES.get(cle.code, cle.libelle)} ({cle.libelle})"), *_criteres(cle)),
        etapes=(*_formules(total, cle, lues), _arrondi(cle), *_reste(reste)),
        references=(COUT_UNITAIRE,) if {"unites", "heures"} & set(cle.criteres) else (CONVENTION,),
    )


def _criteres(cle: Cle) -> Iterable[tuple[str, str]]:
    for terme in cle.termes:
        critere = CRITERES[terme.critere]
        yield (
            critere.libelle,
            f"{ecrire_pourcent(terme.part)} du montant, en {critere.unite} ({critere.source})",
        )


def _formules(total: int, cle: Cle, parts: tuple[PartLue, ...]) -> Iterable[Etape]:
    somme = sum((part.poids for part in parts), Fraction())
    if cle.prix_unitaire is not None:
        yield Etape("Facture", f"{ecrire_nombre(cle.prix_unitaire / 100)} € × heures, arrondie au centime")
    elif len(cle.termes) == 1:
        unite = CRITERES[cle.termes[0].critere].unite
        yield Etape("Somme des poids", f"{ecrire_nombre(somme)} {unite}")
        if cle.criteres[0] in {"unites", "heures"}:
            yield Etape(
                "Coût unitaire",
                f"{ecrire_montant(total)} ÷ {ecrire_nombre(somme)}",
                f"{ecrire_nombre(Fraction(total, 100) / somme)} €",
            )
        yield Etape("Part de chacun", f"{ecrire_montant(total)} × poids ÷ {ecrire_nombre(somme)}")
    else:
        yield Etape(
            "Quote-part de chacun", "somme, critère par critère, de part du critère × poids ÷ somme des poids"
        )
        yield Etape("Part de chacun", f"{ecrire_montant(total)} × quote-part")
    if cle.est_bornee:
        yield Etape(
            "Plafonds et planchers", "l’excédent des plafonnés est réparti entre les autres selon la même clé"
        )


def _arrondi(cle: Cle) -> Etape:
    if cle.prix_unitaire is not None:
        return Etape("Arrondi", "chaque facture au centime le plus proche")
    return Etape(
        "Arrondi",
        "au centime inférieur, puis un centime aux plus forts restes "
        "(à égalité\u202f: poids le plus grand, puis SIREN le plus petit)",
        "la somme des parts égale le total",
    )


def _reste(reste: int) -> Iterable[Etape]:
    if reste:
        yield Etape("Reste à la charge du gestionnaire", "coût − montant facturé", ecrire_montant(reste))
