"""The two sheets that explain the workbook to the person who fills it."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter import Workbook

from accord.diagnostic.classeur.colonnes import Colonne, Genre
from accord.diagnostic.classeur.feuilles import FEUILLES
from accord.diagnostic.classeur.lecture.limites import PHRASE_LIMITES

CONSEILS = (
    "Remplissez les feuilles qui vous concernent, puis déposez ce classeur sur la page du diagnostic.",
    "Les colonnes à titre foncé sont nécessaires\u202f; les autres se laissent vides si vous ne savez pas.",
    "Une valeur inconnue reste vide\u202f: n’écrivez pas 0.",
    "Vous pouvez ajouter des lignes, des colonnes ou des feuilles\u202f: elles ne gênent pas.",
    "Rien n’est enregistré avant que vous n’ayez vu, ligne par ligne, ce qui est compris et ce qui ne l’est pas.",
    "Feuille Agents\u202f: jamais de nom, un matricule que vous seul savez relier à une personne.",
    PHRASE_LIMITES,
)
_TYPES = {
    Genre.SIREN: "SIREN à 9 chiffres",
    Genre.CHOIX: "liste",
    Genre.NOMBRE: "nombre",
    Genre.ENTIER: "nombre entier",
    Genre.MONTANT: "montant en euros",
    Genre.PART: "part de 0 à 1, ou pourcentage",
    Genre.POURCENT: "pourcentage",
    Genre.ANNEE: "année",
    Genre.DATE: "date",
}


def ecrire_lisez_moi(classeur: Workbook, noms: Mapping[str, str], *, titre: str, consigne: str) -> None:
    """How to fill the workbook, and the SIREN it accepts."""
    feuille = classeur.add_worksheet("Lisez-moi")
    gras, repli = (
        classeur.add_format({"bold": True}),
        classeur.add_format({"text_wrap": True, "valign": "top"}),
    )
    feuille.set_column(0, 0, 80, repli)
    feuille.set_column(3, 4, 32)
    feuille.write_string(0, 0, titre, gras)
    for rang, phrase in enumerate(filter(None, (consigne, *CONSEILS)), 1):
        feuille.write_string(rang, 0, phrase, repli)
    feuille.write_row(0, 3, ("Numéros utilisables", "Collectivité"), gras)
    for rang, (siren, nom) in enumerate(noms.items(), 1):
        feuille.write_string(rang, 3, siren)
        feuille.write_string(rang, 4, nom)


def _attendu(colonne: Colonne) -> str:
    if colonne.choix:
        return "liste\u202f: " + ", ".join(colonne.choix)
    nature = _TYPES.get(colonne.genre, "texte")
    if colonne.genre == Genre.ENTIER and colonne.maxi is not None:
        return f"{nature} de {colonne.mini} à {colonne.maxi}"
    return nature


def ecrire_dictionnaire(classeur: Workbook) -> None:
    """Every column: what is expected, whether it is needed, what it means."""
    feuille = classeur.add_worksheet("Dictionnaire")
    gras, repli = (
        classeur.add_format({"bold": True}),
        classeur.add_format({"text_wrap": True, "valign": "top"}),
    )
    feuille.set_column(0, 1, 24)
    feuille.set_column(2, 4, 44, repli)
    feuille.write_row(0, 0, ("Feuille", "Colonne", "Attendu", "Nécessaire", "Sens"), gras)
    lignes = [(f.nom, c) for f in FEUILLES for c in f.colonnes]
    for rang, (nom, colonne) in enumerate(lignes, 1):
        cellules = (
            nom,
            colonne.libelle,
            _attendu(colonne),
            "oui" if colonne.obligatoire else "non",
            colonne.aide,
        )
        for position, texte in enumerate(cellules):
            feuille.write_string(rang, position, texte)
