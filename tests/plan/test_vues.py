"""The pages of the plan, as people open them."""

import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from accord.plan.models import FicheAction
from accord.plan.sources import scenario_fige
from accord.schema.models import Schema
from tests.plan.fabrique import FIGE_LE, creer_etape, creer_fiche, peupler, retenir, scenario, service

pytestmark = pytest.mark.django_db

SLUG = "val-d-accord"


@pytest.fixture
def retenu(demarche, distribution):
    """A scénario retenu of two services."""
    return retenir(
        demarche, scenario(distribution, service(distribution), service(distribution, "paie", "Paie"))
    )


@pytest.fixture
def fiche(demarche, distribution):
    fiche = creer_fiche(
        demarche, titre="Partager l’instruction", service="Instruction", date_effet=date(2028, 1, 1)
    )
    creer_etape(fiche, 1, date(2026, 11, 2), libelle="Fiche d’impact")
    creer_etape(fiche, 2, date(2027, 6, 1), libelle="Avis du CST")
    fiche.concernees.create(collectivite=distribution.commune("Clairval"), date_adhesion=date(2028, 1, 1))
    return fiche


def page(client, nom, *args, **parametres):
    reponse = client.get(reverse(f"plan:{nom}", args=[SLUG, *args]), parametres)
    assert reponse.status_code == 200, reponse
    return reponse.content.decode()


def test_un_plan_vide_explique_ce_qu_il_contiendra(client_de, demarche):
    assert "Les fiches naissent du scénario retenu" in page(client_de("maire"), "plan-voir")


def test_le_plan_nait_du_scenario_retenu_en_un_bouton(client_de, demarche, retenu):
    client = client_de("chef_projet")
    assert "À créer" in page(client, "plan-creer")

    client.post(reverse("plan:plan-creer", args=[SLUG]))

    assert list(FicheAction.objects.values_list("service", flat=True)) == [
        "Instruction des autorisations",
        "Paie",
    ]


def test_un_double_envoi_de_la_naissance_ne_double_rien(client_de, demarche, retenu):
    client = client_de("chef_projet")
    for _ in range(2):
        client.post(reverse("plan:plan-creer", args=[SLUG]))

    assert FicheAction.objects.count() == 2


def test_le_plan_lit_le_dernier_scenario_retenu_et_son_etat_arrete(demarche, distribution, retenu):
    dernier = retenir(demarche, scenario(distribution, service(distribution, "sig", "SIG")))

    lu = scenario_fige(demarche)

    assert (lu.version, lu.empreinte) == (2, dernier.empreinte)
    assert lu.situation["arrete_le"] == "2026-10-30"


@pytest.mark.parametrize(
    ("etat", "annonce"), [(None, True), ("transmis", True), ("approuve", False), ("diffuse", False)]
)
def test_la_page_dit_si_le_schema_reste_a_approuver(client_de, demarche, retenu, etat, annonce):
    if etat:
        Schema.objects.create(demarche=demarche, scenario_retenu=retenu, etat=etat, cree_le=FIGE_LE)

    assert ("n’est pas encore approuvé" in page(client_de("dgs"), "plan-creer")) is annonce


def test_un_service_commun_seul_n_attend_aucun_schema(client_de, demarche, retenu):
    type(demarche).objects.filter(pk=demarche.pk).update(piste="service_commun")

    assert "n’est pas encore approuvé" not in page(client_de("dgs"), "plan-creer")


def test_sans_scenario_retenu_la_page_le_dit(client_de, demarche):
    assert "Aucun scénario n’est encore retenu" in page(client_de("chef_projet"), "plan-creer")


def test_la_liste_montre_pilotes_retards_et_prochaine_etape(client_de, fiche):
    html = page(client_de("maire"), "plan-voir")

    assert "Partager l’instruction" in html
    assert "1 en retard" in html
    assert "Fiche d’impact" in html


@pytest.mark.parametrize(
    ("filtre", "attendus"),
    [
        ({"etat": "en_cours"}, ["Paie"]),
        ({"q": "instruction"}, ["Partager l’instruction"]),
        ({"retard": "on"}, ["Partager l’instruction"]),
        ({}, ["Partager l’instruction", "Paie"]),
    ],
)
def test_les_filtres_gardent_les_bonnes_fiches(client_de, fiche, filtre, attendus):
    creer_fiche(fiche.demarche, 2, titre="Paie", etat="en_cours")

    html = page(client_de("maire"), "plan-voir", **filtre)

    assert [titre for titre in ("Partager l’instruction", "Paie") if f">{titre}</a>" in html] == attendus


