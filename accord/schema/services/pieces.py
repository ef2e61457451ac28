"""Store the papers that people attach: under their own hash, never under the name they came with."""

import hashlib
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile


def ranger_piece(champ: FieldFile, piece: UploadedFile | None) -> str:
    """Attach the file to the (unsaved) field and return its SHA-256; nothing attached gives an empty hash."""
    if piece is None:
        return ""
    contenu = piece.read()
    empreinte = hashlib.sha256(contenu).hexdigest()
    piece.seek(0)
    champ.save(f"{empreinte}{PurePath(piece.name or '').suffix.lower()}", piece, save=False)
    return empreinte
