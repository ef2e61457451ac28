"""`accord repartir`: share an amount between the communes of an EPCI, without site or database."""

from __future__ import annotations

import csv
import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any, NoReturn

import click

from accord.noyaux.repartition import (
    CLES,
    Cle,
    ErreurRepartition,
    Partie,
    Poids,
    Repartition,
    cle_depuis,
    repartir,
)
from accord.noyaux.repartition.nombres import ecrire_montant, ecrire_nombre, lire_montant, lire_nombre
from accord.territoire.referentiel import EpciInconnu, EpciReference, charger_epci

EMPLOI_INCORRECT = 2


@click.command(name="repartir")
@click.option("--epci", "siren", required=True, metavar="SIREN", help="SIREN de l’EPCI à fiscalité propre.")
@click.option("--montant", metavar="EUROS", help="Montant à répartir, par exemple « 1 234,56 ».")
@click.option(
    "--cle", "code", default="population_municipale", show_default=True, help=f"Clé : {', '.join(CLES)}."
)
@click.option(
    "--poids",
    "fichier",
    metavar="FICHIER.csv",
    help="Poids par commune : colonnes siren et un critère par colonne.",
)
@click.option("--part-fixe", metavar="PART", help="Part fixe de la clé fixe_variable, entre 0 et 1.")
@click.option(
    "--part", "parts", multiple=True, metavar="CRITÈRE=PART", help="Part d’un critère de la clé mixte."
)
@click.option("--plafond", "plafonds", multiple=True, metavar="SIREN=EUROS", help="Plafond d’une commune.")
@click.option("--plancher", "planchers", multiple=True, metavar="SIREN=EUROS", help="Plancher d’une commune.")
@click.option("--prix-horaire", metavar="EUROS", help="Prix de l’heure (clé horaire).")
@click.option("--json", "en_json", is_flag=True, help="Réponse en JSON.")
def commande(siren: str, code: str, en_json: bool, fichier: str | None, **saisie: Any) -> None:
    """Répartit un montant entre les communes d’un EPCI, au centime près."""
    try:
        epci = charger_epci(siren)
        cle = _cle(code, saisie)
        montant = _montant(saisie["montant"], cle)
        poids = {**_populations(epci), **(_lire_poids(Path(fichier)) if fichier else {})}
        parties = [Partie(c.siren or c.code_insee, c.nom) for c in epci.communes]
        resultat = repartir(montant_centimes=montant, parties=parties, cle=cle, poids=poids)
    except (EpciInconnu, ErreurRepartition) as erreur:
        _refuser(str(erreur))
    sys.stdout.write(_json(resultat) if en_json else _tableau(epci, resultat))


def _cle(code: str, saisie: dict[str, Any]) -> Cle:
    parametres: dict[str, Any] = {
        "parts": _couples(saisie["parts"]),
        "plafonds": {siren: lire_montant(valeur) for siren, valeur in _couples(saisie["plafonds"]).items()},
        "planchers": {siren: lire_montant(valeur) for siren, valeur in _couples(saisie["planchers"]).items()},
        "prix_horaire": saisie["prix_horaire"],
    }
    if saisie["part_fixe"] is not None:
        parametres["part_fixe"] = saisie["part_fixe"]
    return cle_depuis(code, parametres)


def _couples(saisies: tuple[str, ...]) -> dict[str, str]:
    couples = {}
    for saisie in saisies:
        nom, separateur, valeur = saisie.partition("=")
        if not separateur:
            raise ErreurRepartition("option", f"«\u202f{saisie}\u202f» doit s’écrire NOM=VALEUR.")
        couples[nom.strip()] = valeur.strip()
    return couples


def _montant(saisie: str | None, cle: Cle) -> int | None:
    if saisie is None and cle.prix_unitaire is None:
        raise ErreurRepartition("montant", "Indiquez le montant à répartir avec --montant.")
    return None if saisie is None else lire_montant(saisie)


def _populations(epci: EpciReference) -> Poids:
    criteres = ("population_municipale", "population_totale")
    return {
        critere: {
            commune.siren or commune.code_insee: valeur
            for commune in epci.communes
            if (valeur := getattr(commune, critere)) is not None
        }
        for critere in criteres
    }


def _lire_poids(fichier: Path) -> dict[str, dict[str, Fraction]]:
    """A CSV of weights: `siren` and one column a criterion; `;` or `,`, decimal commas accepted."""
    try:
        texte = fichier.read_bytes()
    except OSError as erreur:
        raise ErreurRepartition("fichier", f"Le fichier {fichier} ne peut pas être lu.") from erreur
    lignes = _decoder(texte).splitlines()
    lecteur = csv.DictReader(lignes, delimiter=";" if lignes and ";" in lignes[0] else ",")
    criteres = [nom.strip() for nom in lecteur.fieldnames or [] if nom]
    if "siren" not in criteres:
        raise ErreurRepartition("fichier", f"Le fichier {fichier} n’a pas de colonne «\u202fsiren\u202f».")
    poids: dict[str, dict[str, Fraction]] = {nom: {} for nom in criteres if nom != "siren"}
    for ligne in lecteur:
        propre = {
            (nom or "").strip(): (valeur or "") for nom, valeur in ligne.items() if isinstance(valeur, str)
        }
        siren = "".join(propre.get("siren", "").split())
        for critere in poids:
            if propre.get(critere, "").strip():
                poids[critere][siren] = lire_nombre(propre[critere], f"Le poids {critere} de {siren}")
    return poids


def _decoder(texte: bytes) -> str:
    try:
        return texte.decode("utf-8-sig")
    except UnicodeDecodeError:
        return texte.decode("cp1252", errors="replace")


def _json(resultat: Repartition) -> str:
    contenu = {
        "total_centimes": resultat.total_centimes,
        "parts": [
            {
                "siren": p.siren,
                "nom": p.nom,
                "poids": _nombre(p.poids),
                "montant_centimes": p.montant_centimes,
            }
            for p in resultat.parts
        ],
        "reste_centimes": resultat.reste_centimes,
        "explication": list(resultat.explication.lignes()),
    }
    return json.dumps(contenu, ensure_ascii=False, indent=2) + "\n"


def _nombre(poids: Fraction) -> int | float:
    return poids.numerator if poids.denominator == 1 else float(poids)


def _tableau(epci: EpciReference, resultat: Repartition) -> str:
    largeur = max(len(part.nom) for part in resultat.parts)
    lignes = [epci.nom, ""]
    for part in resultat.parts:
        montant, poids = ecrire_montant(part.montant_centimes), ecrire_nombre(part.poids, 4)
        lignes.append(f"{part.nom:<{largeur}}  {poids:>14}  {montant:>18}")
    lignes += [f"{'Total':<{largeur}}  {'':>14}  {ecrire_montant(resultat.total_centimes):>18}", ""]
    return "\n".join([*lignes, *resultat.explication.lignes()]) + "\n"


def _refuser(message: str) -> NoReturn:
    click.echo(f"Erreur\u202f: {message}", err=True)
    raise SystemExit(EMPLOI_INCORRECT)
