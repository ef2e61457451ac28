"""Pages and rights of the schéma, through HTTP, on the day of the tests."""

import io
import re
import zipfile
from datetime import date

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from accord.schema.enums import EtatSchema, PreuveReception, SensAvis
from accord.schema.models import AvisCommune, Schema, Transmission
from accord.schema.services.redaction import enregistrer_section
from tests.schema.conftest import Circuit, instant

SLUG = "val-d-accord"
PETITBOIS = "210000052"
BOURG = "210000029"
JOUR = date(2026, 11, 23)
LUNDI_PRECEDENT = date(2026, 11, 16)


def url(nom: str, *arguments: object) -> str:
    return reverse(f"schema:{nom}", args=[SLUG, *arguments])


@pytest.fixture
def transmis(circuit: Circuit) -> Circuit:
    """Sent a week before the day of the tests, received the same day by all."""
    circuit.figer(le=LUNDI_PRECEDENT)
    circuit.transmettre(le=LUNDI_PRECEDENT)
    for nom in circuit.cast.communes:
        circuit.recevoir(nom, LUNDI_PRECEDENT)
    return circuit


PAGES = [
    ("schema-voir",),
    ("impacts-voir",),
    ("rapport-voir",),
    ("section-lire", "impact_effectifs"),
    ("avis-lister",),
    ("avis-exporter",),
    ("approbation-voir",),
    ("avis-voir", PETITBOIS),
    ("reception-noter", PETITBOIS),
    ("rapport-telecharger", 1, "pdf"),
    ("rapport-telecharger", 1, "docx"),
    ("preuves-telecharger",),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page[0])
def test_chaque_page_s_ouvre_pour_le_pilotage(transmis: Circuit, client_de, page):
    assert client_de("chef_projet").get(url(*page)).status_code == 200


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page[0])
def test_l_intrus_ne_trouve_rien(transmis: Circuit, client_de, page):
    assert client_de("intrus").get(url(*page)).status_code == 404


ACTES = [
    "rapport-figer",
    "avis-rappeler",
    "avis-constater",
    "schema-approuver",
    "schema-diffuser",
    "schema-ouvrir",
]


@pytest.mark.parametrize("acte", ACTES)
def test_l_intrus_ne_fait_rien(transmis: Circuit, client_de, acte):
    assert client_de("intrus").post(url(acte)).status_code == 404


@pytest.mark.parametrize("acte", ACTES)
def test_une_secretaire_de_mairie_ne_pilote_pas(transmis: Circuit, client_de, acte):
    reponse = client_de("secretaire").post(url(acte))

    assert reponse.status_code == 403
    assert "pilotage" in reponse.content.decode()


def test_un_agent_attend_l_approbation_pour_lire(transmis: Circuit, client_de):
    reponse = client_de("agent").get(url("schema-voir"))

    assert reponse.status_code == 403
    assert "une fois approuvé" in reponse.content.decode()


def test_un_agent_lit_le_schema_approuve(transmis: Circuit, client_de):
    Schema.objects.update(etat=EtatSchema.APPROUVE)

    assert client_de("agent").get(url("impacts-voir")).status_code == 200


@pytest.mark.parametrize(
    "page", [("avis-voir", "999999999"), ("section-lire", "inconnue"), ("rapport-telecharger", 7, "pdf")]
)
def test_une_adresse_inconnue_est_introuvable(transmis: Circuit, client_de, page):
    assert client_de("chef_projet").get(url(*page)).status_code == 404


def test_un_format_inconnu_est_introuvable(transmis: Circuit, client_de):
    assert client_de("chef_projet").get(url("rapport-telecharger", 1, "exe")).status_code == 404


def test_avant_le_scenario_la_page_explique_ce_qui_viendra(demarche, client_de):
    page = client_de("chef_projet").get(url("schema-voir")).content.decode()

    assert "Aucun scénario n’est encore retenu" in page


def test_le_tableau_de_bord_dit_ce_qui_bloque(transmis: Circuit, voir):
    page = voir("chef_projet", url("schema-voir"))

    assert "5 avis attendus, encore dans le délai." in page
    assert "16 février 2027" in page


