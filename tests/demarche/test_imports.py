"""Addresses pasted by tired people."""

from dataclasses import dataclass

import pytest

from accord.demarche.imports import decoder, lire_adresses


@dataclass
class Commune:
    pk: int
    nom: str
    code_insee: str
    siren: str


COMMUNES = [
    Commune(1, "Grandville", "00001", "210000011"),
    Commune(2, "Saint-Aubin-des-Prés", "00004", "210000045"),
    Commune(3, "L’Haÿ-le-Bois", "00005", "210000052"),
]


@pytest.mark.parametrize(
    "texte",
    [
        "Grandville;mairie@g.test",
        "GRANDVILLE ; Mairie@G.test",
        "mairie@g.test,Grandville",
        "00001\tmairie@g.test",
        "210000011;mairie@g.test",
        "\ufeffcommune;adresse\nGrandville;mairie@g.test",
        "\n\nGrandville;;mairie@g.test;;\n",
    ],
)
def test_une_ligne_est_comprise_de_toutes_les_facons(texte):
    lecture = lire_adresses(texte, COMMUNES)

    assert lecture.adresses == {1: "mairie@g.test"}
    assert lecture.refus == ()


@pytest.mark.parametrize("nom", ["saint aubin des pres", "SAINT-AUBIN-DES-PRÉS", "Saint-Aubin-des-Prés"])
def test_les_accents_et_les_tirets_ne_comptent_pas(nom):
    assert lire_adresses(f"{nom};a@b.test", COMMUNES).adresses == {2: "a@b.test"}


@pytest.mark.parametrize(
    ("ligne", "raison"),
    [
        ("Atlantide;a@b.test", "introuvable"),
        ("Grandville;", "Adresse absente"),
        ("Grandville;a@b", "mal écrite"),
        ("a@b.test", "introuvable"),
    ],
)
def test_une_ligne_refusee_dit_sa_place_et_la_raison(ligne, raison):
    lecture = lire_adresses(f"L'Haÿ le bois;ok@ok.test\n{ligne}", COMMUNES)

    assert lecture.adresses == {3: "ok@ok.test"}
    (refus,) = lecture.refus
    assert refus.ligne == 2
    assert raison in refus.pourquoi


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "cp1252"])
def test_les_encodages_courants_sont_lus(encodage):
    assert decoder("Prés;é@b.test".encode(encodage)) == "Prés;é@b.test"


def test_des_octets_quelconques_ne_font_pas_tomber_la_lecture():
    assert lire_adresses(decoder(bytes(range(256))), COMMUNES).adresses == {}
