"""The pages of the scenarios, as people use them."""

import re
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from accord.demarche.services.demarches import ouvrir_demarche
from accord.scenarios.models import AdhesionScenario, Scenario, ScenarioRetenu, ServiceScenario
from accord.scenarios.services import (
    choisir_service,
    definir_service,
    dupliquer_scenario,
    modifier_scenario,
    modifier_statut,
)
from tests.scenarios.fabrique import LE, instance_de, scenario_de

VERSON = "210000029"
"""Bourg-le-Pont, the mayor's commune."""


@pytest.fixture
def scenario(distribution):
    return scenario_de(distribution)


@pytest.fixture
def presente(scenario, distribution):
    modifier_statut(scenario=scenario, statut="presente", acteur=distribution.acteur("dgs"), le=LE)
    return scenario


def url(nom, scenario, *suite):
    return reverse(f"scenarios:{nom}", args=[scenario.demarche.slug, scenario.pk, *suite])


def adresses(scenario):
    """Every page of the app about this scenario."""
    service = scenario.services.all()[0]
    slug = scenario.demarche.slug
    return [
        reverse("scenarios:scenario-lister", args=[slug]),
        reverse("scenarios:scenario-creer", args=[slug]),
        reverse("scenarios:scenario-comparer", args=[slug]),
        url("scenario-voir", scenario),
        url("scenario-modifier", scenario),
        url("scenario-dupliquer", scenario),
        url("service-choisir", scenario),
        url("service-regler", scenario, service.pk),
        url("perimetre-modifier", scenario),
        url("perimetre-modifier", scenario) + f"?service={service.pk}",
        url("scenario-retenir", scenario),
        url("scenario-exporter", scenario),
        url("fiche-voir", scenario, VERSON),
        url("explication-voir", scenario, VERSON, service.pk, 2028),
    ]


def test_toutes_les_pages_s_ouvrent_au_pilotage(scenario, client_de):
    client = client_de("chef_projet")

    assert {adresse: client.get(adresse).status_code for adresse in adresses(scenario)} == dict.fromkeys(
        adresses(scenario), 200
    )


def test_l_intrus_ne_trouve_rien(presente, client_de):
    client = client_de("intrus")

    assert {client.get(adresse).status_code for adresse in adresses(presente)} == {404}
    assert client.post(url("statut-changer", presente), {"statut": "ecarte"}).status_code == 404


def test_un_brouillon_n_existe_pas_pour_une_commune(scenario, client_de):
    assert client_de("maire").get(url("scenario-voir", scenario)).status_code == 404


def test_une_commune_lit_sans_pouvoir_ecrire(presente, client_de):
    client = client_de("maire")

    assert client.get(url("scenario-voir", presente)).status_code == 200
    refus = client.get(url("service-choisir", presente))
    assert refus.status_code == 403
    assert "chef·fe de projet" in refus.content.decode()


def test_un_agent_sait_pourquoi_les_scenarios_lui_sont_fermes(presente, client_de):
    reponse = client_de("agent").get(url("scenario-voir", presente))

    assert reponse.status_code == 403
    assert "élues et élus" in reponse.content.decode()


def test_sans_le_champ_finances_on_voit_sa_commune_et_les_totaux(presente, client_de):
    page = client_de("elu_jeunesse").get(url("scenario-voir", presente)).content.decode()

    assert "Bourg-le-Pont" in page
    assert "Clairval" not in page
    assert "Ensemble" in page
    assert "habilitées pour les finances" in page


def test_le_detail_d_une_autre_commune_lui_est_refuse(presente, client_de):
    client = client_de("elu_jeunesse")

    assert client.get(url("fiche-voir", presente, VERSON)).status_code == 200
    assert client.get(url("fiche-voir", presente, "210000037")).status_code == 403


def test_les_ressources_humaines_voient_les_effectifs_et_pas_les_depenses(presente, client_de):
    reponse = client_de("drh").get(url("scenario-voir", presente))

    lignes = {ligne.nom: ligne for ligne in reponse.context["lignes"]}
    assert lignes["Clairval"].etp_sans is not None
    assert lignes["Clairval"].seul_centimes is None


