"""The invented diagnostic: always the same, always consistent, accepted as it is by the importer."""

from collections import defaultdict
from decimal import Decimal

import pytest

from accord.demonstration.diagnostic_fictif import Lieu, Ligne, diagnostic_fictif
from accord.demonstration.profils import PROFILS
from accord.territoire.referentiel import charger_epci


@pytest.fixture(scope="module")
def feuilles() -> dict[str, list[Ligne]]:
    epci = charger_epci("200065597")
    communes = [Lieu(c.siren, c.nom, c.population_municipale, 49.18, -0.37) for c in epci.communes]
    return diagnostic_fictif(
        [Lieu(epci.siren, epci.nom, epci.population_municipale, None, None, True), *communes]
    )


def test_les_memes_lieux_donnent_toujours_les_memes_chiffres(feuilles: dict) -> None:
    lieux = [
        Lieu("200000016", "Val d’Accord", 17_800, None, None, True),
        Lieu("210000011", "Grandville", 12_000, 49.0, 0.1),
    ]

    assert diagnostic_fictif(lieux) == diagnostic_fictif(lieux)


def test_chaque_collectivite_dit_quelque_chose_des_huit_services(feuilles: dict) -> None:
    par_siren = defaultdict(set)
    for ligne in feuilles["Services"]:
        par_siren[ligne["SIREN"]].add(ligne["Code service"])

    assert len(par_siren) == 49
    assert all(codes == {profil.code for profil in PROFILS} for codes in par_siren.values())


def test_l_etp_d_un_service_est_la_somme_de_ses_agents(feuilles: dict) -> None:
    etp = defaultdict(Decimal)
    for agent in feuilles["Agents"]:
        part = Decimal(str(agent["Quotité"])) * Decimal(str(agent["Part dans le service"]))
        etp[agent["SIREN"], agent["Code service"]] += part

    for service in feuilles["Services"]:
        assert Decimal(str(service["ETP"])) == etp[service["SIREN"], service["Code service"]].quantize(
            Decimal("0.01")
        )


def test_une_commune_sans_service_n_a_ni_agent_ni_regie(feuilles: dict) -> None:
    sans_agent = [s for s in feuilles["Services"] if s["ETP"] == 0]

    assert sans_agent
    assert all(s["Mode de gestion"] in {"aucun", "CDG", "prestation"} for s in sans_agent)


def test_les_matricules_ne_disent_rien_des_personnes(feuilles: dict) -> None:
    assert all(a["Matricule (pseudonyme)"].startswith(a["SIREN"][-6:]) for a in feuilles["Agents"])
    assert len({(a["Matricule (pseudonyme)"], a["Code service"]) for a in feuilles["Agents"]}) == len(
        feuilles["Agents"]
    )
