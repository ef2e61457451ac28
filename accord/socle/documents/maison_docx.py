"""House style of the Word templates; used by the scripts that build a first version of a template.

Once built, the `.docx` file is the master: it may be edited in Word or LibreOffice.
"""

from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

ACCENT = RGBColor(0x14, 0x4B, 0x5E)
GRIS = RGBColor(0x55, 0x5F, 0x66)
POLICE = "Liberation Serif"
_TITRES = {
    "Title": (26, 0, 6),
    "Heading 1": (17, 22, 8),
    "Heading 2": (13, 14, 4),
    "Heading 3": (11.5, 10, 3),
}


def document_maison() -> Any:
    """Return an empty document with the house styles, in French, A4, header and footer written."""
    document = Document()
    _regler_langue(document)
    _regler_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.different_first_page_header_footer = True
    _ecrire_entete(section)
    return document


def couverture(document: Any) -> None:
    """Write the cover page; its fields come from `Entete`."""
    _centrer_haut(document.add_paragraph("{{ entete.organisme }}", style="Organisme"))
    document.add_paragraph("{{ entete.titre }}", style="Title")
    document.add_paragraph("{{ entete.sous_titre }}", style="Subtitle")
    balise(document, "if entete.mention")
    document.add_paragraph("{{ entete.mention }}", style="Mention")
    balise(document, "endif")
    document.add_paragraph("{{ entete.date_texte }} — {{ entete.version }}", style="Subtitle")
    document.add_paragraph("Empreinte des données : {{ entete.empreinte }}", style="Discret")


def balise(document: Any, code: str) -> None:
    """Write a paragraph-level instruction (`for`, `if`…), removed from the result."""
    document.add_paragraph(f"{{%p {code} %}}")


def blocs(document: Any, nom: str) -> None:
    """Write the loop that lays out texts in light markup (see `balisage`)."""
    balise(document, f"for b in {nom}")
    for niveau in (1, 2):
        balise(document, f"if b.genre == 'titre' and b.niveau == {niveau}")
        document.add_paragraph("{{r b.fragments|riche }}", style=f"Heading {niveau + 1}")
        balise(document, "endif")
    balise(document, "if b.genre == 'paragraphe'")
    document.add_paragraph("{{r b.fragments|riche }}", style="Normal")
    balise(document, "endif")
    balise(document, "for e in b.elements")
    balise(document, "if b.genre == 'puces'")
    document.add_paragraph("{{r e|riche }}", style="List Bullet")
    balise(document, "else")
    document.add_paragraph("{{ b.depart + loop.index0 }}.\t{{r e|riche }}", style="Numéro")
    balise(document, "endif")
    balise(document, "endfor")
    balise(document, "endfor")


def sommaire(document: Any, boucle: str, libelle: str) -> None:
    """Write a contents field whose first state lists the sections; Word refreshes the page numbers."""
    document.add_paragraph("Sommaire", style="Titre hors sommaire")
    debut = document.add_paragraph()
    _champ(debut, "begin")
    _instruction(debut, ' TOC \\o "1-2" \\h \\z \\u ')
    _champ(debut, "separate")
    balise(document, boucle)
    document.add_paragraph(libelle, style="Normal")
    balise(document, "endfor")
    _champ(document.add_paragraph(), "end")


