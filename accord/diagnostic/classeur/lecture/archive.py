"""Guards on zipped files (XLSX, ODS): real sizes are measured before anything is built in memory."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator

from accord.diagnostic.classeur.lecture.erreurs import ClasseurIllisible
from accord.diagnostic.classeur.lecture.limites import (
    CELLULES_MAXI,
    COLONNES_MAXI,
    FICHIERS_MAXI,
    LIGNES_MAXI,
    TAILLE_DECOMPRESSEE_MAXI,
)

_MORCEAU = 1 << 20
_RECOUVREMENT = 64
_CLASSES = bytes(65 if 65 <= c <= 90 else 48 if 48 <= c <= 57 else c for c in range(256))
_CELLULE = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_RANG = re.compile(rb'r="(\d+)"')
_LIGNES_REPETEES = re.compile(rb'number-rows-repeated="(\d+)"[^>]*(?<!/)>(.*?)</table:table-row>', re.DOTALL)
_COLONNES_REPETEES = re.compile(rb'number-columns-repeated="(\d+)"[^>]*(?<!/)>')
TRONQUE = (
    "Ce classeur est incomplet ou abîmé\u202f: il a sans doute été tronqué pendant l’envoi. "
    "Rouvrez-le dans votre tableur, enregistrez-le de nouveau, puis renvoyez-le."
)
TROP_GROS = (
    "Ce fichier se déploie au-delà de la limite de 300 Mo\u202f: il n’a pas été ouvert. "
    "Copiez les seules lignes utiles dans un classeur neuf."
)
TROP_DE_LIGNES = (
    "Une feuille de ce classeur dépasse 200 000 lignes ou 702 colonnes\u202f: il n’a pas été lu. "
    "Supprimez les lignes et colonnes vides à la fin, ou répartissez-les dans plusieurs classeurs."
)


def _morceaux(archive: zipfile.ZipFile, membre: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of a member by pieces, each starting with the end of the one before."""
    fin = b""
    try:
        with archive.open(membre) as flux:
            while lu := flux.read(_MORCEAU):
                yield fin + lu
                fin = lu[-_RECOUVREMENT:]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as erreur:
        raise ClasseurIllisible(TRONQUE) from erreur
    except RuntimeError as erreur:  # encrypted member
        raise ClasseurIllisible(
            "Cette archive est protégée par un mot de passe\u202f: retirez-le et renvoyez-la."
        ) from erreur


def _rang_colonne(lettres: bytes) -> int:
    rang = 0
    for lettre in lettres:
        rang = rang * 26 + lettre - 64
    return rang


def _mesurer_exactement(archive: zipfile.ZipFile, membre: zipfile.ZipInfo) -> None:
    """Refuse a sheet whose cells *with a value* reach too far (formatted empty cells do not count)."""
    lignes = colonnes = 0
    for morceau in _morceaux(archive, membre):
        for lettres, numero in _CELLULE.findall(morceau):
            lignes, colonnes = max(lignes, int(numero)), max(colonnes, _rang_colonne(lettres))
        if lignes > LIGNES_MAXI or colonnes > COLONNES_MAXI or lignes * colonnes > CELLULES_MAXI:
            raise ClasseurIllisible(TROP_DE_LIGNES)


def _feuille_suspecte(morceau: bytes, derniere_ligne: int) -> bool:
    """Cheap signs that a sheet may reach far: the exact measure then decides."""
    classes = morceau.translate(_CLASSES)
    if derniere_ligne > LIGNES_MAXI:
        return True
    if b' r="AA' in classes and (b' r="AA00000' in classes or b' r="AAA' in classes):
        return True
    lointaine = b' r="A000000' in classes
    return lointaine and (derniere_ligne < 99_000 or b' r="A0000000' in classes)


def _mesurer_feuille(archive: zipfile.ZipFile, membre: zipfile.ZipInfo, deja: int) -> int:
    """Uncompressed size of a worksheet, refused when it reaches too far."""
    taille = derniere = 0
    suspecte = False
    for morceau in _morceaux(archive, membre):
        taille += len(morceau)
        if deja + taille > TAILLE_DECOMPRESSEE_MAXI:
            raise ClasseurIllisible(TROP_GROS)
        place = morceau.rfind(b"row ")
        if place >= 0 and (rang := _RANG.search(morceau, place, place + 200)):
            derniere = int(rang[1])
        suspecte = suspecte or _feuille_suspecte(morceau, derniere)
    if suspecte:
        _mesurer_exactement(archive, membre)
    return taille


def _mesurer_ods(contenu: bytes) -> None:
    """Refuse repeated cells or rows that would unfold beyond the limits."""
    for nombre, ligne in _LIGNES_REPETEES.findall(contenu):
        if int(nombre) > 1000 and b"office:value" in ligne:
            raise ClasseurIllisible(TROP_DE_LIGNES)
    if any(int(n) > COLONNES_MAXI for n in _COLONNES_REPETEES.findall(contenu)):
        raise ClasseurIllisible(TROP_DE_LIGNES)


def verifier_archive(archive: zipfile.ZipFile) -> None:
    """Measure every XML part; raise before an oversized one reaches the reader."""
    membres = archive.infolist()
    if len(membres) > FICHIERS_MAXI:
        raise ClasseurIllisible(TROP_GROS)
    total = 0
    for membre in membres:
        nom = membre.filename.lower()
        if nom.startswith("xl/worksheets/") and nom.endswith(".xml"):
            total += _mesurer_feuille(archive, membre, total)
        elif nom == "content.xml":
            contenu = b"".join(_lire_borne(archive, membre, total))
            total += len(contenu)
            _mesurer_ods(contenu)
        elif nom.endswith((".xml", ".bin", ".rels")):
            total += sum(map(len, _lire_borne(archive, membre, total)))


def _lire_borne(archive: zipfile.ZipFile, membre: zipfile.ZipInfo, deja: int) -> Iterator[bytes]:
    """Pieces of a member without overlap, stopped at the limit."""
    taille = 0
    for rang, morceau in enumerate(_morceaux(archive, membre)):
        utile = morceau if rang == 0 else morceau[_RECOUVREMENT:]
        taille += len(utile)
        if deja + taille > TAILLE_DECOMPRESSEE_MAXI:
            raise ClasseurIllisible(TROP_GROS)
        yield utile


def lire_membre(archive: zipfile.ZipFile, nom: str, deja: int = 0) -> bytes:
    """The bytes of one member, within the limits."""
    return b"".join(_lire_borne(archive, archive.getinfo(nom), deja))
