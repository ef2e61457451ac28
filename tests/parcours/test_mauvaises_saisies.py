"""Wrong files, through the pages: a clear sentence in French, nothing recorded, nothing lost."""

import io
import zipfile

import pytest
import xlsxwriter

from tests.diagnostic.classeur.fabrique import avec_entetes, service, xlsx
from tests.parcours.conftest import Recit
from tests.parcours.pages import Page
from tests.parcours.visiteur import Visiteur

BOURG_LE_PONT, PETITBOIS = "210000029", "210000052"


def classeur(**valeurs: object) -> bytes:
    """A workbook of Petitbois that holds one service."""
    return xlsx({"Services": avec_entetes("Services", service("RH", PETITBOIS, etp=1.5, **valeurs))})


def remplacer(contenu: bytes, membre: str, nouveau: bytes) -> bytes:
    """The same archive with one member changed."""
    flux = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(contenu)) as source,
        zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as copie,
    ):
        for info in source.infolist():
            copie.writestr(info.filename, nouveau if info.filename == membre else source.read(info))
    return flux.getvalue()


def un_million_de_lignes() -> bytes:
    """A tiny file whose sheet says it reaches the last row of a spreadsheet."""
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux, {"constant_memory": True}) as livre:
        feuille = livre.add_worksheet("Services")
        for rang in (0, 1_048_575):
            feuille.write_string(rang, 0, "SIREN")
    return flux.getvalue()


@pytest.fixture
def secretaire(recit: Recit) -> Visiteur:
    """The clerk of Petitbois, whose answer has been given back: she may deposit again."""
    cheffe = recit.visiteur("chef_projet")
    page = cheffe.ouvrir(recit.adresse("diagnostic", f"reponses/{PETITBOIS}/"))
    cheffe.envoyer(page, "Rendre la réponse", correction="Merci de compléter.")
    return recit.visiteur("secretaire")


def deposer(recit: Recit, secretaire: Visiteur, contenu: bytes, nom: str, attendu: int = 200) -> Page:
    fichier = io.BytesIO(contenu)
    fichier.name = nom
    page = secretaire.ouvrir(recit.adresse("diagnostic", f"reponses/{PETITBOIS}/deposer/"))
    return secretaire.envoyer(page, "Vérifier le classeur", attendu=attendu, fichier=fichier)


def services_de(recit: Recit, secretaire: Visiteur) -> list[list[str]]:
    """What the page of the answer shows today."""
    page = secretaire.ouvrir(recit.adresse("diagnostic", f"reponses/{PETITBOIS}/"))
    return page.tableau("Services de Petitbois")


FICHIERS = {
    "un PDF renommé": (b"%PDF-1.7 rapport", "diagnostic.xlsx", "PDF"),
    "un programme": (b"MZ\x90\x00\x03\x00\x00\x00", "diagnostic.xlsx", "ni un classeur"),
    "une page web": (b"<!doctype html><html><body>perdu</body></html>", "diagnostic.xls", "page web"),
    "un fichier vide": (b"", "diagnostic.xlsx", "vide"),
    "un classeur tronqué": (classeur()[:2500], "diagnostic.xlsx", "incomplet"),
    "une feuille d’un million de lignes": (un_million_de_lignes(), "diagnostic.xlsx", "200 000 lignes"),
    "une bombe de décompression": (
        remplacer(classeur(), "xl/styles.xml", b" " * (301 * 1024 * 1024)),
        "diagnostic.xlsx",
        "300 Mo",
    ),
    "un fichier trop gros": (b"PK\x03\x04" + b"0" * (25 * 1024 * 1024 + 1), "diagnostic.xlsx", "25 Mo"),
}


@pytest.mark.parametrize(("contenu", "nom", "mots"), FICHIERS.values(), ids=FICHIERS)
def test_un_mauvais_fichier_est_refuse_avec_sa_raison(
    recit: Recit, secretaire: Visiteur, contenu: bytes, nom: str, mots: str
):
    avant = services_de(recit, secretaire)

    page = deposer(recit, secretaire, contenu, nom, attendu=422)

    page.dit(mots)
    assert services_de(recit, secretaire) == avant


def test_les_lignes_justes_sont_gardees_quand_une_autre_est_fausse(recit: Recit, secretaire: Visiteur):
    lignes = avec_entetes(
        "Services",
        service("RH", PETITBOIS, etp=1.5, condition="une ligne juste"),
        service("FIN", PETITBOIS, etp="deux et demi"),
    )
    page = deposer(recit, secretaire, xlsx({"Services": lignes}), "diagnostic.xlsx")

    page.dit("deux et demi").dit("un nombre est attendu")
    secretaire.envoyer(page, "Enregistrer les lignes acceptées")

    assert "une ligne juste" in str(services_de(recit, secretaire))


def test_un_classeur_d_une_autre_commune_n_ecrit_rien_chez_elle(recit: Recit, secretaire: Visiteur):
    lignes = avec_entetes("Services", service("RH", "210000011", etp=99, condition="intrusion"))

    page = deposer(recit, secretaire, xlsx({"Services": lignes}), "diagnostic.xlsx")

    page.dit("Hors de votre périmètre")
    voisine = recit.visiteur("chef_projet").ouvrir(recit.adresse("diagnostic", "reponses/210000011/"))
    voisine.tait("intrusion")


def test_un_texte_colle_dans_une_case_de_nombre_garde_toute_la_saisie(recit: Recit, secretaire: Visiteur):
    page = secretaire.ouvrir(recit.adresse("diagnostic", f"reponses/{PETITBOIS}/services/"))
    saisie = {"form-0-etp": "environ deux", "form-1-condition": "garder l’accueil", "form-2-etp": "1,25"}

    page = secretaire.envoyer(page, "Enregistrer", attendu=422, **saisie)

    gardees = page.formulaire("Enregistrer").valeurs
    assert {nom: gardees[nom][0] for nom in saisie} == saisie


def test_une_piece_qui_n_est_pas_une_image_ni_un_pdf_est_refusee_sans_perdre_l_avis(recit: Recit):
    maire = recit.visiteur("maire")
    programme = io.BytesIO(b"MZ\x90\x00 ceci n'est pas un pdf")
    programme.name = "deliberation.pdf"
    page = maire.ouvrir(recit.adresse("schema", f"avis/{BOURG_LE_PONT}/"))
    saisie = {"sens": "reserves", "reserves": "Une clause de revoyure.", "numero": "2026-12"}

    page = maire.envoyer(
        page, "Enregistrer l’avis", attendu=422, date_avis="2026-11-20", piece=programme, **saisie
    )

    page.dit("Joignez un PDF ou une image")
    gardees = page.formulaire("Enregistrer l’avis").valeurs
    assert {nom: gardees[nom][0] for nom in saisie} == saisie