@pytest.mark.parametrize("parametres", ["?annee=1999", "?annee=x", "?tri=inconnu"])
def test_un_mauvais_parametre_donne_404(presente, client_de, parametres):
    assert client_de("maire").get(url("scenario-voir", presente) + parametres).status_code == 404


@pytest.mark.parametrize("parametres", ["?a=x&b=1", "?a=99999&b=99998", "?tri=rien"])
def test_une_comparaison_impossible_donne_404(presente, distribution, client_de, parametres):
    dupliquer_scenario(scenario=presente, nom="B", acteur=distribution.acteur("dgs"), le=LE)
    adresse = reverse("scenarios:scenario-comparer", args=[presente.demarche.slug])

    assert client_de("chef_projet").get(adresse + parametres).status_code == 404


def test_la_comparaison_range_les_communes_par_gain(presente, distribution, client_de):
    copie = dupliquer_scenario(scenario=presente, nom="À l’usage", acteur=distribution.acteur("dgs"), le=LE)
    service = copie.services.get(code="RH")
    definir_service(
        service=service, revision=1, acteur=distribution.acteur("dgs"), le=LE, cle="etp", parametres_cle={}
    )
    adresse = reverse("scenarios:scenario-comparer", args=[presente.demarche.slug])

    reponse = client_de("chef_projet").get(f"{adresse}?a={presente.pk}&b={copie.pk}")

    differences = [ligne.difference_centimes for ligne in reponse.context["comparaison"].lignes]
    assert differences == sorted(differences)
    assert sum(differences) == 0
    assert any(differences)


def test_un_seul_scenario_ne_se_compare_pas(presente, client_de):
    adresse = reverse("scenarios:scenario-comparer", args=[presente.demarche.slug])

    assert "Il faut deux scénarios" in client_de("maire").get(adresse).content.decode()


def test_on_cree_un_scenario_puis_on_choisit_ses_services(scenario, client_de):
    client = client_de("chef_projet")
    formulaire = {
        "nom": "Variante sobre",
        "etat_arrete": scenario.etat_arrete_id,
        "premiere_annee": "2027",
        "nombre_annees": "4",
        "inflation_pourcent": "1,5",
    }
    adresse = reverse("scenarios:scenario-creer", args=[scenario.demarche.slug])

    premiere = client.post(adresse, formulaire)
    seconde = client.post(adresse, formulaire)

    nouveau = Scenario.objects.get(nom="Variante sobre")
    assert premiere["Location"] == seconde["Location"] == url("service-choisir", nouveau)
    assert str(nouveau.inflation_pourcent) == "1.50"


def test_un_nom_deja_pris_garde_la_saisie(scenario, client_de):
    adresse = reverse("scenarios:scenario-creer", args=[scenario.demarche.slug])
    page = client_de("chef_projet").post(
        adresse,
        {
            "nom": "Socle",
            "etat_arrete": scenario.etat_arrete_id,
            "premiere_annee": "2031",
            "nombre_annees": "4",
            "inflation_pourcent": "1,5",
        },
    )

    assert page.status_code == 200
    assert "porte déjà ce nom" in page.content.decode()
    assert 'value="2031"' in page.content.decode()


def _reglages(scenario, **champs):
    return {
        "nom": scenario.nom,
        "premiere_annee": scenario.premiere_annee,
        "nombre_annees": scenario.nombre_annees,
        "inflation_pourcent": "2,00",
        "revision": scenario.revision,
    } | champs


def test_la_mise_a_jour_d_un_autre_n_est_pas_ecrasee_en_silence(scenario, distribution, client_de):
    envoi = _reglages(scenario, nom="Mon nom")
    modifier_scenario(
        scenario=scenario,
        revision=scenario.revision,
        acteur=distribution.acteur("dgs"),
        le=LE,
        nom="Nom du DGS",
    )
    client = client_de("chef_projet")

    page = client.post(url("scenario-modifier", scenario), envoi)
    insiste = client.post(
        url("scenario-modifier", scenario), envoi | {"revision": page.context["form"].data["revision"]}
    )

    assert "Philippe Garnier a modifié ce scénario" in page.content.decode()
    assert 'value="Mon nom"' in page.content.decode()
    assert insiste.status_code == 302
    assert Scenario.objects.get(pk=scenario.pk).nom == "Mon nom"