def test_la_page_des_impacts_montre_les_totaux(circuit: Circuit, voir):
    page = voir("chef_projet", url("impacts-voir"))

    assert all(total in page for total in ("27,50", "28,75", "+1,25", "−100,50"))


def test_figer_par_le_bouton_cree_la_version(circuit: Circuit, client_de):
    client = client_de("chef_projet")
    client.post(url("rapport-figer"))
    client.post(url("rapport-figer"))

    assert circuit.schema.versions.count() == 1
    pdf = b"".join(client.get(url("rapport-telecharger", 1, "pdf")).streaming_content)
    assert PdfReader(io.BytesIO(pdf)).metadata.title.startswith("Rapport relatif aux mutualisations")


def test_un_conflit_garde_le_texte_saisi_a_l_ecran(circuit: Circuit, client_de):
    section = circuit.schema.sections.get(code="preambule")
    enregistrer_section(
        section=section,
        titre=section.titre,
        contenu="Texte du DGS.",
        revision_lue=1,
        acteur=circuit.acteur("dgs"),
        le=instant(JOUR),
    )

    reponse = client_de("chef_projet").post(
        url("section-modifier", "preambule"), {"titre": "Préambule", "contenu": "Mon texte", "revision": 1}
    )

    page = reponse.content.decode()
    assert reponse.status_code == 409
    assert "Mon texte" in page
    assert "Texte du DGS." in page
    assert 'name="revision" value="2"' in page


def test_un_titre_vide_est_signale_sans_perdre_le_texte(circuit: Circuit, client_de):
    reponse = client_de("chef_projet").post(
        url("section-modifier", "preambule"), {"titre": "", "contenu": "Mon texte", "revision": 1}
    )

    assert reponse.status_code == 422
    assert "Mon texte" in reponse.content.decode()


def test_l_apercu_echappe_ce_qui_est_saisi(circuit: Circuit, client_de):
    reponse = client_de("chef_projet").post(
        url("section-apercevoir", "preambule"), {"contenu": "<script>x</script> **gras**"}
    )

    assert "&lt;script&gt;x&lt;/script&gt; <strong>gras</strong>" in reponse.content.decode()


def test_la_transmission_montre_les_destinataires_avant_l_envoi(circuit: Circuit, client_de):
    circuit.figer(le=LUNDI_PRECEDENT)

    page = client_de("chef_projet").get(url("transmission-envoyer")).content.decode()

    assert "secretaire@exemple.test" in page
    assert "Aucun compte" in page


def test_transmettre_par_courriel_ecrit_a_chaque_commune(
    circuit: Circuit, client_de, django_capture_on_commit_callbacks
):
    circuit.figer(le=LUNDI_PRECEDENT)
    communes = [c.pk for c in circuit.cast.communes.values()]
    with django_capture_on_commit_callbacks(execute=True):
        client_de("chef_projet").post(
            url("transmission-envoyer"), {"communes": communes, "canal": "courriel"}
        )

    assert circuit.schema.transmissions.count() == 5
    assert sorted(m.to[0] for m in mail.outbox) == ["maire@exemple.test", "secretaire@exemple.test"]


def test_la_commune_accuse_reception_d_un_clic(circuit: Circuit, client_de):
    circuit.figer(le=LUNDI_PRECEDENT)
    circuit.transmettre(le=LUNDI_PRECEDENT)
    client = client_de("secretaire")
    for _ in range(2):
        client.post(url("reception-accuser", PETITBOIS))

    transmission = circuit.transmission("Petitbois")
    assert transmission.date_reception == JOUR
    assert transmission.preuve == PreuveReception.ACCUSE_EN_LIGNE
    assert transmission.date_avis_tacite == date(2027, 2, 23)


def test_la_secretaire_depose_l_avis_de_sa_commune(transmis: Circuit, client_de):
    client_de("secretaire").post(
        url("avis-deposer", PETITBOIS),
        {"sens": "reserves", "reserves": "Garder un accueil.", "date_avis": "2026-11-20", "numero": "12"},
    )

    avis = AvisCommune.objects.get()
    assert (avis.sens, avis.date_avis, avis.date_reception) == (SensAvis.RESERVES, date(2026, 11, 20), JOUR)


