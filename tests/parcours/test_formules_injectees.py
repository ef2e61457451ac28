"""A cell that a spreadsheet would run stays a text, wherever it was typed and whatever export it leaves by."""

import io

import pytest
from openpyxl import load_workbook

from tests.diagnostic.classeur.fabrique import avec_entetes, service, xlsx
from tests.parcours.conftest import Recit
from tests.parcours.test_mauvaises_saisies import PETITBOIS, deposer, secretaire

__all__ = ["secretaire"]

FORMULES = ('=HYPERLINK("http://mal.example";"clic")', "+1+1", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "=1+1")


def cellules(contenu: bytes) -> list:
    """Every cell of every sheet."""
    livre = load_workbook(io.BytesIO(contenu))
    return [cellule for feuille in livre for ligne in feuille.iter_rows() for cellule in ligne]


@pytest.mark.parametrize("formule", FORMULES)
def test_une_formule_du_diagnostic_ressort_en_texte_de_chaque_export(recit: Recit, secretaire, formule: str):
    lignes = avec_entetes("Services", service("RH", PETITBOIS, etp=1.5, condition=formule))
    page = deposer(recit, secretaire, xlsx({"Services": lignes}), "diagnostic.xlsx")
    page = secretaire.envoyer(page, "Enregistrer les lignes acceptées")
    reponse = recit.adresse("diagnostic", f"reponses/{PETITBOIS}/")
    secretaire.envoyer(secretaire.ouvrir(reponse).dit(formule), "Transmettre la réponse")

    for export in (f"reponses/{PETITBOIS}/classeur.xlsx", "services.xlsx", "classeur.xlsx", "carte.xlsx"):
        lues = cellules(secretaire.ouvrir(recit.adresse("diagnostic", export)).octets)
        assert [c.coordinate for c in lues if c.data_type == "f"] == [], export
        if export != "carte.xlsx":
            assert formule in [c.value for c in lues], export


def test_une_formule_tapee_dans_un_formulaire_ressort_en_texte(recit: Recit):
    cheffe, formule = recit.visiteur("chef_projet"), FORMULES[0]
    page = cheffe.ouvrir(recit.adresse("plan", "fiches/nouvelle/"))
    cheffe.envoyer(page, "Enregistrer", titre=formule)
    page = cheffe.ouvrir(recit.adresse("evaluation", "indicateurs/nouveau/"))
    cheffe.envoyer(page, "Enregistrer", libelle=formule, source=formule)
    page = cheffe.ouvrir(recit.adresse("scenarios"))
    scenario = cheffe.cliquer(page, "Socle de services supports")
    page = cheffe.cliquer(scenario, "Dupliquer")
    scenario = cheffe.envoyer(page, "variante", nom=formule)

    for export in (
        recit.adresse("plan", "export/"),
        recit.adresse("evaluation", "export/"),
        f"{scenario.adresse}classeur.xlsx",
    ):
        lues = cellules(cheffe.ouvrir(export).octets)
        assert [c.coordinate for c in lues if c.data_type == "f"] == [], export
        assert any(formule in str(c.value) for c in lues), export
