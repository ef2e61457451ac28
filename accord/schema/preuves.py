"""The proof pack: everything that shows the circuit was followed, and how to check it without this software.

A zip written as it is read: same circuit, same bytes; memory holds one file at a time.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from accord.schema.models import Schema, VersionRapport
from accord.schema.pieces_preuve import approbation_json, avis_json, journal_json, transmissions_json
from accord.socle.documents.models import DocumentGenere
from accord.socle.instantanes import canonique

LISEZMOI = """DOSSIER DE PREUVE — {titre}

Ce dossier rassemble ce qui établit le déroulement du circuit d’avis et d’approbation :

  rapport/        chaque version figée du rapport : données (JSON), PDF, Word
  scenario/       le scénario retenu, tel que figé
  receptions/     les preuves de réception jointes, une par commune (SIREN)
  avis/           les délibérations jointes, une par commune (SIREN)
  approbation/    la délibération d’approbation
  transmissions.json, avis.json, approbation.json, journal.json
  MANIFEST.json   la liste des fichiers, leur taille et leur empreinte SHA-256

Vérifier les fichiers
  Linux, macOS :  sha256sum -c EMPREINTES.sha256      (macOS : shasum -a 256 -c EMPREINTES.sha256)
  Windows      :  certutil -hashfile NOM-DU-FICHIER SHA256   puis comparer avec MANIFEST.json

Vérifier une version figée
  L’empreinte d’une version est le SHA-256 de son contenu JSON écrit sous forme canonique : clés triées,
  sans espace, en UTF-8. Le fichier rapport/version-N.json est déjà sous cette forme : son empreinte est celle
  imprimée sur la couverture et au pied de chaque page du document. De même pour scenario/scenario-retenu.json.

Vérifier le journal
  Chaque entrée porte l’empreinte de la précédente. L’extrait ne contient que les actes de cette démarche.
"""


@dataclass(frozen=True)
class Piece:
    """A file of the pack."""

    chemin: str
    contenu: bytes

    @property
    def empreinte(self) -> str:
        return hashlib.sha256(self.contenu).hexdigest()


def dossier_de_preuve(schema: Schema) -> Iterator[bytes]:
    """Stream the zip: the papers first, then their list."""
    tampon = _Tampon()
    manifeste: list[dict[str, Any]] = []
    with zipfile.ZipFile(tampon, "w") as archive:
        for piece in _pieces(schema):
            manifeste.append(
                {"chemin": piece.chemin, "taille_octets": len(piece.contenu), "sha256": piece.empreinte}
            )
            _ecrire(archive, piece)
            yield tampon.vider()
        for piece in _finales(schema, manifeste):
            _ecrire(archive, piece)
            yield tampon.vider()
    yield tampon.vider()


def _pieces(schema: Schema) -> Iterator[Piece]:
    yield Piece("LISEZMOI.txt", LISEZMOI.format(titre=str(schema)).encode())
    yield Piece("scenario/scenario-retenu.json", _canonique(schema.scenario_retenu.contenu))
    for version in schema.versions.all():
        yield Piece(f"rapport/version-{version.version}.json", _canonique(version.contenu))
        yield from _documents(version)
    transmissions = list(
        schema.transmissions.select_related("collectivite", "version_rapport", "avis").prefetch_related(
            "avis_tardifs"
        )
    )
    for transmission in transmissions:
        avis = getattr(transmission, "avis", None)
        yield from _jointe(transmission.preuve_fichier, "receptions", transmission.collectivite.siren)
        yield from _jointe(avis.piece if avis else None, "avis", transmission.collectivite.siren)
    yield Piece("transmissions.json", _lisible(transmissions_json(transmissions)))
    yield Piece("avis.json", _lisible(avis_json(transmissions)))
    approbation = getattr(schema, "approbation", None)
    if approbation is not None:
        yield from _jointe(approbation.piece, "approbation", "deliberation")
    yield Piece("approbation.json", _lisible(approbation_json(approbation)))
    yield Piece("journal.json", _lisible(journal_json(schema.demarche)))


def _documents(version: VersionRapport) -> Iterator[Piece]:
    for document in DocumentGenere.objects.du_sujet(version).defer("contexte"):
        with document.fichier.open("rb") as fichier:
            yield Piece(f"rapport/version-{version.version}.{document.format}", fichier.read())


def _jointe(fichier: Any, dossier: str, nom: str | None) -> Iterator[Piece]:
    if not fichier:
        return
    with fichier.open("rb") as ouvert:
        yield Piece(f"{dossier}/{nom}.{fichier.name.rsplit('.', 1)[-1]}", ouvert.read())


def _finales(schema: Schema, manifeste: list[dict[str, Any]]) -> Iterator[Piece]:
    contenu = {
        "format": "accord/preuves/1",
        "demarche": schema.demarche.nom,
        "epci": {"siren": schema.demarche.epci.siren, "nom": schema.demarche.epci.nom},
        "etat": schema.etat,
        "versions": [
            {"version": v.version, "empreinte": v.empreinte, "fige_le": v.fige_le.isoformat()}
            for v in schema.versions.all()
        ],
        "fichiers": manifeste,
    }
    yield Piece("MANIFEST.json", _lisible(contenu))
    lignes = "".join(f"{fichier['sha256']}  {fichier['chemin']}\n" for fichier in manifeste)
    yield Piece("EMPREINTES.sha256", lignes.encode())


def _canonique(contenu: Any) -> bytes:
    return canonique(contenu).encode()


def _lisible(contenu: Any) -> bytes:
    return json.dumps(contenu, ensure_ascii=False, indent=2, sort_keys=True).encode()


def _ecrire(archive: zipfile.ZipFile, piece: Piece) -> None:
    entree = zipfile.ZipInfo(piece.chemin, date_time=(1980, 1, 1, 0, 0, 0))
    entree.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entree, piece.contenu)


class _Tampon(io.RawIOBase):
    """A file that can only be written, and is emptied towards the browser as it fills."""

    def __init__(self) -> None:
        self._morceaux: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, octets: Any) -> int:
        self._morceaux.append(bytes(octets))
        return len(octets)

    def flush(self) -> None:
        """Nothing to do: the pieces are handed over by `vider`."""

    def vider(self) -> bytes:
        contenu = b"".join(self._morceaux)
        self._morceaux.clear()
        return contenu
