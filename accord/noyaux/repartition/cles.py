"""Sharing keys: one or several terms (criterion, share of the amount), with optional bounds or price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from accord.noyaux.repartition.criteres import CRITERES
from accord.noyaux.repartition.erreurs import ErreurRepartition
from accord.noyaux.repartition.nombres import ecrire_pourcent, lire_nombre


@dataclass(frozen=True, slots=True)
class Terme:
    """A share of the amount, and the criterion it is shared by."""

    critere: str
    part: Fraction


@dataclass(frozen=True, slots=True)
class Cle:
    """A key ready to use; bounds are centimes per SIREN and bear on the absolute amount."""

    code: str
    termes: tuple[Terme, ...]
    plafonds: Mapping[str, int] = field(default_factory=dict)
    planchers: Mapping[str, int] = field(default_factory=dict)
    prix_unitaire: Fraction | None = None

    @property
    def est_bornee(self) -> bool:
        return bool(self.plafonds or self.planchers)

    @property
    def criteres(self) -> tuple[str, ...]:
        return tuple(terme.critere for terme in self.termes)

    @property
    def libelle(self) -> str:
        if len(self.termes) == 1:
            texte = CRITERES[self.termes[0].critere].libelle
        else:
            texte = " + ".join(f"{ecrire_pourcent(t.part)} {CRITERES[t.critere].nom}" for t in self.termes)
        return f"{texte}, avec plafonds ou planchers" if self.est_bornee else texte


CLES: dict[str, str] = {
    "population_municipale": "Population municipale",
    "population_totale": "Population totale",
    "etp": "Équivalents temps plein",
    "unites": "Coût unitaire × unités de fonctionnement",
    "fixe_variable": "Part fixe + part variable",
    "mixte": "Mixte (plusieurs critères pondérés)",
    "horaire": "Prix horaire × heures",
    "plafonnee": "Plafonnée (l’excédent est redistribué)",
    "egalitaire": "Parts égales",
    "cout_historique": "Coût historique figé",
}


def cle_simple(critere: str) -> Cle:
    _connu(critere)
    return Cle(critere, (Terme(critere, Fraction(1)),))


def cle_mixte(parts: Mapping[str, object], code: str = "mixte") -> Cle:
    """A key of several criteria; their shares must sum to exactly 1."""
    termes = []
    for critere, saisie in parts.items():
        _connu(critere)
        part = lire_nombre(saisie, f"La part du critère {CRITERES[critere].nom}")
        if part < 0:
            raise ErreurRepartition("parts", "La part d’un critère ne peut pas être négative.")
        if part:
            termes.append(Terme(critere, part))
    if sum((terme.part for terme in termes), Fraction()) != 1:
        raise ErreurRepartition("parts", "Les parts des critères doivent faire exactement 100\u202f%.")
    return Cle(code, tuple(termes))


def cle_fixe_variable(part_fixe: object, fixe: str = "egalitaire", variable: str = "unites") -> Cle:
    """A fixed part (equal shares unless said otherwise) and a variable part (use)."""
    part = lire_nombre(part_fixe, "La part fixe")
    if not 0 <= part <= 1:
        raise ErreurRepartition("parts", "La part fixe doit être comprise entre 0 et 100\u202f%.")
    if fixe == variable:
        raise ErreurRepartition(
            "parts", "La part fixe et la part variable doivent suivre deux critères distincts."
        )
    return cle_mixte({fixe: part, variable: 1 - part}, code="fixe_variable")


def cle_horaire(prix_horaire_euros: object | None = None) -> Cle:
    """Hours at a known price (each bill rounded to the cent), or the cost shared by hours."""
    if prix_horaire_euros is None:
        return Cle("horaire", (Terme("heures", Fraction(1)),))
    prix = lire_nombre(prix_horaire_euros, "Le prix horaire") * 100
    if prix < 0:
        raise ErreurRepartition("prix", "Le prix horaire ne peut pas être négatif.")
    return Cle("horaire", (Terme("heures", Fraction(1)),), prix_unitaire=prix)


def borner(cle: Cle, plafonds: Mapping[str, int], planchers: Mapping[str, int] | None = None) -> Cle:
    """The same key with ceilings and floors in centimes."""
    bas = dict(planchers or {})
    if any(valeur < 0 for valeur in (*plafonds.values(), *bas.values())):
        raise ErreurRepartition("bornes", "Un plafond ou un plancher ne peut pas être négatif.")
    if any(siren in plafonds and bas[siren] > plafonds[siren] for siren in bas):
        raise ErreurRepartition("bornes", "Un plancher dépasse le plafond de la même collectivité.")
    return replace(cle, code="plafonnee", plafonds=dict(plafonds), planchers=bas)


def avec_part_epci(cle: Cle, part_epci: object) -> Cle:
    """The EPCI bears `part_epci` of the cost; the key shares what is left."""
    part = lire_nombre(part_epci, "La part de l’EPCI")
    if not 0 <= part <= 1:
        raise ErreurRepartition("parts", "La part de l’EPCI doit être comprise entre 0 et 100\u202f%.")
    if not part:
        return cle
    autres = tuple(Terme(t.critere, t.part * (1 - part)) for t in cle.termes if part < 1)
    return replace(cle, termes=(Terme("epci", part), *autres))


def _connu(critere: str) -> None:
    if critere not in CRITERES:
        connus = ", ".join(sorted(CRITERES))
        raise ErreurRepartition(
            "cle", f"Le critère «\u202f{critere}\u202f» est inconnu. Critères possibles\u202f: {connus}."
        )
