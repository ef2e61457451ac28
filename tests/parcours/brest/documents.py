"""Reading the report as its readers do: the PDF page by page, the Word file table by table."""

from decimal import Decimal
from io import BytesIO

from docx import Document
from pypdf import PdfReader

from tests.parcours.brest.scenarios import decimal
from tests.parcours.typographie import lisible

VIDES = ("—", "–", "")
ENTETES = ("", "Employeur")


def texte_du_pdf(contenu: bytes) -> tuple[int, str]:
    """How many pages, and everything they say. Fails when the PDF is not tagged."""
    lecteur = PdfReader(BytesIO(contenu))
    racine = lecteur.trailer["/Root"]
    assert racine["/MarkInfo"]["/Marked"], "Le PDF n’est pas balisé : un lecteur d’écran ne le lirait pas."
    assert str(racine["/Lang"]).startswith("fr"), "Le PDF ne dit pas sa langue."
    return len(lecteur.pages), lisible(" ".join(page.extract_text() for page in lecteur.pages))


def document_word(contenu: bytes) -> tuple[str, list[list[list[str]]]]:
    """The text of the Word file, and its tables."""
    document = Document(BytesIO(contenu))
    texte = lisible(" ".join(paragraphe.text for paragraphe in document.paragraphs))
    tableaux = [
        [[lisible(cellule.text) for cellule in ligne.cells] for ligne in tableau.rows]
        for tableau in document.tables
    ]
    return texte, tableaux


def verifier_totaux(tableau: list[list[str]]) -> int:
    """Each figure of the last row is the sum of its column; how many columns were checked."""
    total = tableau[-1]
    assert total[0] == "Total", f"La dernière ligne n’est pas un total : {total}"
    lignes = [ligne for ligne in tableau[:-1] if len(ligne) == len(total) and _est_chiffree(ligne)]
    verifiees = 0
    for rang in range(1, len(total)):
        valeurs = [decimal(ligne[rang]) for ligne in lignes if ligne[rang] not in VIDES]
        assert sum(valeurs, Decimal(0)) == decimal(total[rang]), f"Colonne {rang} : {valeurs} ≠ {total[rang]}"
        verifiees += 1
    return verifiees


def _est_chiffree(ligne: list[str]) -> bool:
    """An employer, not a header (years are numbers too)."""
    if ligne[0] in ENTETES:
        return False
    try:
        decimal(ligne[1])
    except ArithmeticError:
        return ligne[1] in VIDES
    return True
