import hashlib
import io
import json
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accord.schema.enums import SensAvis
from accord.schema.preuves import dossier_de_preuve
from accord.schema.services.approbation import Vote, approuver_schema
from tests.schema.conftest import Circuit, instant

SEANCE = date(2027, 4, 8)


def lire(circuit: Circuit) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(b"".join(dossier_de_preuve(circuit.schema)))) as archive:
        return {nom: archive.read(nom) for nom in archive.namelist()}


@pytest.fixture
def complet(circuit: Circuit) -> Circuit:
    """One expressed opinion with its paper, four tacit ones, an approval."""
    circuit.jusqu_a_la_transmission()
    circuit.deposer(
        "Petitbois",
        SensAvis.RESERVES,
        reserves="Garder un accueil en mairie.",
        piece=SimpleUploadedFile("x.pdf", b"%PDF-1.7 deliberation"),
    )
    circuit.jusqu_au_constat()
    approuver_schema(
        schema=circuit.schema,
        vote=Vote(SEANCE, "2027-042", 28, 5, 10, piece=SimpleUploadedFile("y.pdf", b"%PDF-1.7 vote")),
        acteur=circuit.acteur(le=SEANCE),
        le=instant(SEANCE),
    )
    circuit.schema.refresh_from_db()
    return circuit


def test_chaque_fichier_du_manifeste_a_la_bonne_empreinte(complet: Circuit):
    fichiers = lire(complet)

    manifeste = json.loads(fichiers["MANIFEST.json"])["fichiers"]
    assert {f["chemin"] for f in manifeste} == set(fichiers) - {"MANIFEST.json", "EMPREINTES.sha256"}
    for fichier in manifeste:
        assert hashlib.sha256(fichiers[fichier["chemin"]]).hexdigest() == fichier["sha256"]
        assert len(fichiers[fichier["chemin"]]) == fichier["taille_octets"]


def test_la_liste_des_empreintes_se_verifie_avec_sha256sum(complet: Circuit):
    fichiers = lire(complet)

    for ligne in fichiers["EMPREINTES.sha256"].decode().splitlines():
        empreinte, chemin = ligne.split("  ", 1)
        assert hashlib.sha256(fichiers[chemin]).hexdigest() == empreinte


def test_le_json_d_une_version_a_l_empreinte_imprimee_sur_le_rapport(complet: Circuit):
    version = complet.schema.versions.get()

    assert hashlib.sha256(lire(complet)["rapport/version-1.json"]).hexdigest() == version.empreinte


def test_le_dossier_contient_documents_pieces_avis_et_vote(complet: Circuit):
    fichiers = lire(complet)

    assert fichiers["rapport/version-1.pdf"].startswith(b"%PDF-")
    assert fichiers["avis/210000052.pdf"] == b"%PDF-1.7 deliberation"
    assert fichiers["approbation/deliberation.pdf"] == b"%PDF-1.7 vote"
    assert json.loads(fichiers["approbation.json"])["pour"] == 28
    sens = [ligne["avis"]["sens"] for ligne in json.loads(fichiers["avis.json"])]
    assert sorted(sens) == ["reserves", "tacite", "tacite", "tacite", "tacite"]
    recus = [ligne["date_avis_tacite"] for ligne in json.loads(fichiers["transmissions.json"])]
    assert recus == ["2027-03-15"] * 5


def test_le_journal_extrait_raconte_le_circuit(complet: Circuit):
    codes = [entree["code"] for entree in json.loads(lire(complet)["journal.json"])]

    assert codes[0] == "schema.ouvert"
    assert codes[-1] == "schema.approuve"
    assert codes.count("schema.avis_tacite_constate") == 4


def test_le_meme_circuit_donne_les_memes_octets(complet: Circuit):
    assert b"".join(dossier_de_preuve(complet.schema)) == b"".join(dossier_de_preuve(complet.schema))


def test_le_dossier_arrive_par_morceaux(complet: Circuit):
    morceaux = list(dossier_de_preuve(complet.schema))

    assert len(morceaux) > 10
    assert max(map(len, morceaux)) < sum(map(len, morceaux)) * 0.9


def test_avant_toute_version_le_dossier_existe_deja(circuit: Circuit):
    fichiers = lire(circuit)

    assert json.loads(fichiers["approbation.json"]) is None
    assert "scenario/scenario-retenu.json" in fichiers