def test_le_filtre_par_commune_garde_celles_qui_la_concernent(client_de, fiche, distribution):
    creer_fiche(fiche.demarche, 2, titre="Paie")

    html = page(client_de("maire"), "plan-voir", commune=distribution.commune("Clairval").pk)

    assert ">Paie</a>" not in html


@pytest.mark.parametrize(
    "parametres", [{"etat": "farfelu"}, {"commune": "999999"}, {"page": "xyz"}, {"orientation": "a"}]
)
def test_un_parametre_d_adresse_farfelu_ne_fait_pas_de_panne(client_de, fiche, parametres):
    assert "Partager l’instruction" in page(client_de("maire"), "plan-voir", **parametres)


def test_la_fiche_montre_etapes_communes_et_effectifs(client_de, fiche):
    html = page(client_de("maire"), "fiche-voir", 1)

    assert "Avis du CST" in html
    assert "Clairval" in html
    assert "0 sur 2" in html


def test_qui_ne_peut_pas_modifier_lit_pourquoi(client_de, fiche):
    html = page(client_de("agent"), "fiche-voir", 1)

    assert "Réservé au pilotage de la démarche" in html
    assert "Noter faite" not in html


def test_une_fiche_se_modifie_avec_des_montants_en_euros(client_de, fiche):
    client = client_de("dgs")

    client.post(
        reverse("plan:fiche-modifier", args=[SLUG, 1]),
        {"titre": "Nouveau titre", "cout_avant_centimes": "1 234,50 €", "etp_avant": "2,5"},
    )

    fiche.refresh_from_db()
    assert (fiche.titre, fiche.cout_avant_centimes, str(fiche.etp_avant)) == (
        "Nouveau titre",
        123_450,
        "2.50",
    )


def test_un_formulaire_refuse_garde_ce_qui_a_ete_saisi(client_de, fiche):
    reponse = client_de("dgs").post(
        reverse("plan:fiche-modifier", args=[SLUG, 1]), {"titre": "", "cible": "Une cible longuement écrite"}
    )

    assert "Une cible longuement écrite" in reponse.content.decode()


def test_une_fiche_s_ajoute_a_la_main(client_de, demarche):
    reponse = client_de("dgs").post(
        reverse("plan:fiche-creer", args=[SLUG]), {"titre": "Partager une balayeuse"}
    )

    assert reponse.url == reverse("plan:fiche-voir", args=[SLUG, 1])


def test_un_changement_d_etat_refuse_dit_pourquoi_et_garde_le_motif(client_de, fiche):
    client = client_de("dgs")

    reponse = client.post(
        reverse("plan:fiche-changer-etat", args=[SLUG, 1]),
        {"vers": "suspendu", "motif": "Recrutement en attente"},
    )

    assert reponse.status_code == 422
    assert "ne peut pas devenir" in reponse.content.decode()


def test_une_action_s_engage(client_de, fiche):
    client_de("dgs").post(reverse("plan:fiche-changer-etat", args=[SLUG, 1]), {"vers": "en_cours"})

    fiche.refresh_from_db()
    assert fiche.etat == "en_cours"


def test_une_etape_se_note_faite(client_de, fiche):
    client_de("dgs").post(
        reverse("plan:etape-realiser", args=[SLUG, 1, 1]), {"date_realisation": "2026-11-20"}
    )

    assert fiche.etapes.get(ordre=1).date_realisation == date(2026, 11, 20)


def test_une_date_d_avenir_est_refusee_sur_la_page(client_de, fiche):
    reponse = client_de("dgs").post(
        reverse("plan:etape-realiser", args=[SLUG, 1, 1]), {"date_realisation": "2027-01-01"}
    )

    assert reponse.status_code == 422
    assert "choisissez une date passée" in reponse.content.decode()


def test_une_etape_se_reporte_avec_son_motif(client_de, fiche):
    client_de("dgs").post(
        reverse("plan:etape-reporter", args=[SLUG, 1, 2]),
        {"date_prevue": "2027-09-01", "motif": "CST reporté"},
    )

    assert "prévue d’abord le 01/06/2027" in page(client_de("maire"), "fiche-voir", 1)