def _service(service, **champs):
    return {
        "forme": service.forme,
        "gestionnaire": service.gestionnaire_id,
        "financement": service.financement,
        "cle": service.cle,
        "part_epci": "26",
        "revision": service.revision,
    } | champs


def test_un_service_se_regle_avec_une_cle_a_deux_criteres(scenario, client_de):
    service = scenario.services.all()[0]
    envoi = _service(
        service,
        cle="mixte",
        critere_premier="population_municipale",
        part_premier="70",
        critere_second="etp",
        etp_cible="7,5",
        transition_euros="10 000,50",
    )

    reponse = client_de("chef_projet").post(url("service-regler", scenario, service.pk), envoi)

    regle = ServiceScenario.objects.get(pk=service.pk)
    assert reponse.status_code == 302
    assert regle.parametres_cle["parts"] == {"population_municipale": "0.7", "etp": "0.3"}
    assert (str(regle.etp_cible), regle.transition_centimes) == ("7.50", 1_000_050)


@pytest.mark.parametrize(
    ("champs", "message"),
    [
        ({"part_epci": "120"}, "comprise entre 0 et 100"),
        ({"plafonds": "Verson = 12"}, "SIREN = montant"),
        ({"etp_cible": "-1"}, "supérieure ou égale à 0"),
        (
            {"cle": "mixte", "critere_premier": "etp", "critere_second": "etp", "part_premier": "50"},
            "distincts",
        ),
        ({"financement": "cadeau"}, "choix valide"),
        ({"forme": "gip"}, "choix valide"),
    ],
)
def test_un_reglage_incorrect_est_explique_et_garde(scenario, client_de, champs, message):
    service = scenario.services.all()[0]
    envoi = _service(service, hypotheses="À garder absolument", **champs)

    page = client_de("chef_projet").post(url("service-regler", scenario, service.pk), envoi).content.decode()

    assert message in page.replace("\u202f", " ").replace("\xa0", " ")
    assert "À garder absolument" in page


def test_le_refus_de_la_loi_s_affiche_avec_son_article(scenario, client_de):
    service = scenario.services.get(code="JEU")
    envoi = _service(service, forme="transfert_competence")

    page = client_de("chef_projet").post(url("service-regler", scenario, service.pk), envoi).content.decode()

    assert "La loi ne permet pas ce montage" in page
    assert "Il en manque 1" in page
    assert "L5211-17" in page
    assert ServiceScenario.objects.get(pk=service.pk).forme == "service_commun"


def test_une_commune_exterieure_est_refusee_dans_un_service_commun(scenario, distribution, client_de):
    service = scenario.services.all()[0]
    client = client_de("chef_projet")

    client.post(
        url("exterieure-ajouter", scenario, service.pk), {"siren": "210000998", "date_adhesion": "2028"}
    )
    page = client.get(url("service-regler", scenario, service.pk)).content.decode()

    assert "Ailleurs (commune extérieure à l’EPCI) ne peut pas y être partie" in page
    assert not AdhesionScenario.objects.filter(collectivite__nom="Ailleurs").exists()


def test_elle_entre_par_une_prestation_et_paie_sa_part(scenario, distribution, client_de):
    service = scenario.services.all()[0]
    client = client_de("chef_projet")
    client.post(url("service-regler", scenario, service.pk), _service(service, forme="prestation"))
    client.post(
        url("exterieure-ajouter", scenario, service.pk), {"siren": "210 000 998", "date_adhesion": "2028"}
    )

    lignes = {ligne.nom: ligne for ligne in client.get(url("scenario-voir", scenario)).context["lignes"]}

    assert lignes["Ailleurs"].avec_centimes > 0
    assert lignes["Ailleurs"].seul_centimes == 0


def _matrice(client, scenario):
    page = client.get(url("perimetre-modifier", scenario)).content.decode()
    return dict(re.findall(r'name="([dv]-[^"]+)" value="([^"]*)"', page))


