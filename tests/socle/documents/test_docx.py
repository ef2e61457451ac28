import io

import docx
import pytest

from accord.socle.documents import GabaritInvalide, maison_docx, rendre_docx, valider_gabarit_docx
from accord.socle.documents import docx as moteur
from tests.socle.documents.exemple import donnees

SPECIMEN = "socle/documents/specimen"


def ouvrir(contenu: bytes):
    return docx.Document(io.BytesIO(contenu))


def textes(contenu: bytes) -> list[str]:
    return [paragraphe.text for paragraphe in ouvrir(contenu).paragraphs]


@pytest.fixture
def gabarit_de(tmp_path, monkeypatch):
    """Use a template made of the given paragraphs instead of a file of the repository."""

    def fabriquer(*paragraphes: str):
        document = docx.Document()
        for paragraphe in paragraphes:
            document.add_paragraph(paragraphe)
        chemin = tmp_path / "gabarit.docx"
        document.save(chemin)
        monkeypatch.setattr(moteur, "chemin_gabarit", lambda nom, extension: chemin)
        return chemin

    return fabriquer


def test_le_document_word_contient_textes_et_tableau():
    contenu = rendre_docx(SPECIMEN, donnees())

    assert "Un texte simple." in textes(contenu)
    lignes = [[cellule.text for cellule in rangee.cells] for rangee in ouvrir(contenu).tables[0].rows]
    assert lignes == [
        ["Commune", "Montant"],
        ["Commune 1", "1 €"],
        ["Commune 2", "2 €"],
        ["Commune 3", "3 €"],
    ]


def test_le_gras_saisi_est_en_gras():
    paragraphe = next(p for p in ouvrir(rendre_docx(SPECIMEN, donnees())).paragraphs if "texte" in p.text)

    assert [course.text for course in paragraphe.runs if course.bold] == ["texte"]


def test_titre_auteur_et_date_viennent_de_l_entete():
    proprietes = ouvrir(rendre_docx(SPECIMEN, donnees())).core_properties

    assert (proprietes.title, proprietes.author, proprietes.language) == (
        "Rapport d’essai",
        "Val d’Accord",
        "fr-FR",
    )
    assert proprietes.created.date().isoformat() == "2026-11-23"


def test_la_rangee_d_entete_se_repete_de_page_en_page():
    assert "w:tblHeader" in ouvrir(rendre_docx(SPECIMEN, donnees())).tables[0].rows[0]._tr.xml


def test_les_memes_donnees_donnent_les_memes_octets():
    assert rendre_docx(SPECIMEN, donnees()) == rendre_docx(SPECIMEN, donnees())


@pytest.mark.parametrize(
    "saisie", ["{{ entete }}", "{% for x in y %}", "<w:p/>", "R&D", "#eval", "a ]]> b", "&lt;", "2 * 3 * 4"]
)
def test_une_saisie_ressemblant_a_du_code_reste_du_texte(saisie: str):
    contenu = rendre_docx(SPECIMEN, donnees(f"avant {saisie} après", titre=saisie))

    assert f"avant {saisie} après" in textes(contenu)
    assert saisie in textes(contenu)


def test_les_caracteres_de_commande_sont_retires():
    assert "avant après" in textes(rendre_docx(SPECIMEN, donnees("avant\x00\x0b \x1faprès")))


def test_les_listes_et_titres_ont_les_styles_de_la_maison():
    contenu = rendre_docx(SPECIMEN, donnees("## Un titre\n\n- puce\n\n3. trois\n4. quatre"))

    styles = {p.text: p.style.name for p in ouvrir(contenu).paragraphs}
    assert styles["Un titre"] == "Heading 2"
    assert styles["puce"] == "List Bullet"
    assert styles["4.\tquatre"] == "Numéro"


def test_un_champ_absent_des_donnees_est_signale(gabarit_de):
    gabarit_de("{{ champ_oublie }}")

    with pytest.raises(GabaritInvalide, match="champ_oublie"):
        rendre_docx(SPECIMEN, donnees())


@pytest.mark.parametrize(
    "attaque",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ entete.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    ],
)
def test_un_modele_malveillant_n_atteint_pas_le_serveur(gabarit_de, attaque: str):
    gabarit_de(attaque)

    with pytest.raises(GabaritInvalide):
        rendre_docx(SPECIMEN, donnees())


def test_la_validation_nomme_les_champs_inconnus(gabarit_de):
    chemin = gabarit_de("{{ entete.titre }} {{ inconnu }} {% for l in lignes %}{{ l.nom }}{% endfor %}")

    assert valider_gabarit_docx(chemin, {"entete"}) == [
        "Le champ « inconnu » n’existe pas.",
        "Le champ « lignes » n’existe pas.",
    ]


def test_la_validation_signale_une_balise_mal_ecrite(gabarit_de):
    assert "mal écrite" in valider_gabarit_docx(gabarit_de("{{ entete.titre"), {"entete"})[0]


def test_la_validation_refuse_ce_qui_n_est_pas_un_document_word():
    assert "lisible" in valider_gabarit_docx(io.BytesIO(b"%PDF-1.7"), set())[0]


def test_un_modele_de_la_maison_est_en_francais_et_au_format_a4():
    document = maison_docx.document_maison()

    assert round(document.sections[0].page_width.cm, 1) == 21.0
    assert 'w:lang w:val="fr-FR"' in document.styles.element.xml