def test_une_etape_s_ajoute_se_rouvre_et_se_retire(client_de, fiche):
    client = client_de("dgs")
    client.post(
        reverse("plan:etape-ajouter", args=[SLUG, 1]), {"libelle": "Visite", "date_prevue": "2027-02-01"}
    )
    client.post(reverse("plan:etape-realiser", args=[SLUG, 1, 1]), {"date_realisation": "2026-11-20"})
    client.post(reverse("plan:etape-rouvrir", args=[SLUG, 1, 1]))
    client.post(reverse("plan:etape-retirer", args=[SLUG, 1, 1]))

    assert list(fiche.etapes.values_list("libelle", flat=True)) == ["Visite", "Avis du CST"]


def test_les_orientations_se_nomment(client_de, demarche):
    client = client_de("dgs")
    client.post(reverse("plan:orientation-lister", args=[SLUG]), {"titre": "Appuyer"})
    client.post(reverse("plan:orientation-renommer", args=[SLUG, 1]), {"titre": "Servir"})

    assert "Servir" in page(client, "orientation-lister")


def test_deux_orientations_ne_portent_pas_le_meme_titre(client_de, demarche):
    client = client_de("dgs")
    for titre in ("Appuyer", "Servir"):
        client.post(reverse("plan:orientation-lister", args=[SLUG]), {"titre": titre})

    reponse = client.post(reverse("plan:orientation-renommer", args=[SLUG, 2]), {"titre": "Appuyer"})

    assert "existe déjà" in reponse.content.decode()


def test_la_frise_se_lit_sans_ses_couleurs(client_de, fiche):
    html = page(client_de("maire"), "frise-voir")

    assert "Fiche d’impact, en retard le 02/11/2026" in html
    assert "du 02/11/2026 au 01/06/2027" in html


def test_l_export_garde_les_textes_qui_ressemblent_a_des_formules(client_de, fiche):
    FicheAction.objects.filter(pk=fiche.pk).update(titre="=1+1")

    reponse = client_de("maire").get(reverse("plan:plan-exporter", args=[SLUG]))

    cellule = load_workbook(io.BytesIO(reponse.content)).active["B2"]
    assert (cellule.value, cellule.data_type) == ("=1+1", "s")


def test_l_export_suit_les_filtres_de_la_liste(client_de, fiche):
    creer_fiche(fiche.demarche, 2, titre="Paie", etat="en_cours")

    reponse = client_de("maire").get(reverse("plan:plan-exporter", args=[SLUG]), {"etat": "en_cours"})

    feuille = load_workbook(io.BytesIO(reponse.content)).active
    assert [ligne[1].value for ligne in feuille.iter_rows(min_row=2)] == ["Paie"]


def test_l_export_nomme_les_communes_concernees(client_de, fiche):
    reponse = client_de("maire").get(reverse("plan:plan-exporter", args=[SLUG]))

    assert load_workbook(io.BytesIO(reponse.content)).active["H2"].value == "Clairval"


def test_le_pdf_de_la_fiche_dit_ses_etapes(client_de, fiche):
    reponse = client_de("maire").get(reverse("plan:fiche-telecharger", args=[SLUG, 1]))

    texte = "".join(p.extract_text() for p in PdfReader(io.BytesIO(reponse.content)).pages)
    assert "Fiche action n° 1" in texte
    assert "en retard" in texte


@pytest.mark.parametrize("nom", ["plan-voir", "frise-voir", "plan-exporter"])
def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_fiches(
    client_de, demarche, distribution, nom, nombre_de_requetes
):
    adresse = reverse(f"plan:{nom}", args=[SLUG])
    client = client_de("maire")
    peupler(demarche, distribution, 2)
    peu = nombre_de_requetes(client, adresse)
    FicheAction.objects.all().delete()
    peupler(demarche, distribution, 200)

    assert nombre_de_requetes(client, adresse) == peu
    assert peu <= 15


def test_la_fiche_ne_coute_pas_plus_avec_beaucoup_d_etapes(client_de, fiche, nombre_de_requetes):
    client, adresse = client_de("dgs"), reverse("plan:fiche-voir", args=[SLUG, 1])
    peu = nombre_de_requetes(client, adresse)
    for ordre in range(3, 203):
        creer_etape(fiche, ordre)

    assert nombre_de_requetes(client, adresse) == peu
