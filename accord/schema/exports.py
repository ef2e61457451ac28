"""The opinions as a workbook."""

import io

from django.utils import timezone
from xlsxwriter import Workbook

from accord.schema.selectors.avis import LigneAvis, SuiviAvis

COLONNES = (
    ("SIREN", 12),
    ("Commune", 30),
    ("Population municipale", 14),
    ("État", 28),
    ("Rapport envoyé le", 16),
    ("Rapport reçu le", 16),
    ("Preuve de réception", 34),
    ("Réputé favorable le", 18),
    ("Jours restants", 12),
    ("Date de l’avis", 16),
    ("Délibération", 20),
    ("Réserves", 60),
)
DATES = (4, 5, 7, 9)


def classeur_avis(suivi: SuiviAvis) -> bytes:
    """One row a commune; texts are never read as formulas; the same data give the same bytes."""
    sortie = io.BytesIO()
    classeur = Workbook(sortie, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    gras = classeur.add_format({"bold": True, "bg_color": "#E4EDF0", "text_wrap": True, "valign": "top"})
    jour = classeur.add_format({"num_format": "dd/mm/yyyy"})
    feuille = classeur.add_worksheet("Avis des communes")
    feuille.freeze_panes(1, 2)
    for rang, (titre, largeur) in enumerate(COLONNES):
        feuille.set_column(rang, rang, largeur)
        feuille.write_string(0, rang, titre, gras)
    for numero, ligne in enumerate(suivi.lignes, start=1):
        for rang, valeur in enumerate(_valeurs(ligne)):
            if valeur is None or valeur == "":
                continue
            if rang in DATES:
                feuille.write_datetime(numero, rang, valeur, jour)
            else:
                feuille.write(numero, rang, valeur)
    feuille.autofilter(0, 0, len(suivi.lignes), len(COLONNES) - 1)
    classeur.close()
    return sortie.getvalue()


def _valeurs(ligne: LigneAvis) -> tuple:
    transmission, avis = ligne.transmission, ligne.avis
    return (
        ligne.commune.siren,
        ligne.commune.nom,
        ligne.commune.population_municipale,
        ligne.libelle,
        timezone.localdate(transmission.envoye_le) if transmission else None,
        transmission.date_reception if transmission else None,
        transmission.get_preuve_display() if transmission else "",
        transmission.date_avis_tacite if transmission else None,
        ligne.jours_restants,
        avis.date_avis if avis else None,
        avis.numero_deliberation if avis else "",
        avis.reserves if avis else "",
    )