def test_la_secretaire_ne_depose_pas_l_avis_d_une_autre_commune(transmis: Circuit, client_de):
    reponse = client_de("secretaire").post(url("avis-deposer", BOURG), {"sens": "favorable"})

    assert reponse.status_code == 403


def test_des_reserves_oubliees_sont_demandees_et_la_saisie_gardee(transmis: Circuit, client_de):
    reponse = client_de("secretaire").post(
        url("avis-deposer", PETITBOIS), {"sens": "reserves", "date_avis": "2026-11-20", "numero": "N-12-2026"}
    )

    assert reponse.status_code == 422
    assert "Écrivez les réserves" in reponse.content.decode()
    assert "N-12-2026" in reponse.content.decode()


def test_le_pilotage_note_un_avis_avec_sa_preuve(transmis: Circuit, client_de):
    saisie = {"sens": "favorable", "date_avis": "2026-11-20", "date_reception": "2026-11-23"}
    client = client_de("chef_projet")

    sans_preuve = client.post(url("avis-deposer", PETITBOIS), saisie)
    client.post(
        url("avis-deposer", PETITBOIS),
        {**saisie, "piece": SimpleUploadedFile("delib.pdf", b"%PDF-1.7 deliberation")},
    )

    assert sans_preuve.status_code == 422
    assert AvisCommune.objects.get().piece_empreinte


def test_un_fichier_deguise_en_pdf_est_refuse(transmis: Circuit, client_de):
    reponse = client_de("secretaire").post(
        url("avis-deposer", PETITBOIS),
        {
            "sens": "favorable",
            "date_avis": "2026-11-20",
            "piece": SimpleUploadedFile("delib.pdf", b"<html><script>"),
        },
    )

    assert reponse.status_code == 422
    assert "n’en est pas un" in reponse.content.decode()


def test_un_avis_hors_delai_est_dit_et_garde(transmis: Circuit, client_de):
    Transmission.objects.filter(collectivite__siren=PETITBOIS).update(
        date_reception=date(2026, 8, 20), date_avis_tacite=date(2026, 11, 20)
    )

    reponse = client_de("secretaire").post(
        url("avis-deposer", PETITBOIS), {"sens": "defavorable", "date_avis": "2026-11-21"}, follow=True
    )

    page = reponse.content.decode()
    assert "prise après le 20 novembre 2026" in page
    assert "Reçus hors délai" in page


def test_la_piece_de_l_avis_se_telecharge_sans_s_ouvrir(transmis: Circuit, client_de):
    transmis.deposer(
        "Petitbois",
        le=JOUR,
        piece=SimpleUploadedFile("x.pdf", b"%PDF-1.7"),
    )

    reponse = client_de("chef_projet").get(url("piece-telecharger", PETITBOIS, "avis"))

    assert reponse["Content-Disposition"] == f'attachment; filename="avis-{PETITBOIS}.pdf"'


def test_les_avis_se_filtrent_par_etat(transmis: Circuit, client_de):
    transmis.deposer("Petitbois", SensAvis.DEFAVORABLE, le=JOUR)

    page = client_de("chef_projet").get(url("avis-lister"), {"statut": "defavorable"}).content.decode()

    assert "<strong>1</strong> commune" in page


def test_les_avis_se_trient_par_population(transmis: Circuit, client_de):
    page = client_de("chef_projet").get(url("avis-lister"), {"tri": "-population"}).content.decode()

    liste = page[page.index("Commune par commune") :]
    assert liste.index("Grandville") < liste.index("Clairval") < liste.index("Petitbois")


def test_le_bilan_compte_communes_et_population(transmis: Circuit, voir):
    transmis.deposer("Grandville", le=JOUR)

    page = voir("chef_projet", url("avis-lister"))

    assert "12\u202f000" in page
    assert "17\u202f800" in page


def test_le_rappel_part_une_fois_par_jour(transmis: Circuit, client_de, django_capture_on_commit_callbacks):
    client = client_de("chef_projet")
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(url("avis-rappeler"))

    assert sorted(m.to[0] for m in mail.outbox) == ["maire@exemple.test", "secretaire@exemple.test"]


