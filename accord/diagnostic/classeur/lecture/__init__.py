"""Read a file, an archive of CSV or a folder of CSV into raw sheets; the kind is told by the content."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

from accord.diagnostic.classeur.lecture.archive import TRONQUE, lire_membre, verifier_archive
from accord.diagnostic.classeur.lecture.csv_texte import lire_csv
from accord.diagnostic.classeur.lecture.erreurs import ClasseurIllisible
from accord.diagnostic.classeur.lecture.feuille_brute import FeuilleBrute
from accord.diagnostic.classeur.lecture.limites import TAILLE_FICHIER_MAXI
from accord.diagnostic.classeur.lecture.tableur import MOT_DE_PASSE, lire_tableur

__all__ = ["ClasseurIllisible", "FeuilleBrute", "lire_source"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHIFFRE = "EncryptedPackage".encode("utf-16-le")
_AUTRES = {
    b"%PDF": "C’est un document PDF",
    b"\x89PNG": "C’est une image",
    b"\xff\xd8\xff": "C’est une image",
    b"{\\rtf": "C’est un document de texte",
    b"<": "C’est une page web ou un fichier XML",
    b"Rar!": "C’est une archive RAR",
    b"7z\xbc\xaf": "C’est une archive 7z",
    b"\x1f\x8b": "C’est une archive compressée",
}
_EXTENSIONS_CSV = (".csv", ".tsv", ".txt")


def lire_source(source: Path | bytes, nom: str = "") -> list[FeuilleBrute]:
    """Raw sheets of a path (file or folder) or of bytes received; raises `ClasseurIllisible`."""
    if isinstance(source, Path):
        if source.is_dir():
            return _lire_dossier(source)
        return _lire_contenu(_lire_fichier(source), nom or source.name)
    return _lire_contenu(source, nom)


def _lire_fichier(chemin: Path) -> bytes:
    try:
        if chemin.stat().st_size > TAILLE_FICHIER_MAXI:
            raise ClasseurIllisible("Ce fichier dépasse la limite de 25 Mo\u202f: il n’a pas été ouvert.")
        return chemin.read_bytes()
    except OSError as erreur:
        raise ClasseurIllisible(
            f"Le fichier «\u202f{chemin}\u202f» est introuvable ou ne peut pas être ouvert."
        ) from erreur


def _lire_dossier(dossier: Path) -> list[FeuilleBrute]:
    fichiers = sorted(f for f in dossier.iterdir() if f.suffix.lower() in _EXTENSIONS_CSV and f.is_file())
    if not fichiers:
        raise ClasseurIllisible("Ce dossier ne contient aucun fichier CSV.")
    return [lire_csv(_lire_fichier(f), f.stem) for f in fichiers]


def _lire_contenu(contenu: bytes, nom: str) -> list[FeuilleBrute]:
    if not contenu.strip():
        raise ClasseurIllisible("Ce fichier est vide.")
    if len(contenu) > TAILLE_FICHIER_MAXI:
        raise ClasseurIllisible("Ce fichier dépasse la limite de 25 Mo\u202f: il n’a pas été ouvert.")
    if contenu.startswith(b"PK"):
        return _lire_archive(contenu)
    if contenu.startswith(_OLE):
        if _CHIFFRE in contenu:
            raise ClasseurIllisible(MOT_DE_PASSE)
        return lire_tableur(contenu)
    for debut, phrase in _AUTRES.items():
        if contenu.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(debut):
            raise ClasseurIllisible(
                f"{phrase}, pas un classeur\u202f: enregistrez-le au format XLSX, ODS ou CSV."
            )
    return _lire_texte(contenu, nom)


def _lire_texte(contenu: bytes, nom: str) -> list[FeuilleBrute]:
    feuille = lire_csv(contenu, PurePosixPath(nom).stem or "CSV")
    if max((len(ligne) for ligne in feuille.lignes), default=0) < 2:
        raise ClasseurIllisible("Ce fichier n’est ni un classeur (XLSX, ODS, XLS) ni un tableau CSV.")
    return [feuille]


def _lire_archive(contenu: bytes) -> list[FeuilleBrute]:
    try:
        with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
            noms = archive.namelist()
            if any(n.startswith("xl/") for n in noms) or "content.xml" in noms:
                verifier_archive(archive)
                return lire_tableur(contenu)
            return _lire_csv_zippes(archive, noms)
    except (zipfile.BadZipFile, EOFError, UnicodeDecodeError) as erreur:
        raise ClasseurIllisible(TRONQUE) from erreur


def _lire_csv_zippes(archive: zipfile.ZipFile, noms: list[str]) -> list[FeuilleBrute]:
    tables = [n for n in noms if n.lower().endswith(_EXTENSIONS_CSV) and not n.startswith("__MACOSX")]
    if not tables:
        nature = "C’est un document Word" if any(n.startswith("word/") for n in noms) else "Cette archive"
        raise ClasseurIllisible(f"{nature}\u202f: aucun classeur ni fichier CSV n’y a été trouvé.")
    feuilles, total = [], 0
    for nom in tables:
        contenu = lire_membre(archive, nom, total)
        total += len(contenu)
        feuilles.append(lire_csv(contenu, PurePosixPath(nom).stem))
    return feuilles
