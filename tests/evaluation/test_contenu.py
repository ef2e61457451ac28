"""What is frozen of a year, and how the document words it."""

from datetime import date

import pytest

from accord.evaluation.contenu import FORMAT, contenu_communication
from accord.evaluation.documents import MAX_ACTIONS, contexte_communication
from accord.evaluation.models import CommunicationAnnuelle
from accord.evaluation.services import TextesCommunication, creer_indicateurs_depuis_schema, donner_opinion
from accord.socle.instantanes import canonique
from tests.evaluation.fabrique import MAINTENANT, constater, creer_indicateur, viser
from tests.plan.fabrique import creer_etape, creer_fiche, peupler, scenario

pytestmark = pytest.mark.django_db

TEXTES = TextesCommunication(date(2028, 2, 15), "Introduction", "Point RH", "Suites")
LE = date(2028, 1, 31)


@pytest.fixture
def contenu(demarche):
    def lire(fige=None, annee=2028):
        return contenu_communication(demarche=demarche, annee=annee, textes=TEXTES, scenario=fige, le=LE)

    return lire


@pytest.fixture
def contexte(demarche, contenu):
    def rediger(fige=None):
        return contexte_communication(
            CommunicationAnnuelle(
                demarche=demarche,
                annee=2028,
                version=1,
                date_presentation=TEXTES.date_presentation,
                contenu=contenu(fige),
                empreinte="ef" * 32,
            )
        )

    return rediger


def sans_fine(lignes):
    return [[cellule.replace("\u202f", " ") for cellule in ligne] for ligne in lignes]


def test_le_contenu_fige_se_signe_sans_nombre_flottant(contenu, demarche, distribution):
    peupler(demarche, distribution, 3)

    assert canonique(contenu(scenario(distribution))).startswith('{"actions"')


def test_le_contenu_dit_son_format_et_sa_source(contenu, distribution):
    fige = contenu(scenario(distribution))

    assert fige["format"] == FORMAT
    assert fige["scenario"] == {"version": 1, "empreinte": "ab" * 32}


def test_chaque_annee_du_scenario_a_sa_ligne_de_finances(contenu, distribution):
    finances = contenu(scenario(distribution))["finances"]

    assert [(ligne["annee"], ligne["est_courante"]) for ligne in finances] == [
        (2027, False),
        (2028, True),
        (2029, False),
    ]
    assert finances[0]["ecart_centimes"] == finances[0]["avec_centimes"] - finances[0]["seul_centimes"]


def test_les_effectifs_additionnent_tous_les_employeurs(contenu, distribution):
    effectifs = contenu(scenario(distribution))["effectifs"]

    assert (effectifs[0]["etp_sans"], effectifs[0]["etp_avec"]) == ("24.00", "24.00")


def test_la_derniere_mesure_de_l_annee_est_le_constate(contenu, demarche, distribution):
    fige = scenario(distribution)
    creer_indicateurs_depuis_schema(
        demarche=demarche, contenu=fige.contenu, version=1, acteur=distribution.acteur("dgs"), le=MAINTENANT
    )
    depenses = demarche.indicateurs.get(type="depenses_total")
    constater(depenses, 2028, 1)
    constater(depenses, 2028, 28_000_000)

    assert contenu(fige)["finances"][1]["constate_centimes"] == 28_000_000


def test_une_action_compte_ses_retards_au_jour_de_l_arret(contenu, demarche):
    fiche = creer_fiche(demarche)
    creer_etape(fiche, 1, date(2028, 1, 30))
    creer_etape(fiche, 2, date(2028, 2, 1), libelle="Signature")

    action = contenu()["actions"][0]

    assert (action["retards"], action["etapes"], action["realisees"]) == (1, 2, 0)


def test_l_avis_general_est_repris_et_l_avis_d_un_indicateur_ne_l_est_pas(contenu, demarche, distribution):
    evaluatrice = distribution.acteur("evaluatrice")
    donner_opinion(demarche=demarche, texte="Tenu.", acteur=evaluatrice, le=MAINTENANT)
    donner_opinion(
        demarche=demarche,
        texte="Fragile.",
        acteur=evaluatrice,
        le=MAINTENANT,
        indicateur=creer_indicateur(demarche),
    )

    assert [opinion["texte"] for opinion in contenu()["opinions"]] == ["Tenu."]


def test_le_document_ecrit_les_montants_en_francais(contexte, distribution):
    ligne = sans_fine(contexte(scenario(distribution))["finances"])[0]

    assert ligne == ["2027", "300 000 €", "288 000 €", "−12 000 €", "—"]


def test_l_annee_de_la_communication_est_reperee_dans_les_tableaux(contexte, distribution):
    assert [ligne[0] for ligne in contexte(scenario(distribution))["finances"]] == ["2027", "2028 ←", "2029"]


def test_les_indicateurs_a_surveiller_viennent_en_tete(contexte, demarche):
    for libelle, mesure in (("A conforme", 100_000), ("B dépassé", 150_000)):
        indicateur = creer_indicateur(demarche, libelle)
        viser(indicateur, 2028, 100_000)
        constater(indicateur, 2028, mesure)
    creer_indicateur(demarche, "C sans mesure")

    libelles = [ligne[0] for ligne in contexte()["indicateurs"]]

    assert libelles == ["B dépassé", "A conforme", "C sans mesure"]


def test_un_objectif_reajuste_est_signale(contexte, demarche):
    indicateur = creer_indicateur(demarche)
    viser(indicateur, 2028, 100_000, origine="reajustement", motif="Retard", version_origine=None)

    assert contexte()["indicateurs"][0][1].endswith("(réajusté)")


def test_un_titre_long_est_abrege_quand_les_actions_sont_nombreuses(contexte, demarche, distribution):
    peupler(demarche, distribution, 20)
    demarche.fiches.update(titre="Mettre en commun un service au nom interminable " * 3)

    assert all(len(action[1]) <= 60 and action[1].endswith("…") for action in contexte()["actions"])


def test_les_actions_omises_sont_comptees(contexte, demarche, distribution):
    peupler(demarche, distribution, MAX_ACTIONS + 3)

    lu = contexte()

    assert (len(lu["actions"]), lu["omises"]) == (MAX_ACTIONS, 3)


def test_une_action_seule_s_ecrit_au_singulier(contexte, demarche):
    creer_fiche(demarche, etat="en_cours")

    assert contexte()["chiffres"][:2] == [["1", "action"], ["1", "engagée, dont 0 terminée"]]
