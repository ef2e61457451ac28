"""The golden cases of `cas.yaml`, each to the cent."""

from pathlib import Path

import pytest
import yaml

from accord.noyaux.repartition import Partie, cle_depuis, repartir
from accord.noyaux.repartition.nombres import lire_montant

CAS = yaml.safe_load((Path(__file__).parent / "cas.yaml").read_text(encoding="utf-8"))


def _jouer(cas):
    noms = cas.get("parties") or list(next(iter(cas["poids"].values())))
    return repartir(
        montant_centimes=None if cas["montant"] is None else lire_montant(cas["montant"]),
        parties=[Partie(nom, nom) for nom in noms],
        cle=cle_depuis(cas["cle"], cas.get("parametres")),
        poids=cas["poids"],
    )


@pytest.mark.parametrize("cas", CAS, ids=[cas["cas"] for cas in CAS])
def test_le_cas_tombe_juste_au_centime(cas):
    resultat = _jouer(cas)

    obtenu = {part.nom: part.montant_centimes for part in resultat.parts}
    assert obtenu == {nom: lire_montant(montant) for nom, montant in cas["attendu"].items()}
    assert sum(obtenu.values()) == resultat.total_centimes
    assert "total" not in cas or resultat.total_centimes == lire_montant(cas["total"])


def test_le_reste_du_prix_horaire_demeure_au_gestionnaire():
    resultat = repartir(
        montant_centimes=lire_montant("205 000"),
        parties=[Partie("1", "Saint-Seine")],
        cle=cle_depuis("horaire", {"prix_horaire": "20,91"}),
        poids={"heures": {"1": 9642}},
    )

    assert resultat.total_centimes == lire_montant("201 614,22")
    assert resultat.reste_centimes == lire_montant("3 385,78")


def test_l_explication_du_cout_unitaire_cite_le_decret_et_le_prix():
    cas = next(cas for cas in CAS if cas["cle"] == "unites")

    lignes = _jouer(cas).explication.lignes()

    assert any("40\u202f€" in ligne or "40 €" in ligne for ligne in lignes)
    assert any("D5211-16" in ligne and "vérifié" in ligne for ligne in lignes)
