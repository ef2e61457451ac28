"""`accord verifier-diagnostic`: check a diagnostic workbook against an EPCI, without database.

Exit code: 0 when every row is accepted, 1 with refusals, 2 when the file cannot be read.
"""

import json
import sys
from pathlib import Path

import click

from accord.diagnostic.classeur import ClasseurIllisible, Rapport, verifier_classeur
from accord.territoire.referentiel import EpciInconnu, charger_epci


def _pluriel(nombre: int, mot: str) -> str:
    return f"{nombre} {mot}{'s' if nombre > 1 else ''}"


def _nombre(valeur: float) -> str:
    texte = f"{valeur:,.2f}".replace(",", "\u202f").replace(".", ",")
    return texte.removesuffix(",00")


def _afficher(rapport: Rapport) -> None:
    """The report as a person reads it."""
    click.echo(f"{rapport.nom_epci} ({rapport.siren_epci})\n")
    for nom, feuille in rapport.feuilles.items():
        acceptees = _pluriel(len(feuille.acceptees), "acceptée")
        click.echo(f"  {nom:<12} {acceptees}, {_pluriel(feuille.refusees, 'refusée')}")
    if rapport.refus:
        click.echo("\nÀ corriger (les lignes acceptées sont gardées)\u202f:")
    for refus in rapport.refus:
        click.echo(f"  {refus.feuille} — {refus.message}")
    if rapport.observations:
        click.echo("\nÀ savoir\u202f:")
    for observation in rapport.observations:
        click.echo(f"  {observation}")
    totaux = rapport.totaux.en_json()
    click.echo("\nTotaux des lignes acceptées\u202f:")
    click.echo(f"  ETP des services     {_nombre(totaux['etp_services'])}")
    click.echo(f"  ETP des agents       {_nombre(totaux['etp_agents'])}")
    click.echo(f"  Coût direct          {_nombre(totaux['cout_direct'])}\u00a0€")
    click.echo(f"  Contrats, par an     {_nombre(totaux['contrats_montant'])}\u00a0€")


@click.command()
@click.argument("fichier", type=click.Path(path_type=Path))
@click.option(
    "--epci", "siren", required=True, metavar="SIREN", help="Numéro SIREN de l’EPCI (neuf chiffres)."
)
@click.option("--json", "en_json", is_flag=True, help="Répondre en JSON.")
def commande(fichier: Path, siren: str, en_json: bool) -> None:
    """Vérifier un classeur de diagnostic (XLSX, ODS, CSV) et en donner les totaux."""
    try:
        rapport = verifier_classeur(fichier, charger_epci(siren.replace(" ", "")))
    except (ClasseurIllisible, EpciInconnu) as erreur:
        click.echo(f"Erreur\u202f: {erreur}", err=True)
        sys.exit(2)
    if en_json:
        click.echo(json.dumps(rapport.en_json(), ensure_ascii=False, indent=1))
    else:
        _afficher(rapport)
    sys.exit(1 if rapport.refus else 0)
