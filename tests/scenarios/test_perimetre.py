"""The adhesion matrix: two people, the law, and what is typed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accord.scenarios.forms.perimetre import lire_date
from accord.scenarios.models import AdhesionScenario
from accord.scenarios.selectors.perimetre import ecrire_date
from accord.scenarios.services import (
    ConflitPerimetre,
    FormeRefusee,
    Saisie,
    definir_service,
    modifier_perimetre,
)
from tests.scenarios.fabrique import LE, scenario_de

DEBUT = date(2027, 1, 1)


@pytest.fixture
def scenario(distribution):
    return scenario_de(distribution)


@pytest.fixture
def modifier(scenario, distribution):
    def agir(cases, vues=None, acteur="chef_projet"):
        pk = {nom: distribution.commune(nom).pk for nom in distribution.communes} | {
            "voisin": distribution.epci_voisin.pk
        }
        return modifier_perimetre(
            scenario=scenario,
            saisies={
                (code, pk[nom]): valeur if isinstance(valeur, Saisie) else Saisie(valeur)
                for (code, nom), valeur in cases.items()
            },
            vues={
                (code, pk[nom]): valeur
                for (code, nom), valeur in (dict.fromkeys(cases, DEBUT) if vues is None else vues).items()
            },
            acteur=distribution.acteur(acteur),
            le=LE,
        )

    return agir


def _date(nom, code="RH"):
    return AdhesionScenario.objects.get(service__code=code, collectivite__nom=nom).date_adhesion


def test_une_commune_repousse_son_entree(modifier):
    assert modifier({("RH", "Petitbois"): date(2028, 7, 1)}) == 1
    assert _date("Petitbois") == date(2028, 7, 1)


def test_une_case_laissee_telle_quelle_n_ecrit_rien(modifier, scenario):
    assert modifier({("RH", "Petitbois"): DEBUT}) == 0
    scenario.refresh_from_db()
    assert scenario.revision == 2


def test_deux_personnes_sur_des_cases_differentes_ne_se_genent_pas(modifier):
    modifier({("RH", "Petitbois"): None})
    modifier({("RH", "Petitbois"): DEBUT, ("RH", "Clairval"): date(2029, 1, 1)}, acteur="dgs")

    assert (_date("Petitbois"), _date("Clairval")) == (None, date(2029, 1, 1))


def test_deux_personnes_sur_la_meme_case_la_seconde_est_prevenue(modifier):
    modifier({("RH", "Petitbois"): None})

    with pytest.raises(ConflitPerimetre) as conflit:
        modifier({("RH", "Petitbois"): date(2029, 1, 1)}, acteur="dgs")

    assert conflit.value.cellules[0].collectivite == "Petitbois"
    assert conflit.value.par == "Claude Morel"
    assert _date("Petitbois") is None


def test_la_meme_matrice_envoyee_deux_fois_n_est_pas_un_conflit(modifier):
    assert modifier({("RH", "Petitbois"): None}) == 1
    assert modifier({("RH", "Petitbois"): None}) == 0


def test_une_condition_se_note_sans_changer_la_date(modifier):
    modifier({("RH", "Clairval"): Saisie(DEBUT, "si la paie reste à la mairie")})

    assert AdhesionScenario.objects.get(condition="si la paie reste à la mairie").date_adhesion == DEBUT


def test_une_collectivite_exterieure_n_entre_pas_dans_un_service_commun(modifier):
    with pytest.raises(FormeRefusee, match="ne peut pas y être partie"):
        modifier({("RH", "voisin"): DEBUT}, vues={})

    assert not AdhesionScenario.objects.filter(collectivite__nom="Pays voisin").exists()


def test_elle_entre_par_une_prestation(modifier, scenario, distribution):
    service = scenario.services.get(code="RH")
    definir_service(service=service, revision=1, acteur=distribution.acteur("dgs"), le=LE, forme="prestation")

    assert modifier({("RH", "voisin"): DEBUT}, vues={}) == 1


def test_un_service_disparu_de_la_page_est_signale(modifier):
    with pytest.raises(ValidationError, match="rechargez la page"):
        modifier({("XYZ", "Petitbois"): None})


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("2027", date(2027, 1, 1)),
        (" 07/2028 ", date(2028, 7, 1)),
        ("1/7/2027", date(2027, 7, 1)),
        ("2027-09-01", date(2027, 9, 1)),
        ("", None),
        ("jamais", None),
        ("—", None),
    ],
)
def test_une_date_s_ecrit_comme_on_la_dit(texte, attendu):
    assert lire_date(texte) == attendu


@pytest.mark.parametrize("texte", ["bientôt", "13/2027", "31/02/2027", "1027", "20277"])
def test_une_date_impossible_est_refusee(texte):
    with pytest.raises(ValueError):  # noqa: PT011
        lire_date(texte)


@pytest.mark.parametrize(("jour", "texte"), [(None, ""), (DEBUT, "2027"), (date(2027, 7, 1), "01/07/2027")])
def test_une_date_se_relit_comme_elle_s_affiche(jour, texte):
    assert ecrire_date(jour) == texte
    assert lire_date(texte) == jour
