"""The shipped reference data: what it holds, and how it is read without Django."""

import json
import subprocess
import sys
import time
import zipfile

import pytest

from accord.territoire import referentiel
from accord.territoire.contours import contours_de_reference
from accord.territoire.referentiel import (
    DONNEES,
    EpciInconnu,
    charger_epci,
    lire_communes_isolees,
    lire_epci,
    noms_departements,
)

SANS_CONTOUR = {"15031", "15035", "15047", "15171"}
FORMES_PAR_UNION = {"12218": "12", "14581": "14", "49126": "49", "69114": "69"}


@pytest.fixture(scope="module")
def tous():
    return list(lire_epci())


def test_le_referentiel_compte_1255_epci_et_34871_appartenances(tous):
    assert len(tous) == 1_255
    assert sum(len(epci.communes) for epci in tous) == 34_871


def test_le_referentiel_compte_34969_communes_distinctes(tous):
    codes = {commune.code_insee for epci in tous for commune in epci.communes}
    codes |= {commune.code_insee for commune in lire_communes_isolees()}
    assert len(codes) == 34_969


def test_la_population_d_un_epci_est_la_somme_de_celles_de_ses_communes(tous):
    ecarts = [
        epci.nom
        for epci in tous
        if epci.population_municipale != sum(commune.population_municipale for commune in epci.communes)
    ]
    assert ecarts == []


def test_chaque_membre_a_un_siren_de_neuf_chiffres(tous):
    sirens = [commune.siren for epci in tous for commune in epci.communes]
    assert len(set(sirens)) == 34_871
    assert all(siren.isdigit() and len(siren) == 9 for siren in sirens)


def test_les_regimes_fiscaux_sont_ceux_de_2026(tous):
    regimes = [epci.regime_fiscal for epci in tous]
    assert (regimes.count("FPU"), regimes.count("FA")) == (1_095, 160)


def test_seules_des_communautes_de_communes_sont_en_fiscalite_additionnelle(tous):
    assert {epci.nature for epci in tous if epci.regime_fiscal == "FA"} == {"CC"}


def test_le_plus_grand_epci_a_158_communes(tous):
    assert max(len(epci.communes) for epci in tous) == 158


def test_chaque_departement_a_un_nom(tous):
    codes = {epci.departement for epci in tous} | {c.departement for epci in tous for c in epci.communes}
    assert codes <= set(noms_departements())


def test_brest_metropole_a_ses_chiffres_de_2026():
    brest = charger_epci("242900314")
    assert (brest.nom, brest.nature, brest.regime_fiscal, brest.departement) == (
        "Brest Métropole",
        "METRO",
        "FPU",
        "29",
    )
    assert {commune.nom: commune.population_municipale for commune in brest.communes} == {
        "Bohars": 3_671,
        "Brest": 140_993,
        "Gouesnou": 6_412,
        "Guilers": 8_221,
        "Guipavas": 15_401,
        "Plougastel-Daoulas": 13_431,
        "Plouzané": 13_437,
        "Le Relecq-Kerhuon": 11_837,
    }
    assert brest.population_municipale == 213_403


def test_caen_la_mer_compte_48_communes():
    assert len(charger_epci("200065597").communes) == 48


def test_un_siren_saisi_avec_des_espaces_est_reconnu():
    assert charger_epci(" 200 065 597 ").siren == "200065597"


@pytest.mark.parametrize("saisie", ["", "12", "20006559A", "2000655977", "٢٠٠٠٦٥٥٩٧", '200065597","'])
def test_une_saisie_qui_n_est_pas_un_siren_est_expliquee(saisie):
    with pytest.raises(EpciInconnu, match="neuf chiffres"):
        charger_epci(saisie)


@pytest.mark.parametrize("siren", ["000000000", "211401187"])
def test_un_siren_qui_n_est_pas_celui_d_un_epci_est_refuse(siren):
    with pytest.raises(EpciInconnu, match=f"Aucun EPCI à fiscalité propre ne porte le SIREN {siren}"):
        charger_epci(siren)


def test_un_epci_inconnu_est_une_erreur_de_valeur():
    with pytest.raises(ValueError, match="SIREN"):
        charger_epci("000000000")


def test_un_epci_se_lit_en_moins_de_trois_dixiemes_de_seconde():
    referentiel._epci_lines.cache_clear()
    debut = time.perf_counter()
    charger_epci("200065597")
    assert time.perf_counter() - debut < 0.3


def test_le_lecteur_se_passe_de_django():
    code = "import accord.territoire.referentiel, accord.territoire.contours, sys; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_les_mairies_sont_des_lieux_plausibles(tous):
    situees = [c for epci in tous for c in epci.communes if c.latitude is not None]
    assert len(situees) > 33_000
    assert all(-22 < c.latitude < 52 and -64 < c.longitude < 56 for c in situees)


def test_quatre_communes_membres_seulement_n_ont_pas_de_contour(tous):
    paires = [(c.departement, c.code_insee) for epci in tous for c in epci.communes]
    sans_contour = {code for _, code in paires} - set(contours_de_reference(sorted(paires)))
    assert sans_contour == SANS_CONTOUR


@pytest.mark.parametrize(("code_insee", "departement"), FORMES_PAR_UNION.items())
def test_quatre_communes_ont_pour_contour_l_union_de_leurs_deleguees(code_insee, departement):
    (polygone,) = contours_de_reference([(departement, code_insee)])[code_insee]
    assert len(polygone) == 1


def test_un_departement_inconnu_n_a_pas_de_contours():
    assert contours_de_reference([("00", "00001")]) == {}


def test_les_communes_voisines_partagent_exactement_leurs_points():
    caen = charger_epci("200065597")
    contours = contours_de_reference((c.departement, c.code_insee) for c in caen.communes)
    aretes = {}
    for code, polygones in contours.items():
        for anneau in (anneau for polygone in polygones for anneau in polygone):
            for arete in zip(anneau, anneau[1:], strict=False):
                aretes.setdefault(frozenset(arete), set()).add(code)
    voisines = {code for codes in aretes.values() if len(codes) == 2 for code in codes}
    assert voisines == set(contours)
    assert max(len(codes) for codes in aretes.values()) == 2


def test_les_donnees_restent_legeres_et_sans_donnee_personnelle():
    assert sum(path.stat().st_size for path in DONNEES.iterdir()) < 8_000_000
    with zipfile.ZipFile(DONNEES / "contours-2026.zip") as archive:
        assert json.loads(archive.read("grille.json")) == {"pas_par_degre": 100_000, "systeme": "WGS 84"}
    assert b"@" not in referentiel._epci_lines()
