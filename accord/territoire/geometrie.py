"""Contours on an integer grid: exact shared borders, compact storage, union without a geometry library.

A polygon is a list of closed rings, a ring a list of (x, y) integers in hundred-thousandths of a degree
(about one metre). Two communes that share a border share the very same points, before and after storage.
"""

from collections.abc import Iterable

PAS_PAR_DEGRE = 100_000

Point = tuple[int, int]
Anneau = list[Point]
Polygone = list[Anneau]

MINIMUM_RING = 4


def quantise(ring: Iterable[tuple[float, float]]) -> Anneau:
    """Snap a ring to the grid and drop the points that repeat."""
    snapped: Anneau = []
    for longitude, latitude in ring:
        point = (round(longitude * PAS_PAR_DEGRE), round(latitude * PAS_PAR_DEGRE))
        if not snapped or snapped[-1] != point:
            snapped.append(point)
    return snapped


def encode(polygons: list[Polygone]) -> list[list[list[int]]]:
    """First point then steps, flat: small integers compress well."""
    return [[_encode_ring(ring) for ring in polygon] for polygon in polygons]


def _encode_ring(ring: Anneau) -> list[int]:
    flat = [*ring[0]]
    for (x0, y0), (x1, y1) in zip(ring, ring[1:], strict=False):
        flat += (x1 - x0, y1 - y0)
    return flat


def decode(stored: list[list[list[int]]]) -> list[Polygone]:
    """The inverse of :func:`encode`."""
    return [[_decode_ring(flat) for flat in polygon] for polygon in stored]


def _decode_ring(flat: list[int]) -> Anneau:
    x = y = 0
    ring = []
    for step in range(0, len(flat), 2):
        x += flat[step]
        y += flat[step + 1]
        ring.append((x, y))
    return ring


def union(polygons: list[Polygone]) -> list[Polygone]:
    """Dissolve polygons that share borders: an edge walked both ways is inside and disappears."""
    return _with_holes(_chain(_outer_edges(polygons)))


def _outer_edges(polygons: list[Polygone]) -> dict[Point, list[Point]]:
    edges: dict[tuple[Point, Point], None] = {}
    for polygon in polygons:
        for position, ring in enumerate(polygon):
            oriented = ring if (_area(ring) > 0) == (position == 0) else ring[::-1]
            for edge in zip(oriented, oriented[1:], strict=False):
                if edge[::-1] in edges:
                    del edges[edge[::-1]]
                else:
                    edges[edge] = None
    following: dict[Point, list[Point]] = {}
    for start, end in edges:
        following.setdefault(start, []).append(end)
    return following


def _chain(following: dict[Point, list[Point]]) -> list[Anneau]:
    rings = []
    while following:
        start = next(iter(following))
        ring = [start]
        while following.get(ring[-1]):
            point = ring[-1]
            ring.append(following[point].pop())
            if not following[point]:
                del following[point]
            if ring[-1] == start:
                break
        if len(ring) >= MINIMUM_RING and ring[-1] == start:
            rings.append(ring)
    return rings


def _with_holes(rings: list[Anneau]) -> list[Polygone]:
    polygons = [[ring] for ring in rings if _area(ring) > 0]
    for hole in (ring for ring in rings if _area(ring) < 0):
        around = [polygon for polygon in polygons if _inside(hole[0], polygon[0])]
        if around:
            min(around, key=lambda polygon: _area(polygon[0])).append(hole)
    return polygons


def _area(ring: Anneau) -> int:
    """Twice the signed area; positive when the ring turns anticlockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:], strict=False))


def _inside(point: Point, ring: Anneau) -> bool:
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:], strict=False):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1


def geojson(polygons: list[Polygone]) -> dict:
    """A GeoJSON geometry in degrees."""
    parts = [
        [[[x / PAS_PAR_DEGRE, y / PAS_PAR_DEGRE] for x, y in ring] for ring in polygon]
        for polygon in polygons
    ]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": parts[0]}
    return {"type": "MultiPolygon", "coordinates": parts}


def from_geojson(geometry: dict) -> list[Polygone]:
    """The inverse of :func:`geojson`, snapped to the grid."""
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        parts = [parts]
    return [[quantise(ring) for ring in polygon] for polygon in parts]