def test_le_perimetre_s_enregistre_case_par_case(scenario, distribution, client_de):
    client = client_de("chef_projet")
    envoi = _matrice(client, scenario)
    champ = f"d-{scenario.services.get(code='RH').pk}-{distribution.commune('Petitbois').pk}"

    reponse = client.post(url("perimetre-modifier", scenario), envoi | {champ: "07/2028"})

    assert reponse.status_code == 302
    adhesion = AdhesionScenario.objects.get(service__code="RH", collectivite__nom="Petitbois")
    assert f"{adhesion.date_adhesion:%d/%m/%Y}" == "01/07/2028"


def test_une_case_illisible_est_montree_et_rien_n_est_perdu(scenario, distribution, client_de):
    client = client_de("chef_projet")
    envoi = _matrice(client, scenario)
    petit, clair = (
        f"d-{scenario.services.get(code='RH').pk}-{distribution.commune(nom).pk}"
        for nom in ("Petitbois", "Clairval")
    )

    page = client.post(
        url("perimetre-modifier", scenario), envoi | {petit: "bientôt", clair: "2029"}
    ).content.decode()

    assert "Petitbois, Ressources humaines et paie" in page
    assert f'name="{petit}" value="bientôt"' in page
    assert f'name="{clair}" value="2029"' in page
    assert (
        AdhesionScenario.objects.get(service__code="RH", collectivite__nom="Clairval").date_adhesion.year
        == 2027
    )


def test_deux_personnes_sur_la_meme_case_la_seconde_est_prevenue(scenario, distribution, client_de):
    premiere, seconde = client_de("chef_projet"), client_de("dgs")
    envoi = _matrice(seconde, scenario)
    champ = f"d-{scenario.services.get(code='RH').pk}-{distribution.commune('Petitbois').pk}"
    premiere.post(url("perimetre-modifier", scenario), envoi | {champ: ""})

    page = seconde.post(url("perimetre-modifier", scenario), envoi | {champ: "2029"})
    insiste = seconde.post(
        url("perimetre-modifier", scenario), envoi | {champ: "2029", champ.replace("d-", "v-d-", 1): ""}
    )

    assert "Claude Morel a modifié les mêmes cases" in page.content.decode()
    assert f'name="{champ}" value="2029"' in page.content.decode()
    assert insiste.status_code == 302


def test_une_condition_se_note_service_par_service(scenario, distribution, client_de):
    service = scenario.services.get(code="RH")
    champ = f"d-{service.pk}-{distribution.commune('Clairval').pk}"
    adresse = url("perimetre-modifier", scenario) + f"?service={service.pk}"

    client_de("chef_projet").post(
        adresse, {champ: "2027", f"v-{champ}": "2027", f"c-{champ}": "garder un interlocuteur en mairie"}
    )

    assert (
        AdhesionScenario.objects.get(condition="garder un interlocuteur en mairie").collectivite.nom
        == "Clairval"
    )


def test_la_decision_fige_une_seule_version_meme_envoyee_deux_fois(presente, client_de):
    envoi = {
        "instance": instance_de(presente).pk,
        "date_decision": "2026-11-20",
        "intitule": "Choix du socle",
        "sens": "adoptee",
    }
    client = client_de("presidente")

    client.post(url("scenario-retenir", presente), envoi)
    client.post(url("scenario-retenir", presente), envoi)

    assert ScenarioRetenu.objects.count() == 1
    assert "Scénario retenu" in client.get(url("scenario-voir", presente)).content.decode()


def test_une_decision_avec_reserves_dit_lesquelles(presente, client_de):
    envoi = {
        "instance": instance_de(presente).pk,
        "date_decision": "2026-11-20",
        "intitule": "Choix du socle",
        "sens": "adoptee_reserves",
        "texte": "Texte long à garder",
    }

    page = client_de("presidente").post(url("scenario-retenir", presente), envoi).content.decode()

    assert "réserves dit lesquelles" in page
    assert "Texte long à garder" in page


def test_un_scenario_retenu_ne_s_edite_plus(presente, client_de):
    client = client_de("presidente")
    client.post(
        url("scenario-retenir", presente),
        {
            "instance": instance_de(presente).pk,
            "date_decision": "2026-11-20",
            "intitule": "Choix",
            "sens": "adoptee",
        },
    )

    assert client.get(url("perimetre-modifier", presente)).status_code == 403