def test_l_export_contient_chaque_commune_et_ses_dates(transmis: Circuit, client_de):
    transmis.deposer("Petitbois", SensAvis.RESERVES, le=JOUR, reserves="=1+1")

    feuille = load_workbook(io.BytesIO(client_de("chef_projet").get(url("avis-exporter")).content)).active

    lignes = {ligne[1]: ligne for ligne in feuille.iter_rows(min_row=2, values_only=True)}
    assert len(lignes) == 5
    assert lignes["Petitbois"][7].date() == date(2027, 2, 16)
    assert lignes["Petitbois"][11] == "=1+1"
    assert feuille.cell(5, 12).data_type != "f"


def test_l_approbation_s_enregistre_puis_le_schema_s_adresse(circuit: Circuit, client_de):
    circuit.figer(le=date(2026, 8, 3))
    circuit.transmettre(le=date(2026, 8, 3))
    for nom in circuit.cast.communes:
        circuit.recevoir(nom, date(2026, 8, 4))
        circuit.deposer(nom, le=date(2026, 10, 1))
    client = client_de("chef_projet")

    client.post(
        url("schema-approuver"),
        {"date_deliberation": "2026-11-19", "numero": "2026-9", "pour": 30, "contre": 2, "abstentions": 1},
    )
    client.post(url("schema-diffuser"))

    assert circuit.etat() == EtatSchema.DIFFUSE


def test_un_vote_perdu_est_explique_et_la_saisie_gardee(circuit: Circuit, client_de):
    circuit.figer(le=date(2026, 8, 3))
    circuit.transmettre(le=date(2026, 8, 3))
    for nom in circuit.cast.communes:
        circuit.deposer(nom, le=date(2026, 10, 1))

    reponse = client_de("chef_projet").post(
        url("schema-approuver"),
        {"date_deliberation": "2026-11-19", "numero": "N-9", "pour": 3, "contre": 20, "abstentions": 1},
    )

    assert reponse.status_code == 422
    assert "majorité des suffrages exprimés" in reponse.content.decode()
    assert 'value="N-9"' in reponse.content.decode()


def test_la_convention_reprend_le_service_et_ses_communes(circuit: Circuit, client_de):
    reponse = client_de("chef_projet").post(url("convention-generer", "ads"))

    with zipfile.ZipFile(io.BytesIO(b"".join(reponse.streaming_content))) as archive:
        texte = archive.read("word/document.xml").decode()
    assert "Instruction des autorisations d’urbanisme" in texte
    assert "Petitbois" in texte
    assert "Sortie et ses conséquences" in texte


def test_un_service_inconnu_n_a_pas_de_convention(circuit: Circuit, client_de):
    assert client_de("chef_projet").post(url("convention-generer", "inconnu")).status_code == 404


def test_l_avis_attendu_figure_dans_ce_qui_attend_la_commune(transmis: Circuit, client_de):
    page = client_de("secretaire").get(reverse("accueil:attentes")).content.decode()

    assert "Avis du conseil municipal sur le rapport de mutualisation (Petitbois)" in page
    assert "16 février 2027" in page


def test_une_elue_lit_l_avis_de_sa_commune_et_sait_qui_peut_le_noter(transmis: Circuit, voir):
    page = voir("elu_jeunesse", url("avis-voir", BOURG))

    assert "Réservé au maire" in page
    assert "Enregistrer l’avis" not in page


def test_revenir_a_l_adresse_de_depot_ramene_a_la_page_de_l_avis(transmis: Circuit, client_de):
    reponse = client_de("secretaire").get(url("avis-deposer", PETITBOIS))

    assert reponse.url == url("avis-voir", PETITBOIS)


def test_une_fois_approuve_l_avis_reste_lisible(transmis: Circuit, voir):
    Schema.objects.update(etat=EtatSchema.APPROUVE)

    assert "les avis sont clos" in voir("secretaire", url("avis-voir", PETITBOIS))


@pytest.mark.parametrize("etat", EtatSchema)
def test_aucun_lien_du_tableau_de_bord_n_est_refuse_a_qui_peut_le_lire(
    transmis: Circuit, client_de, voir, etat
):
    Schema.objects.update(etat=etat)
    page = voir("secretaire", url("schema-voir"))

    liens = set(re.findall(r'href="(/schema/[^"]*)"', page))
    assert len(liens) >= 4
    assert {client_de("secretaire").get(lien).status_code for lien in liens} == {200}
