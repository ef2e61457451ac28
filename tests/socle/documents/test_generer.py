from datetime import UTC, datetime

import pytest

from accord.socle.documents.models import DocumentGenere, FormatDocument
from accord.socle.documents.services import generer_document, verifier_document
from accord.socle.documents.telechargement import reponse_fichier
from accord.socle.instantanes import InstantaneImmuable
from tests.socle.documents.exemple import donnees

LE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def generer(distribution):
    """Generate the specimen about the EPCI of the cast."""

    def executer(version: int = 1, format: FormatDocument = FormatDocument.PDF) -> DocumentGenere:
        return generer_document(
            sujet=distribution.epci,
            genre="essai",
            gabarit="socle/documents/specimen",
            contexte=donnees(version=version),
            nom="rapport-essai",
            le=LE,
            acteur=distribution.acteur("chef_projet"),
            format=format,
        )

    return executer


def test_le_document_genere_est_range_avec_son_empreinte(generer, distribution):
    document = generer()

    assert document.nom == "rapport-essai.pdf"
    assert document.fichier.read().startswith(b"%PDF-")
    assert document.genere_par == distribution.chef_projet
    assert verifier_document(document).intact


def test_les_memes_donnees_redonnent_le_meme_document(generer):
    assert generer().pk == generer().pk
    assert DocumentGenere.objects.count() == 1


def test_d_autres_donnees_donnent_la_version_suivante(generer):
    assert [generer(version=1).version, generer(version=2).version] == [1, 2]


def test_chaque_format_a_sa_suite_de_versions(generer):
    word = generer(format=FormatDocument.DOCX)
    pdf = generer()

    assert (pdf.version, word.version) == (1, 1)
    assert word.type_mime.endswith("wordprocessingml.document")


def test_un_document_ne_se_modifie_pas(generer):
    document = generer()
    document.nom = "autre.pdf"

    with pytest.raises(InstantaneImmuable):
        document.save()
    with pytest.raises(InstantaneImmuable):
        DocumentGenere.objects.update(nom="autre.pdf")


def test_un_document_ne_se_supprime_pas(generer):
    with pytest.raises(InstantaneImmuable):
        generer().delete()


def test_un_fichier_altere_est_denonce(generer):
    document = generer()
    with document.fichier.storage.open(document.fichier.name, "wb") as fichier:
        fichier.write(b"autre chose")

    assert verifier_document(document).raisons == ("Le fichier a été modifié depuis sa génération.",)


def test_un_fichier_disparu_est_denonce(generer):
    document = generer()
    document.fichier.storage.delete(document.fichier.name)

    assert verifier_document(document).raisons == ("Le fichier n’est plus dans le stockage.",)


def test_des_donnees_alterees_sont_denoncees(generer):
    document = generer()
    document.contexte["entete"]["titre"] = "Autre titre"

    assert "données figées" in verifier_document(document).raisons[0]


def test_le_telechargement_porte_le_nom_et_le_type(generer):
    reponse = reponse_fichier(generer())

    assert reponse["Content-Disposition"] == 'attachment; filename="rapport-essai.pdf"'
    assert reponse["Content-Type"] == "application/pdf"
    assert b"".join(reponse.streaming_content).startswith(b"%PDF-")


def test_les_documents_d_un_sujet_se_retrouvent(generer, distribution):
    document = generer()

    assert list(DocumentGenere.objects.du_sujet(distribution.epci)) == [document]
    assert not DocumentGenere.objects.du_sujet(distribution.epci_voisin).exists()