def test_le_classeur_n_execute_jamais_ce_qu_on_a_saisi(scenario, distribution, client_de):
    Scenario.objects.filter(pk=scenario.pk).update(nom="=1+1", hypotheses='=HYPERLINK("http://mal")')

    reponse = client_de("chef_projet").get(url("scenario-exporter", scenario))

    feuille = load_workbook(BytesIO(reponse.content))["Hypothèses"]
    assert {cellule.data_type for ligne in feuille for cellule in ligne if cellule.value} == {"s"}
    assert feuille["B2"].value == "=1+1"


def test_le_classeur_suit_le_regard_de_la_personne(presente, client_de):
    reponse = client_de("elu_jeunesse").get(url("scenario-exporter", presente))

    noms = {
        ligne[1].value for ligne in load_workbook(BytesIO(reponse.content))["Dépenses"].iter_rows(min_row=2)
    }
    assert noms == {"Bourg-le-Pont"}


def test_une_cellule_inconnue_donne_404(presente, client_de):
    client = client_de("maire")
    service = presente.services.all()[0].pk

    assert client.get(url("fiche-voir", presente, "999999999")).status_code == 404
    assert client.get(url("explication-voir", presente, VERSON, service, 1999)).status_code == 404
    assert client.get(url("explication-voir", presente, VERSON, 999_999, 2028)).status_code == 404


def test_l_explication_mene_a_la_ligne_de_l_etat_arrete(presente, client_de):
    service = presente.services.get(code="RH").pk

    page = client_de("maire").get(url("explication-voir", presente, VERSON, service, 2028)).content.decode()

    assert "Contribution" in page
    assert "70\u202f000,00\u202f€" in page


@pytest.mark.parametrize("page", ["scenario-lister", "scenario-comparer"])
def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_scenarios(presente, distribution, client_de, page):
    dgs = distribution.acteur("dgs")
    dupliquer_scenario(scenario=presente, nom="Variante 0", acteur=dgs, le=LE)
    client = client_de("chef_projet")
    adresse = reverse(f"scenarios:{page}", args=[presente.demarche.slug])
    client.get(adresse)
    with CaptureQueriesContext(connection) as peu:
        client.get(adresse)
    for rang in range(1, 8):
        dupliquer_scenario(scenario=presente, nom=f"Variante {rang}", acteur=dgs, le=LE)

    with CaptureQueriesContext(connection) as beaucoup:
        client.get(adresse)
    assert len(beaucoup) == len(peu) <= 15


@pytest.mark.parametrize(
    "page", ["scenario-voir", "perimetre-modifier", "service-choisir", "scenario-exporter"]
)
def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_services(presente, distribution, client_de, page):
    client, dgs = client_de("chef_projet"), distribution.acteur("dgs")
    choisir_service(scenario=presente, codes=["RH"], acteur=dgs, le=LE)
    client.get(url(page, presente))
    with CaptureQueriesContext(connection) as peu:
        client.get(url(page, presente))
    choisir_service(scenario=presente, codes=["RH", "JEU"], acteur=dgs, le=LE)

    with CaptureQueriesContext(connection) as beaucoup:
        client.get(url(page, presente))
    assert len(beaucoup) == len(peu) <= 15


def test_une_demarche_sans_etat_arrete_explique_par_ou_commencer(distribution, client_de):
    demarche = ouvrir_demarche(epci=distribution.epci, date_renouvellement=LE.date(), acteur=None, le=LE)
    client = client_de("chef_projet")

    liste = client.get(reverse("scenarios:scenario-lister", args=[demarche.slug])).content.decode()
    creation = client.get(reverse("scenarios:scenario-creer", args=[demarche.slug])).content.decode()

    assert "terminez d’abord le diagnostic" in liste
    assert "Aucun état arrêté" in creation


def test_les_conditions_des_reperes_suivent_les_scenarios(presente, distribution):
    from accord.demarche.registre import conditions_de

    avant = {c.libelle: c.remplie for c in conditions_de(presente.demarche, 4) if "scénario" in c.libelle}
    dupliquer_scenario(scenario=presente, nom="B", acteur=distribution.acteur("dgs"), le=LE)
    apres = {c.libelle: c.remplie for c in conditions_de(presente.demarche, 4) if "scénario" in c.libelle}

    assert avant["Au moins deux scénarios avec des services sont chiffrés."] is False
    assert set(apres.values()) == {True}
