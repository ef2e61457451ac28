"""The plan as a workbook."""

import io

import xlsxwriter

from accord.plan.selectors import LigneFiche

COLONNES = (
    ("N°", 6),
    ("Titre", 44),
    ("Service", 28),
    ("Orientation", 34),
    ("État", 12),
    ("Pilote élu·e", 26),
    ("Pilote administratif", 26),
    ("Communes concernées", 44),
    ("Prise d’effet", 13),
    ("Étapes", 9),
    ("Faites", 9),
    ("En retard", 10),
    ("Prochaine étape", 40),
    ("Date prévue", 13),
)


def plan_en_xlsx(lignes: tuple[LigneFiche, ...], titre: str) -> bytes:
    """One row a sheet. Text stays text: a cell that begins with « = » is never a formula."""
    sortie = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(sortie, options) as classeur:
        classeur.set_properties({"title": titre, "author": "Commun Accord"})
        feuille = classeur.add_worksheet("Plan d’actions")
        entete = classeur.add_format(
            {"bold": True, "bg_color": "#E4EDF0", "text_wrap": True, "valign": "top"}
        )
        texte = classeur.add_format({"text_wrap": True, "valign": "top"})
        jour = classeur.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
        for rang, (libelle, largeur) in enumerate(COLONNES):
            feuille.set_column(rang, rang, largeur)
            feuille.write_string(0, rang, libelle, entete)
        for numero, ligne in enumerate(lignes, start=1):
            _ecrire(feuille, numero, ligne, texte, jour)
        feuille.freeze_panes(1, 2)
        feuille.autofilter(0, 0, len(lignes), len(COLONNES) - 1)
    return sortie.getvalue()


def _ecrire(
    feuille: "xlsxwriter.worksheet.Worksheet",
    numero: int,
    ligne: LigneFiche,
    texte: "xlsxwriter.format.Format",
    jour: "xlsxwriter.format.Format",
) -> None:
    valeurs = (
        ligne.numero,
        ligne.titre,
        ligne.service,
        ligne.orientation,
        ligne.etat_libelle,
        ligne.pilote_elu,
        ligne.pilote_administratif,
        ", ".join(ligne.communes),
        ligne.date_effet,
        ligne.nombre_etapes,
        ligne.nombre_realisees,
        ligne.nombre_retards,
        ligne.prochaine_etape,
        ligne.prochaine_date,
    )
    for rang, valeur in enumerate(valeurs):
        if isinstance(valeur, str):
            feuille.write_string(numero, rang, valeur, texte)
        elif isinstance(valeur, int):
            feuille.write_number(numero, rang, valeur, texte)
        elif valeur is not None:
            feuille.write_datetime(numero, rang, valeur, jour)
