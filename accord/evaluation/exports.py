"""The table of a year as a workbook."""

import io
from decimal import Decimal

import xlsxwriter

from accord.evaluation.selectors import Tableau

COLONNES = (
    ("Service", 30),
    ("Indicateur", 48),
    ("Unité", 12),
    ("Prévision", 16),
    ("Objectif", 16),
    ("Réajusté", 10),
    ("Mesure", 16),
    ("Constatée le", 13),
    ("Source", 40),
    ("Écart", 44),
)


def tableau_en_xlsx(tableau: Tableau, titre: str) -> bytes:
    """One row an indicator; unknown values are empty cells, text is never a formula."""
    sortie = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(sortie, options) as classeur:
        classeur.set_properties({"title": titre, "author": "Commun Accord"})
        feuille = classeur.add_worksheet(f"Indicateurs {tableau.annee}")
        entete = classeur.add_format({"bold": True, "bg_color": "#E4EDF0", "text_wrap": True})
        jour = classeur.add_format({"num_format": "dd/mm/yyyy"})
        for rang, (libelle, largeur) in enumerate(COLONNES):
            feuille.set_column(rang, rang, largeur)
            feuille.write_string(0, rang, libelle, entete)
        for numero, ligne in enumerate(tableau.lignes, start=1):
            annee = ligne.annee
            feuille.write_string(numero, 0, ligne.service)
            feuille.write_string(numero, 1, ligne.libelle)
            feuille.write_string(numero, 2, ligne.unite)
            _nombre(feuille, numero, 3, annee.prevision_centiemes)
            _nombre(feuille, numero, 4, annee.objectif_centiemes)
            feuille.write_string(numero, 5, "oui" if annee.est_reajuste else "")
            _nombre(feuille, numero, 6, annee.mesure_centiemes)
            if annee.date_mesure:
                feuille.write_datetime(numero, 7, annee.date_mesure, jour)
            feuille.write_string(numero, 8, annee.source)
            feuille.write_string(numero, 9, annee.ecart.texte if annee.ecart else "")
        feuille.freeze_panes(1, 2)
        feuille.autofilter(0, 0, len(tableau.lignes), len(COLONNES) - 1)
    return sortie.getvalue()


def _nombre(
    feuille: "xlsxwriter.worksheet.Worksheet", ligne: int, colonne: int, centiemes: int | None
) -> None:
    if centiemes is not None:
        feuille.write_number(ligne, colonne, Decimal(centiemes) / 100)
