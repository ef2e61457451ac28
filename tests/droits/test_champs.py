"""M18: each person reaches what belongs to her champ de compétence and nothing else, by whatever path.

The story is played, then every address is visited and its answer searched — page, workbook, file — for the
figures of services outside the champ: costs, staffing and contributions of the frozen snapshots.
"""

import io
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from accord.demarche.models import Demarche
from tests.distribution import Distribution
from tests.droits.adresses import adresses
from tests.droits.arguments import arguments
from tests.droits.etapes import parcourir

PUBLICS_UNE_FOIS_TRANSMIS = "schema:"
"""The report and its tables are sent to every municipal council: from then on the whole territory reads them."""

JEUNESSE = {"JEU", "PE"}


@pytest.fixture
def demarche(distribution: Distribution, aujourd_hui: object) -> Demarche:
    *_, dernier = parcourir(distribution)
    return dernier.demarche


def test_l_elu_a_la_jeunesse_ne_lit_aucun_chiffre_d_un_autre_champ(
    demarche: Demarche, distribution: Distribution, client_de: Callable[[str], Client]
) -> None:
    interdits = montants(demarche, lambda code: code not in JEUNESSE)

    lus = fuites(client_de("elu_jeunesse"), demarche, distribution, interdits)

    assert lus == {}, lus


def test_une_agente_sans_champ_ne_lit_le_chiffre_d_aucun_service(
    demarche: Demarche, distribution: Distribution, client_de: Callable[[str], Client]
) -> None:
    interdits = montants(demarche, lambda code: True)

    lus = fuites(client_de("agent"), demarche, distribution, interdits)

    assert lus == {}, lus


def test_la_cheffe_de_projet_lit_ces_chiffres(
    demarche: Demarche, distribution: Distribution, client_de: Callable[[str], Client]
) -> None:
    """Otherwise the two tests above would prove nothing."""
    interdits = montants(demarche, lambda code: code not in JEUNESSE)

    lus = fuites(client_de("chef_projet"), demarche, distribution, interdits)

    assert {"diagnostic:service-lister", "evaluation:tableau-voir", "scenarios:scenario-exporter"} <= set(lus)


def montants(demarche: Demarche, retenir: Callable[[str], bool]) -> set[str]:
    """The whole euros of the chosen services, as digits: what no page may show to the others."""
    etat = demarche.etats_arretes.first().contenu
    retenu = demarche.scenarios_retenus.first().contenu
    centimes = [
        ligne[champ]
        for ligne in etat["services"]
        for champ in ("cout_direct_centimes", "cout_indirect_centimes")
        if retenir(ligne["code"])
    ]
    centimes += [c["montant_centimes"] for c in retenu["contributions"] if retenir(c["code"])]
    centimes += [
        m for s in retenu["services"] if retenir(s["code"]) for m in s["cout_annuel_centimes"].values()
    ]
    # Small amounts could be anything else on a page: a year, a count, a population.
    return {str(round(Decimal(montant) / 100)) for montant in centimes if montant >= 1_000_000}


def fuites(
    client: Client, demarche: Demarche, distribution: Distribution, interdits: set[str]
) -> dict[str, list[str]]:
    """Address → a few of the forbidden figures found in its answer."""
    trouvees = {}
    for nom, chemin in _chemins(demarche, distribution):
        reponse = client.get(chemin)
        if reponse.status_code == 200:
            lus = interdits & _nombres(reponse)
            if lus:
                trouvees[nom] = sorted(lus)[:3]
    return trouvees


def _chemins(demarche: Demarche, distribution: Distribution) -> Iterator[tuple[str, str]]:
    for adresse in adresses():
        if adresse.nom.startswith(PUBLICS_UNE_FOIS_TRANSMIS):
            continue
        valeurs = arguments(adresse, demarche, distribution)
        if valeurs is not None:
            yield adresse.nom, reverse(adresse.nom, kwargs=valeurs)


def _nombres(reponse: HttpResponse) -> set[str]:
    """Every whole number of an answer, thousands joined; cells of a workbook rounded to the euro."""
    contenu = b"".join(reponse.streaming_content) if reponse.streaming else reponse.content
    if "spreadsheet" in reponse.headers["Content-Type"]:
        livre = CalamineWorkbook.from_filelike(io.BytesIO(contenu))
        cellules = (
            c for nom in livre.sheet_names for r in livre.get_sheet_by_name(nom).to_python() for c in r
        )
        return {str(round(c)) for c in cellules if isinstance(c, int | float)}
    texte = re.sub(r"(?<=\d)[\s\u202f\u00a0](?=\d{3})", "", contenu.decode(errors="ignore"))
    return set(re.findall(r"\d{5,}", texte))
