"""The workbook of a scenario: numbers as numbers, texts as texts (never a formula from what people typed)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from accord.scenarios.adaptateurs import Simulation, libelle_cle
from accord.scenarios.permissions import Regard
from accord.scenarios.selectors.contenu import explication_service
from accord.scenarios.selectors.resultats import en_etp, siren_du_regard

TYPE_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EUROS, ETP = "#,##0.00", "0.00"


def classeur_resultats(simulation: Simulation, regard: Regard) -> bytes:
    """Sheets: spending, staffing, contributions, services, hypotheses."""
    propre = siren_du_regard(regard) if regard.est_partiel else None
    tampon = BytesIO()
    classeur = xlsxwriter.Workbook(
        tampon,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    _depenses(classeur, simulation, regard, propre)
    _effectifs(classeur, simulation, regard, propre)
    _contributions(classeur, simulation, regard, propre)
    _services(classeur, simulation, regard)
    _hypotheses(classeur, simulation)
    classeur.close()
    return tampon.getvalue()


def _feuille(
    classeur: Any,
    nom: str,
    entetes: Sequence[str],
    lignes: Iterable[Sequence[Any]],
    format_nombre: str = EUROS,
) -> None:
    feuille = classeur.add_worksheet(nom)
    gras = classeur.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    nombre = classeur.add_format({"num_format": format_nombre})
    feuille.write_row(0, 0, entetes, gras)
    feuille.freeze_panes(1, 0)
    for rang, ligne in enumerate(lignes, start=1):
        for colonne, valeur in enumerate(ligne):
            if isinstance(valeur, Decimal):
                feuille.write_number(rang, colonne, valeur, nombre)
            elif isinstance(valeur, int):
                feuille.write_number(rang, colonne, valeur)
            else:
                feuille.write_string(rang, colonne, str(valeur))
    feuille.autofit()


def _euros(centimes: int) -> Decimal:
    return Decimal(centimes) / 100


def _depenses(classeur: Any, simulation: Simulation, regard: Regard, propre: str | None) -> None:
    entetes = ["SIREN", "Collectivité", "Année", "Chacun seul (€)", "Avec le scénario (€)", "Écart (€)"]
    lignes = (
        (
            ligne.siren,
            ligne.nom,
            ligne.annee,
            _euros(ligne.seul_centimes),
            _euros(ligne.avec_centimes),
            _euros(ligne.ecart_centimes),
        )
        for ligne in simulation.resultat.depenses()
        if regard.depenses or ligne.siren == propre
    )
    _feuille(classeur, "Dépenses", entetes, lignes)


def _effectifs(classeur: Any, simulation: Simulation, regard: Regard, propre: str | None) -> None:
    entetes = ["SIREN", "Employeur", "Année", "ETP sans", "ETP avec", "Écart (ETP)"]
    lignes = (
        (
            ligne.siren,
            ligne.nom,
            ligne.annee,
            en_etp(ligne.etp_sans_centiemes),
            en_etp(ligne.etp_avec_centiemes),
            en_etp(ligne.etp_avec_centiemes - ligne.etp_sans_centiemes),
        )
        for ligne in simulation.resultat.effectifs()
        if regard.effectifs or ligne.siren == propre
    )
    _feuille(classeur, "Effectifs", entetes, lignes, ETP)


def _contributions(classeur: Any, simulation: Simulation, regard: Regard, propre: str | None) -> None:
    entetes = [
        "SIREN",
        "Collectivité",
        "Code",
        "Service",
        "Année",
        "Contribution (€)",
        "Conservé (€)",
        "Seul (€)",
    ]
    noms = {employeur.siren: employeur.nom for employeur in simulation.resultat.employeurs}
    libelles = {service.code: service.libelle for service in simulation.resultat.services}
    lignes = (
        (
            ligne.siren,
            noms[ligne.siren],
            ligne.code,
            libelles[ligne.code],
            ligne.annee,
            _euros(ligne.montant_centimes),
            _euros(ligne.garde_centimes),
            _euros(ligne.seul_centimes),
        )
        for ligne in simulation.resultat.lignes_contribution()
        if (regard.depenses or ligne.siren == propre) and regard.voit_service(ligne.code)
    )
    _feuille(classeur, "Contributions", entetes, lignes)


def _services(classeur: Any, simulation: Simulation, regard: Regard) -> None:
    entetes = ["Code", "Service", "Gestionnaire", "Clé", "Comment le coût est obtenu"]
    lignes = (
        (
            service.code,
            service.libelle,
            service.gestionnaire.nom,
            libelle_cle(service.cle, service.parametres_cle),
            " ".join(explication_service(simulation, service)),
        )
        for service in simulation.scenario.services.all()
        if regard.voit_service(service.code)
    )
    _feuille(classeur, "Services", entetes, lignes)


def _hypotheses(classeur: Any, simulation: Simulation) -> None:
    scenario = simulation.scenario
    lignes = [
        ("Scénario", scenario.nom),
        (
            "État arrêté",
            f"version {scenario.etat_arrete.version}, empreinte {scenario.etat_arrete.empreinte}",
        ),
        ("Inflation annuelle (%)", str(scenario.inflation_pourcent).replace(".", ",")),
        ("Autres hypothèses", scenario.hypotheses),
        *(("À noter", texte) for texte in simulation.avertissements),
    ]
    _feuille(classeur, "Hypothèses", ["Hypothèse", "Valeur"], lignes)
