"""Light markup of the texts people write: headings, lists, bold and italics; the rest stays plain text."""

import re
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_TITRE = re.compile(r"^(#{1,4})\s+(\S.*)$")
_PUCE = re.compile(r"^\s*[-*•–]\s+(\S.*)$")
_NUMERO = re.compile(r"^\s*(\d{1,2})[.)]\s+(\S.*)$")
_ENRICHI = re.compile(
    r"\*\*(?=\S)(?P<gras>.+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italique>[^*\n]+?)(?<=\S)\*(?![\w*])",
    re.DOTALL,
)
_SAUT = SafeString("<br>")


@dataclass(frozen=True)
class Fragment:
    """A run of text of one style."""

    texte: str
    gras: bool = False
    italique: bool = False


@dataclass(frozen=True)
class Bloc:
    """A block: `titre`, `paragraphe`, `puces` or `numeros` (whose `elements` are lists of fragments)."""

    genre: str
    fragments: tuple[Fragment, ...] = ()
    elements: tuple[tuple[Fragment, ...], ...] = ()
    niveau: int = 0
    depart: int = 1


def lire_fragments(texte: str) -> tuple[Fragment, ...]:
    """Split a line of text into plain, bold and italic runs."""
    fragments, position = [], 0
    for trouve in _ENRICHI.finditer(texte):
        if trouve.start() > position:
            fragments.append(Fragment(texte[position : trouve.start()]))
        gras = trouve["gras"]
        fragments.append(Fragment(gras, gras=True) if gras else Fragment(trouve["italique"], italique=True))
        position = trouve.end()
    if position < len(texte):
        fragments.append(Fragment(texte[position:]))
    return tuple(fragments)


def lire_blocs(texte: str) -> tuple[Bloc, ...]:
    """Read a text typed by a person into blocks; never fails, whatever is typed."""
    lecteur = _Lecteur()
    for ligne in texte.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        lecteur.lire(ligne.rstrip())
    lecteur.clore()
    return tuple(lecteur.blocs)


class _Lecteur:
    """Line by line reader: keeps the block being written until another kind of line closes it."""

    def __init__(self) -> None:
        self.blocs: list[Bloc] = []
        self._genre = ""
        self._lignes: list[str] = []
        self._depart = 1
        self._niveau = 0

    def lire(self, ligne: str) -> None:
        if not ligne.strip():
            self.clore()
        elif titre := _TITRE.match(ligne):
            self._ajouter_titre(len(titre[1]), titre[2])
        elif puce := _PUCE.match(ligne):
            self._ajouter_element("puces", puce[1])
        elif numero := _NUMERO.match(ligne):
            self._ajouter_element("numeros", numero[2], depart=int(numero[1]))
        else:
            self._continuer(ligne.strip())

    def _ajouter_titre(self, diezes: int, texte: str) -> None:
        self.clore()
        self._niveau = min(1 if diezes <= 2 else 2, self._niveau + 1)
        self.blocs.append(Bloc("titre", lire_fragments(texte.rstrip(" #")), niveau=self._niveau))

    def _ajouter_element(self, genre: str, texte: str, depart: int = 1) -> None:
        if self._genre != genre:
            self.clore()
            self._genre, self._depart = genre, depart
        self._lignes.append(texte)

    def _continuer(self, ligne: str) -> None:
        if self._genre in {"puces", "numeros"}:
            self._lignes[-1] += f" {ligne}"
            return
        self._genre = "paragraphe"
        self._lignes.append(ligne)

    def clore(self) -> None:
        if self._genre == "paragraphe":
            self.blocs.append(Bloc("paragraphe", lire_fragments("\n".join(self._lignes))))
        elif self._genre:
            elements = tuple(lire_fragments(ligne) for ligne in self._lignes)
            self.blocs.append(Bloc(self._genre, elements=elements, depart=self._depart))
        self._genre, self._lignes = "", []


def en_html(blocs: tuple[Bloc, ...], niveau_titre: int = 3) -> SafeString:
    """Return escaped HTML of the blocks; headings start at `niveau_titre`."""
    return format_html_join("\n", "{}", ((_bloc_html(bloc, niveau_titre),) for bloc in blocs))


def _bloc_html(bloc: Bloc, niveau_titre: int) -> SafeString:
    if bloc.genre == "titre":
        niveau = min(niveau_titre + bloc.niveau - 1, 6)
        return format_html("<h{0}>{1}</h{0}>", niveau, _fragments_html(bloc.fragments))
    if bloc.genre == "paragraphe":
        return format_html("<p>{}</p>", _fragments_html(bloc.fragments))
    elements = format_html_join("", "<li>{}</li>", ((_fragments_html(e),) for e in bloc.elements))
    if bloc.genre == "puces":
        return format_html("<ul>{}</ul>", elements)
    return format_html('<ol start="{}">{}</ol>', bloc.depart, elements)


def _fragments_html(fragments: tuple[Fragment, ...]) -> SafeString:
    return format_html_join("", "{}", ((_fragment_html(fragment),) for fragment in fragments))


def _fragment_html(fragment: Fragment) -> SafeString:
    texte = format_html_join(_SAUT, "{}", ((ligne,) for ligne in fragment.texte.split("\n")))
    if fragment.gras:
        return format_html("<strong>{}</strong>", texte)
    return format_html("<em>{}</em>", texte) if fragment.italique else texte
