"""The grid, its storage and the union of polygons, without Django."""

import hypothesis.strategies as st
from hypothesis import given

from accord.territoire.geometrie import decode, encode, from_geojson, geojson, quantise, union

CARRE = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
VOISIN = [(10, 0), (20, 0), (20, 10), (10, 10), (10, 0)]
LOIN = [(50, 50), (60, 50), (60, 60), (50, 60), (50, 50)]

points = st.tuples(st.integers(-10_000_000, 10_000_000), st.integers(-10_000_000, 10_000_000))


def aire(polygones):
    return sum(
        sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(anneau, anneau[1:], strict=False)) / 2
        for polygone in polygones
        for anneau in polygone
    )


@given(st.lists(points, min_size=4, max_size=30))
def test_un_contour_range_puis_relu_est_le_meme(anneau):
    assert decode(encode([[anneau]])) == [[anneau]]


def test_deux_points_du_meme_metre_n_en_font_qu_un():
    assert quantise([(1.000001, 2.0), (1.000002, 2.0), (1.1, 2.0)]) == [
        (100_000, 200_000),
        (110_000, 200_000),
    ]


def test_deux_communes_voisines_perdent_leur_limite_commune():
    (polygone,) = union([[CARRE], [VOISIN]])
    assert len(polygone) == 1
    assert aire([polygone]) == 200


def test_le_sens_des_anneaux_ne_change_rien_a_la_reunion():
    assert aire(union([[CARRE[::-1]], [VOISIN]])) == 200


def test_deux_communes_eloignees_restent_deux_polygones():
    assert len(union([[CARRE], [LOIN]])) == 2


def test_un_territoire_qui_en_entoure_un_autre_garde_un_trou():
    cadre = [[(0, 0), (30, 0), (30, 30), (0, 30), (0, 0)], [(10, 10), (10, 20), (20, 20), (20, 10), (10, 10)]]
    (polygone,) = union([cadre])
    assert len(polygone) == 2
    assert aire([polygone]) == 800


def test_une_enclave_remplie_fait_disparaitre_le_trou():
    cadre = [[(0, 0), (30, 0), (30, 30), (0, 30), (0, 0)], [(10, 10), (10, 20), (20, 20), (20, 10), (10, 10)]]
    enclave = [[(10, 10), (20, 10), (20, 20), (10, 20), (10, 10)]]
    (polygone,) = union([cadre, enclave])
    assert len(polygone) == 1
    assert aire([polygone]) == 900


def test_reunir_rien_ne_donne_rien():
    assert union([]) == []


def test_un_polygone_et_plusieurs_ont_chacun_leur_type_geojson():
    assert geojson([[CARRE]])["type"] == "Polygon"
    assert geojson([[CARRE], [LOIN]])["type"] == "MultiPolygon"


def test_le_geojson_revient_sur_la_grille():
    assert from_geojson(geojson([[CARRE], [LOIN]])) == [[CARRE], [LOIN]]
    assert from_geojson(geojson([[CARRE]])) == [[CARRE]]
