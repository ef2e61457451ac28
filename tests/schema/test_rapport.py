import io
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from accord.schema.enums import EtatSchema
from accord.schema.erreurs import ActeRefuse
from accord.schema.services.redaction import enregistrer_section
from accord.socle.documents.models import DocumentGenere
from accord.socle.documents.services import verifier_document
from accord.socle.instantanes import InstantaneImmuable
from tests.schema.conftest import Circuit, instant


def document(version, format: str) -> bytes:
    return DocumentGenere.objects.du_sujet(version).get(format=format).fichier.read()


def texte_pdf(contenu: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(contenu)).pages)


def test_figer_produit_un_pdf_et_un_word_intacts(circuit: Circuit):
    version = circuit.figer()

    documents = DocumentGenere.objects.du_sujet(version)
    assert sorted(d.format for d in documents) == ["docx", "pdf"]
    assert all(verifier_document(d).intact for d in documents)
    assert circuit.etat() == EtatSchema.RAPPORT_FIGE


def test_figer_deux_fois_sans_changement_rend_la_meme_version(circuit: Circuit):
    assert circuit.figer() == circuit.figer()
    assert circuit.schema.versions.count() == 1
    assert DocumentGenere.objects.count() == 2


def test_un_changement_donne_la_version_suivante(circuit: Circuit):
    circuit.figer()
    section = circuit.schema.sections.first()
    enregistrer_section(
        section=section,
        titre=section.titre,
        contenu="Autre texte",
        revision_lue=1,
        acteur=circuit.acteur(),
        le=instant(date(2026, 12, 1)),
    )

    assert circuit.figer().version == 2


def test_une_version_figee_cite_l_empreinte_de_son_scenario(circuit: Circuit):
    version = circuit.figer()

    assert version.contenu["scenario_retenu"]["empreinte"] == circuit.schema.scenario_retenu.empreinte
    assert version.est_intact()


def test_une_version_figee_ne_change_plus(circuit: Circuit):
    version = circuit.figer()
    version.contenu["sections"][0]["contenu"] = "réécrit"

    with pytest.raises(InstantaneImmuable):
        version.save()


def test_le_pdf_contient_les_deux_tableaux_obligatoires_et_leurs_totaux(circuit: Circuit):
    texte = texte_pdf(document(circuit.figer(), "pdf"))

    assert "Impact prévisionnel sur les effectifs, par employeur et par année" in texte
    assert "Impact prévisionnel sur les dépenses de fonctionnement, par employeur et par année" in texte
    assert "Total 27,50 28,75 +1,25 27,50 28,75 +1,25" in texte
    espaces_simples = texte.replace("\u202f", " ")
    assert "Total 20 000,10 19 899,60 −100,50" in espaces_simples


def test_le_pdf_nomme_chaque_employeur(circuit: Circuit):
    texte = texte_pdf(document(circuit.figer(), "pdf"))

    for nom in ["Val d’Accord", *circuit.cast.communes]:
        assert texte.count(nom) >= 3


def test_le_word_contient_les_memes_totaux(circuit: Circuit):
    tables = docx.Document(io.BytesIO(document(circuit.figer(), "docx"))).tables

    totaux = [[c.text for c in t.rows[-1].cells] for t in tables if t.rows[-1].cells[0].text == "Total"]
    assert ["Total", "27,50", "28,75", "+1,25", "27,50", "28,75", "+1,25"] in totaux
    assert ["20\u202f000,10", "19\u202f899,60", "−100,50"] in [ligne[1:4] for ligne in totaux]


def test_un_rapport_de_demonstration_le_dit_sur_chaque_document(circuit: Circuit):
    demarche = circuit.schema.demarche
    demarche.est_demonstration = True
    demarche.save()

    assert "Données fictives" in texte_pdf(document(circuit.figer(), "pdf"))


def test_le_texte_d_une_section_reste_du_texte(circuit: Circuit):
    section = circuit.schema.sections.first()
    enregistrer_section(
        section=section,
        titre="Titre #panic() & <b>",
        contenu="#eval(1) {{ secret }} <script>",
        revision_lue=1,
        acteur=circuit.acteur(),
        le=instant(date(2026, 12, 1)),
    )

    texte = texte_pdf(document(circuit.figer(), "pdf"))

    assert "Titre #panic() & <b>" in texte
    assert "#eval(1) {{ secret }} <script>" in texte


def test_on_ne_fige_plus_apres_la_transmission(circuit: Circuit):
    circuit.figer()
    circuit.transmettre()

    with pytest.raises(ActeRefuse, match="plus de nouvelle version"):
        circuit.figer()
