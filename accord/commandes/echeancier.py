"""`accord echeancier`: the legal calendar of an EPCI, in a table or in JSON, without database."""

import json
from datetime import date
from typing import IO

import click

from accord.noyaux.echeancier import (
    DateHorsCalendrier,
    Donnees,
    Echeance,
    calendrier,
    renouvellement_par_defaut,
)
from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import PISTES
from accord.noyaux.echeancier.ecriture import en_lettres
from accord.noyaux.echeancier.familles.conseil import cinq_jours_francs
from accord.noyaux.echeancier.regles import referentiel
from accord.territoire.referentiel import EpciInconnu, EpciReference, charger_epci

MARQUE = {True: "vérifié", False: "à vérifier"}


class Refus(click.ClickException):
    """What was asked cannot be computed: message in French, exit code 2."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        click.echo(f"Erreur\u202f: {self.message}", err=True)


class DateIso(click.ParamType):
    """AAAA-MM-JJ, with a French message on anything else."""

    name = "AAAA-MM-JJ"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        texte = str(value).strip()
        try:
            return _lire(texte)
        except ValueError:
            nom = param.opts[0] if param else "date"
            raise Refus(
                f"{nom}\u202f: «\u202f{texte}\u202f» n’est pas une date du calendrier, "
                "écrite AAAA-MM-JJ (par exemple 2026-12-15)."
            ) from None


@click.command()
@click.option(
    "--epci", "siren", required=True, metavar="SIREN", help="Numéro SIREN de l’EPCI (neuf chiffres)."
)
@click.option("--renouvellement", type=DateIso(), help="Date du renouvellement général retenue comme base.")
@click.option("--reception", type=DateIso(), help="Date de réception du rapport par la commune.")
@click.option(
    "--piste", type=click.Choice(PISTES), default="legale", show_default=True, help="Cadre de la démarche."
)
@click.option("--json", "en_json", is_flag=True, help="Résultat en JSON.")
@click.option("--explications", is_flag=True, help="Ajoute le calcul de chaque date.")
def commande(
    siren: str,
    renouvellement: date | None,
    reception: date | None,
    piste: str,
    en_json: bool,
    explications: bool,
) -> None:
    """Calcule les échéances légales d’un EPCI, du renouvellement général au suivant."""
    try:
        epci = charger_epci(siren)
    except EpciInconnu as erreur:
        raise Refus(str(erreur)) from erreur
    base = renouvellement or renouvellement_par_defaut()
    try:
        echeances = calendrier(_donnees(epci, base, reception, piste))
    except DateHorsCalendrier as erreur:
        raise Refus(str(erreur)) from erreur
    hypotheses = _hypotheses(base, renouvellement is None, reception)
    if en_json:
        _ecrire_json(epci, base, hypotheses, echeances, explications)
    else:
        _ecrire_tableau(epci, hypotheses, echeances, explications)


def _lire(texte: str) -> date:
    """AAAA-MM-JJ, or JJ/MM/AAAA as people write it."""
    if "/" in texte:
        jour, mois, annee = (int(partie) for partie in texte.split("/"))
        return date(annee, mois, jour)
    return date.fromisoformat(texte)


def _donnees(epci: EpciReference, base: date, reception: date | None, piste: str) -> Donnees:
    populations = tuple(commune.population_municipale for commune in epci.communes)
    return Donnees(
        renouvellement=base,
        piste=piste,
        departement=epci.departement,
        cinq_jours_francs=cinq_jours_francs(Calculateur(referentiel()), populations),
        reception=reception,
    )


def _hypotheses(base: date, par_defaut: bool, reception: date | None) -> list[str]:
    """What the reader must know before using the dates."""
    dites = []
    if par_defaut:
        dites.append(
            f"Base retenue par défaut\u202f: premier tour du {en_lettres(base)}, la plus prudente\u202f; "
            "--renouvellement 2026-03-22 si une commune a eu un second tour."
        )
    if reception is None:
        dites.append(
            "Réception du rapport non renseignée\u202f: l’avis tacite est compté "
            "du dernier jour utile de notification."
        )
    elif reception < base:
        dites.append(
            "La réception du rapport précède le renouvellement général\u202f: vérifiez les deux dates."
        )
    return dites


def _ecrire_json(
    epci: EpciReference,
    base: date,
    hypotheses: list[str],
    echeances: tuple[Echeance, ...],
    explications: bool,
) -> None:
    resultat = {
        "epci": {"siren": epci.siren, "nom": epci.nom},
        "renouvellement": base.isoformat(),
        "hypotheses": hypotheses,
        "echeances": [_en_dictionnaire(echeance, explications) for echeance in echeances],
    }
    click.echo(json.dumps(resultat, ensure_ascii=False, indent=2))


def _en_dictionnaire(echeance: Echeance, explications: bool) -> dict[str, object]:
    ligne: dict[str, object] = {
        "code": echeance.code,
        "libelle": echeance.libelle,
        "date": echeance.date.isoformat(),
        "article": echeance.article,
        "verifie": echeance.verifie,
    }
    if explications:
        ligne["explication"] = echeance.explication.phrase
        ligne["reserves"] = list(echeance.explication.reserves)
    return ligne


def _ecrire_tableau(
    epci: EpciReference, hypotheses: list[str], echeances: tuple[Echeance, ...], explications: bool
) -> None:
    click.echo(f"{epci.nom} ({epci.siren})\u202f: échéances légales\n")
    for hypothese in hypotheses:
        click.echo(f"  Attention. {hypothese}")
    click.echo()
    for echeance in echeances:
        click.echo(f"{echeance.date:%d/%m/%Y}  {MARQUE[echeance.verifie]:<10}  {echeance.libelle}")
        click.echo(f"{'':<24}{echeance.article}")
        if explications:
            click.echo(f"{'':<24}{echeance.explication.phrase}")
