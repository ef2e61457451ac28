"""Limits of an import, said to people before they send a file."""

from __future__ import annotations

TAILLE_FICHIER_MAXI = 25 * 1024 * 1024
TAILLE_DECOMPRESSEE_MAXI = 300 * 1024 * 1024
LIGNES_MAXI = 200_000
COLONNES_MAXI = 702  # column ZZ
CELLULES_MAXI = 12_000_000
FICHIERS_MAXI = 2_000

PHRASE_LIMITES = "25 Mo au plus, 200 000 lignes par feuille au plus (XLSX, ODS, XLS ou CSV)."
