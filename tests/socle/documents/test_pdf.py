import io

import pytest
from pypdf import PdfReader

from accord.socle.documents import rendre_pdf
from accord.socle.documents.chemins import GabaritInconnu
from tests.socle.documents.exemple import EMPREINTE, donnees

SPECIMEN = "socle/documents/specimen"


def lire(contenu: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(contenu))


def texte_de(contenu: bytes) -> str:
    return "\n".join(page.extract_text() for page in lire(contenu).pages)


def structures(contenu: bytes) -> list[str]:
    """Every structure type of the tag tree, in reading order."""
    types: list[str] = []

    def descendre(noeud) -> None:
        noeud = noeud.get_object() if hasattr(noeud, "get_object") else noeud
        if isinstance(noeud, list):
            for enfant in noeud:
                descendre(enfant)
        elif isinstance(noeud, dict):
            if "/S" in noeud:
                types.append(str(noeud["/S"]))
            if "/K" in noeud:
                descendre(noeud["/K"])

    descendre(lire(contenu).trailer["/Root"]["/StructTreeRoot"])
    return types


def test_le_pdf_est_balise_et_en_francais():
    racine = lire(rendre_pdf(SPECIMEN, donnees())).trailer["/Root"]

    assert racine["/MarkInfo"]["/Marked"]
    assert racine["/Lang"] == "fr-FR"


def test_le_pdf_porte_son_titre_et_son_auteur():
    document = lire(rendre_pdf(SPECIMEN, donnees()))

    assert document.metadata.title == "Rapport d’essai"
    assert document.metadata.author == "Val d’Accord"
    assert document.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_le_pdf_se_declare_pdf_ua():
    assert (
        b"pdfuaid"
        in lire(rendre_pdf(SPECIMEN, donnees())).trailer["/Root"]["/Metadata"].get_object().get_data()
    )


def test_les_tableaux_ont_des_cellules_d_entete():
    types = structures(rendre_pdf(SPECIMEN, donnees()))

    assert types.count("/Table") == 1
    assert types.count("/TH") == 2


def test_la_date_du_document_vient_des_donnees():
    metadonnees = lire(rendre_pdf(SPECIMEN, donnees())).metadata

    assert metadonnees["/CreationDate"].startswith("D:20261123")


def test_les_memes_donnees_donnent_les_memes_octets():
    assert rendre_pdf(SPECIMEN, donnees()) == rendre_pdf(SPECIMEN, donnees())


def test_d_autres_donnees_donnent_un_autre_fichier():
    assert rendre_pdf(SPECIMEN, donnees()) != rendre_pdf(SPECIMEN, donnees(version=4))


def test_chaque_page_courante_rappelle_la_version_et_l_empreinte():
    pages = lire(rendre_pdf(SPECIMEN, donnees())).pages

    for page in pages[1:]:
        assert "version 3" in page.extract_text()
        assert EMPREINTE[:12] in page.extract_text()


def test_la_couverture_montre_l_empreinte_entiere():
    assert EMPREINTE in lire(rendre_pdf(SPECIMEN, donnees())).pages[0].extract_text()


def test_un_document_court_se_passe_de_couverture_et_de_sommaire():
    contenu = rendre_pdf(SPECIMEN, donnees(couverture=False, sommaire=False))

    assert len(lire(contenu).pages) == 1
    assert "Sommaire" not in texte_de(contenu)


def test_l_entete_d_un_long_tableau_est_repete_sur_chaque_page():
    contenu = rendre_pdf(SPECIMEN, donnees(lignes=120, couverture=False, sommaire=False))

    pages = [page.extract_text() for page in lire(contenu).pages]
    assert len(pages) >= 3
    assert all("Montant" in page for page in pages)


@pytest.mark.parametrize(
    "saisie",
    [
        '#eval("1 + 1")',
        "#panic()",
        "$x^2$",
        "2 * 3 * 4",
        "<b>gras</b>",
        "{{ secret }}",
        "R&D",
        "@cible",
        "a_b_c",
        "\\n",
    ],
)
def test_une_saisie_ressemblant_a_du_code_reste_du_texte(saisie: str):
    assert saisie in texte_de(rendre_pdf(SPECIMEN, donnees(f"avant {saisie} après")))


@pytest.mark.parametrize("saisie", ["😀", "中文", "a\x00b", "\ud800", "\ufeff", "\u200b", "\ue000"])
def test_un_signe_sans_dessin_n_empeche_pas_le_document(saisie: str):
    assert "avant" in texte_de(
        rendre_pdf(SPECIMEN, donnees(f"avant {saisie} après", titre=f"Titre {saisie}"))
    )


def test_un_signe_sans_dessin_est_remplace_par_un_carre():
    assert "avant □ après" in texte_de(rendre_pdf(SPECIMEN, donnees("avant 😀 après")))


def test_la_mise_en_forme_legere_est_rendue():
    types = structures(rendre_pdf(SPECIMEN, donnees("## Un titre\n\n- premier\n- second\n\n1. un")))

    assert types.count("/L") == 2
    assert types.count("/LI") == 3
    assert "/H2" in types


@pytest.mark.parametrize(
    "nom", ["schema/absent", "../../etc/passwd", "schema", "socle/documents/maison.typ", ""]
)
def test_un_modele_inconnu_est_refuse(nom: str):
    with pytest.raises(GabaritInconnu):
        rendre_pdf(nom, donnees())
