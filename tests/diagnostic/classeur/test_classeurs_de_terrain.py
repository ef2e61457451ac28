"""The two workbooks given with the format: real SIREN and names, fictitious figures."""

import json
from pathlib import Path

import pytest

from accord.diagnostic.classeur import verifier_classeur
from accord.territoire.referentiel import charger_epci

DONNEES = Path(__file__).parents[1] / "donnees"


@pytest.mark.parametrize("nom", ["propre", "terrain"])
def test_le_rapport_est_exactement_celui_attendu(nom: str):
    attendu = json.loads((DONNEES / f"diagnostic_{nom}.expected.json").read_text(encoding="utf-8"))

    rapport = verifier_classeur(DONNEES / f"diagnostic_{nom}.xlsx", charger_epci(attendu["epci"]))

    assert rapport.en_json() == attendu


def test_une_formule_tapee_comme_texte_reste_du_texte():
    rapport = verifier_classeur(DONNEES / "diagnostic_terrain.xlsx", charger_epci("200065597"))

    assert '=HYPERLINK("http://x";"Paie")' in rapport.feuilles["Agents"].colonne("metier")


def test_les_etp_des_agents_acceptes_egalent_ceux_des_services_dans_le_classeur_propre():
    rapport = verifier_classeur(DONNEES / "diagnostic_propre.xlsx", charger_epci("242900314"))

    assert rapport.totaux.etp_agents == rapport.totaux.etp_services
    assert rapport.observations == ()
