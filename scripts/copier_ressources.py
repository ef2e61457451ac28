"""Copy the few front-end files the site serves, with their licences, from node_modules to the static folder.

Run after `npm ci`; the result is never committed. Bootstrap Icons are gathered into one small SVG sprite.
"""

import re
import shutil
from pathlib import Path

RACINE = Path(__file__).resolve().parents[1]
MODULES = RACINE / "node_modules"
CIBLE = RACINE / "accord" / "socle" / "interface" / "static" / "vendor"

FICHIERS = {
    "bootstrap": {
        "bootstrap": ["LICENSE", "dist/css/bootstrap.min.css"],
    },
    "leaflet": {
        "leaflet": ["LICENSE", "dist/leaflet.js", "dist/leaflet.css"],
        "leaflet/images": [
            "dist/images/layers.png",
            "dist/images/layers-2x.png",
            "dist/images/marker-icon.png",
            "dist/images/marker-icon-2x.png",
            "dist/images/marker-shadow.png",
        ],
    },
    "@fontsource-variable/source-sans-3": {
        "source-sans-3": [
            "LICENSE",
            "files/source-sans-3-latin-wght-normal.woff2",
            "files/source-sans-3-latin-wght-italic.woff2",
            "files/source-sans-3-latin-ext-wght-normal.woff2",
        ],
    },
    "@fontsource-variable/source-serif-4": {
        "source-serif-4": [
            "LICENSE",
            "files/source-serif-4-latin-wght-normal.woff2",
            "files/source-serif-4-latin-ext-wght-normal.woff2",
        ],
    },
    "bootstrap-icons": {"bootstrap-icons": ["LICENSE"]},
}
PICTOGRAMMES = (RACINE / "scripts" / "pictogrammes.txt").read_text(encoding="utf-8").split()
COMMENTAIRE_DE_CARTE = re.compile(rb"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*")


def copier(module: str, dossier: str, nom: str) -> None:
    """One file, without the comment that points to a source map we do not ship."""
    source, cible = MODULES / module / nom, CIBLE / dossier / Path(nom).name
    cible.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".css", ".js"}:
        cible.write_bytes(COMMENTAIRE_DE_CARTE.sub(b"", source.read_bytes()))
    else:
        shutil.copyfile(source, cible)


def symbole(nom: str) -> str:
    """One icon as a <symbol> of the sprite."""
    svg = (MODULES / "bootstrap-icons" / "icons" / f"{nom}.svg").read_text(encoding="utf-8")
    dessin = svg[svg.index(">") + 1 : svg.rindex("</svg>")].strip()
    return f'<symbol id="{nom}" viewBox="0 0 16 16">{dessin}</symbol>'


def main() -> None:
    shutil.rmtree(CIBLE, ignore_errors=True)
    for module, dossiers in FICHIERS.items():
        for dossier, noms in dossiers.items():
            for nom in noms:
                copier(module, dossier, nom)
    planche = "\n".join(symbole(nom) for nom in PICTOGRAMMES)
    (CIBLE / "bootstrap-icons" / "pictogrammes.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg">\n{planche}\n</svg>\n', encoding="utf-8"
    )
    print(
        f"{sum(1 for f in CIBLE.rglob('*') if f.is_file())} fichiers copiés dans {CIBLE.relative_to(RACINE)}"
    )


if __name__ == "__main__":
    main()