def tableau(
    document: Any,
    entetes: list[str],
    boucle: str,
    ligne: list[str],
    largeurs_cm: list[float],
    *,
    chiffres: bool = True,
) -> Any:
    """Add a table: repeated header row, then one row a turn of `boucle` (« for l in t.lignes »)."""
    table = document.add_table(rows=4, cols=len(entetes), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _remplir(table.rows[0], entetes, largeurs_cm, gras=True)
    repeter_entete(table.rows[0])
    _remplir(table.rows[1], [f"{{%tr {boucle} %}}"] + [""] * (len(entetes) - 1), largeurs_cm)
    _remplir(table.rows[2], ligne, largeurs_cm, chiffres=chiffres)
    _remplir(table.rows[3], ["{%tr endfor %}"] + [""] * (len(entetes) - 1), largeurs_cm)
    return table


def tableaux_libres(document: Any, nom: str) -> None:
    """Write the loop over tables whose number of columns is known only when rendering (`colonnes`, `lignes`)."""
    balise(document, f"for t in {nom}")
    document.add_paragraph("{{ t.legende }}", style="Légende")
    table = document.add_table(rows=7, cols=4, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _remplir_libre(table.rows[0], "t.colonnes", gras=True)
    repeter_entete(table.rows[0])
    _instruction_de_rangee(table.rows[1], "for l in t.lignes")
    _remplir_libre(table.rows[2], "l")
    _instruction_de_rangee(table.rows[3], "endfor")
    _instruction_de_rangee(table.rows[4], "if t.total")
    _remplir_libre(table.rows[5], "t.total", gras=True)
    _instruction_de_rangee(table.rows[6], "endif")
    balise(document, "if t.note")
    document.add_paragraph("{{ t.note }}", style="Discret")
    balise(document, "endif")
    document.add_paragraph("", style="Discret")
    balise(document, "endfor")


def _remplir_libre(rangee: Any, valeurs: str, gras: bool = False) -> None:
    """A wide first cell, then one cell for each other value."""
    textes = (f"{{{{ {valeurs}[0] }}}}", f"{{%tc for v in {valeurs}[1:] %}}", "{{ v }}", "{%tc endfor %}")
    for cellule, texte, largeur in zip(rangee.cells, textes, (4.2, 2, 2, 2), strict=True):
        cellule.width = Cm(largeur)
        paragraphe = cellule.paragraphs[0]
        paragraphe.style = "Cellule"
        if texte == "{{ v }}":
            paragraphe.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraphe.add_run(texte).bold = gras
        if gras:
            _griser(cellule)


def _instruction_de_rangee(rangee: Any, code: str) -> None:
    rangee.cells[0].paragraphs[0].add_run(f"{{%tr {code} %}}")


def repeter_entete(rangee: Any) -> None:
    """Mark a table row as header: repeated on every page, announced by screen readers."""
    proprietes = rangee._tr.get_or_add_trPr()
    proprietes.append(OxmlElement("w:tblHeader"))
    proprietes.append(OxmlElement("w:cantSplit"))


def _remplir(
    rangee: Any, textes: list[str], largeurs_cm: list[float], *, gras: bool = False, chiffres: bool = False
) -> None:
    for rang, (cellule, texte, largeur) in enumerate(zip(rangee.cells, textes, largeurs_cm, strict=True)):
        cellule.width = Cm(largeur)
        paragraphe = cellule.paragraphs[0]
        paragraphe.style = "Cellule"
        if rang and chiffres:
            paragraphe.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraphe.add_run(texte).bold = gras
        if gras:
            _griser(cellule)


def _griser(cellule: Any) -> None:
    fond = OxmlElement("w:shd")
    for attribut, valeur in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E4EDF0")):
        fond.set(qn(attribut), valeur)
    cellule._tc.get_or_add_tcPr().append(fond)


def _regler_langue(document: Any) -> None:
    langue = document.styles.element.find(".//" + qn("w:lang"))
    langue.set(qn("w:val"), "fr-FR")
    document.core_properties.language = "fr-FR"


def _regler_styles(document: Any) -> None:
    _style(document.styles["Normal"], 10.5, apres=6)
    document.styles["Normal"].paragraph_format.line_spacing = 1.15
    for nom, (taille, avant, apres) in _TITRES.items():
        _style(document.styles[nom], taille, avant, apres, couleur=ACCENT, gras=True)
    _sans_filet(document.styles["Title"])
    _style(document.styles["Subtitle"], 13, apres=6, couleur=GRIS)
    _style(document.styles["List Bullet"], 10.5, apres=3)
    nouveaux = {
        "Organisme": (13, ACCENT),
        "Mention": (12, RGBColor(0x9A, 0x34, 0x12)),
        "Discret": (8.5, GRIS),
    }
    for nom, (taille, couleur) in nouveaux.items():
        _style(document.styles.add_style(nom, 1), taille, apres=8, couleur=couleur)
    _style(document.styles.add_style("Titre hors sommaire", 1), 17, 22, 8, couleur=ACCENT, gras=True)
    _style(document.styles.add_style("Cellule", 1), 8, avant=1, apres=1)
    _style(document.styles.add_style("Légende", 1), 9.5, avant=8, apres=4, couleur=ACCENT, gras=True)
    document.styles["Légende"].paragraph_format.keep_with_next = True
    numero = document.styles.add_style("Numéro", 1)
    _style(numero, 10.5, apres=3)
    numero.paragraph_format.left_indent, numero.paragraph_format.first_line_indent = Cm(1), Cm(-0.7)


def _style(
    style: Any,
    taille: float,
    avant: float = 0,
    apres: float = 0,
    couleur: RGBColor | None = None,
    gras: bool = False,
) -> None:
    style.font.name, style.font.size, style.font.bold = POLICE, Pt(taille), gras
    polices = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribut in list(polices.attrib):
        if "heme" in attribut:
            del polices.attrib[attribut]
    for attribut in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        polices.set(qn(attribut), POLICE)
    if couleur is not None:
        style.font.color.rgb = couleur
    style.font.italic = False
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(avant), Pt(apres)


def _sans_filet(style: Any) -> None:
    proprietes = style.element.get_or_add_pPr()
    for filet in proprietes.findall(qn("w:pBdr")):
        proprietes.remove(filet)


def _ecrire_entete(section: Any) -> None:
    haut = section.header.paragraphs[0]
    haut.style = "Discret"
    haut.add_run("{{ entete.titre }} — {{ entete.organisme }}")
    bas = section.footer.paragraphs[0]
    bas.style = "Discret"
    bas.add_run(
        "{{ entete.version }} du {{ entete.date_texte }} · empreinte {{ entete.empreinte_courte }} · page "
    )
    _champ(bas, "begin")
    _instruction(bas, " PAGE ")
    _champ(bas, "end")


def _centrer_haut(paragraphe: Any) -> None:
    paragraphe.paragraph_format.space_before = Pt(130)


def _champ(paragraphe: Any, genre: str) -> None:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), genre)
    paragraphe.add_run()._r.append(element)


def _instruction(paragraphe: Any, texte: str) -> None:
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = texte
    paragraphe.add_run()._r.append(element)
