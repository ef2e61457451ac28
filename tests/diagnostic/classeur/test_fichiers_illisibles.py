"""Files that cannot be read: a clear sentence, in bounded time, and nothing else."""

import io
import zipfile

import pytest
import xlsxwriter

from accord.diagnostic.classeur import ClasseurIllisible, verifier_classeur
from accord.territoire.referentiel import charger_epci
from tests.diagnostic.classeur.fabrique import CAEN_LA_MER, avec_entetes, service, xlsx

EPCI = charger_epci(CAEN_LA_MER)
FEUILLE = "xl/worksheets/sheet1.xml"


def refuser(contenu: bytes) -> str:
    with pytest.raises(ClasseurIllisible) as erreur:
        verifier_classeur(contenu, EPCI)
    return str(erreur.value)


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


@pytest.mark.parametrize(
    ("contenu", "mots"),
    [
        (b"", "vide"), (b"   \n", "vide"), (b"%PDF-1.7 ...", "PDF"), (b"\x89PNG\r\n", "image"),
        (b"<html>", "page web"),
        (b"bonjour tout le monde", "ni un classeur"), (b"PK\x03\x04 et puis plus rien", "incomplet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rien", "incomplet"), (b"\x00\x01\x02\x03;\x00", "ni un classeur"),
    ],
)  # fmt: skip
def test_un_fichier_qui_n_est_pas_un_classeur_est_nomme(contenu: bytes, mots: str):
    assert mots in refuser(contenu)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.99])
def test_un_classeur_tronque_est_dit_incomplet(part: float):
    entier = xlsx({"Services": avec_entetes("Services", service())})

    assert "incomplet" in refuser(entier[: int(len(entier) * part)])


def test_un_document_word_n_est_pas_un_classeur():
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")

    assert "Word" in refuser(flux.getvalue())


def test_une_bombe_de_decompression_n_est_pas_ouverte():
    classeur = xlsx({"Services": avec_entetes("Services", service())})
    bombe = remplacer(classeur, "xl/styles.xml", b" " * (301 * 1024 * 1024))

    assert len(bombe) < 1_000_000
    assert "300 Mo" in refuser(bombe)


def test_une_feuille_d_un_million_de_lignes_est_refusee():
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux, {"constant_memory": True}) as classeur:
        feuille = classeur.add_worksheet("Services")
        for rang in (0, 1_048_575):
            feuille.write_string(rang, 0, "SIREN")

    assert "200 000 lignes" in refuser(flux.getvalue())


@pytest.mark.parametrize("reference", ["XFD3", "AAA200000", "ZZ190000", "A1048576"])
def test_une_cellule_tres_lointaine_ne_fait_pas_tout_deployer(reference: str):
    classeur = xlsx({"Services": avec_entetes("Services", service())})
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        f'<c r="A1"><v>1</v></c><c r="{reference}"><v>2</v></c></row></sheetData></worksheet>'
    )

    assert "200 000 lignes" in refuser(remplacer(classeur, FEUILLE, xml.encode()))


def test_un_million_de_lignes_vides_mises_en_forme_ne_gene_pas():
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux) as classeur:
        feuille = classeur.add_worksheet("Services")
        for rang, ligne in enumerate(avec_entetes("Services", service())):
            feuille.write_row(rang, 0, ligne)
        feuille.write_blank(1_048_575, 3, None, classeur.add_format({"bold": True}))

    assert verifier_classeur(flux.getvalue(), EPCI).acceptees == 1


def test_un_classeur_sans_aucune_feuille_du_diagnostic_le_dit():
    assert "modèle" in refuser(xlsx({"Budget": [["Chapitre", "Montant"], ["012", 5]]}))


def test_une_ods_repetee_a_l_infini_n_est_pas_depliee():
    cellule = (
        '<table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/>'
    )
    contenu = (
        "<office:spreadsheet><table:table>"
        f'<table:table-row table:number-rows-repeated="1000000">{cellule}</table:table-row></table:table>'
    )
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", contenu)

    assert "200 000 lignes" in refuser(flux.getvalue())


def test_un_csv_trop_long_est_refuse():
    assert "200 000 lignes" in refuser(b"SIREN;Code\n" + b"1;2\n" * 200_001)
