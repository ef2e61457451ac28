"""Where templates live: `accord/<app>/gabarits/<nom>.<extension>`, named « app/nom »."""

import re
from pathlib import Path

RACINE = Path(__file__).resolve().parents[2]
_NOM = re.compile(r"^[a-z_]+(/[a-z_]+)?/[a-z0-9_]+$")


class GabaritInconnu(LookupError):
    """No template bears that name."""


def chemin_gabarit(gabarit: str, extension: str) -> Path:
    """Return the file of a template named « schema/rapport » (or « socle/documents/specimen »)."""
    if not _NOM.match(gabarit):
        raise GabaritInconnu(gabarit)
    application, nom = gabarit.rsplit("/", 1)
    chemin = RACINE / application / "gabarits" / f"{nom}.{extension}"
    if not chemin.is_file():
        raise GabaritInconnu(gabarit)
    return chemin
