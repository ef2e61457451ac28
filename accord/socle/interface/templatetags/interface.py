"""`{% load interface %}`: what the base templates need (blocks read twice, theme, version, what waits for me)."""

from functools import cache
from importlib.metadata import version as version_de
from itertools import count
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField, CheckboxInput
from django.template import Context
from django.template.base import Node, Parser, Token
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from accord.socle.attentes import attentes_de_la_requete
from accord.socle.interface.barres import en_barres
from accord.socle.interface.statuts import MOTS_DES_MESSAGES, statut_de
from accord.socle.interface.theme import ATTRIBUTS, theme_de

register = template.Library()


class BlocCapture(Node):
    """Render a block of the child template once, into a variable: one can see it is empty, or repeat it."""

    def __init__(self, nom: str, variable: str) -> None:
        self.nom, self.variable = nom, variable

    def render(self, context: Context) -> SafeString:
        blocs = context.render_context.get(BLOCK_CONTEXT_KEY)
        bloc = blocs.get_block(self.nom) if blocs else None
        context[self.variable] = mark_safe(bloc.render(context).strip()) if bloc else ""  # noqa: S308
        return mark_safe("")


@register.tag
def bloc(_parser: Parser, token: Token) -> BlocCapture:
    """`{% bloc "aside" as html_aside %}`."""
    _, nom, _, variable = token.split_contents()
    return BlocCapture(nom.strip("\"'"), variable)


@register.simple_tag(takes_context=True)
def theme_choisi(context: Context) -> str:
    """« clair », « sombre » or « auto »."""
    return theme_de(context.get("request"))


@register.simple_tag(takes_context=True)
def theme_impose(context: Context) -> str:
    """Bootstrap's attribute when the person has chosen; empty when the device decides."""
    return ATTRIBUTS.get(theme_de(context.get("request")), "")


@register.simple_tag
def version() -> str:
    """The installed version of the product."""
    return version_de("commun-accord")


@register.simple_tag(takes_context=True)
def nombre_attentes(context: Context) -> int:
    """How many things wait for the person, in the current capacity."""
    request = context.get("request")
    return len(attentes_de_la_requete(request)) if request is not None and hasattr(request, "acteur") else 0


@register.simple_tag
@cache
def icone(nom: str, classe: str = "") -> SafeString:
    """A pictogram of the sprite; decorative, so a word always goes with it."""
    return format_html(
        '<svg class="icone {}" aria-hidden="true" focusable="false" width="16" height="16">'
        '<use href="{}#{}"></use></svg>',
        classe,
        static("vendor/bootstrap-icons/pictogrammes.svg"),
        nom,
    )


@register.filter
def est_ici(url: str, chemin: str) -> bool:
    """Is the page shown inside this section?"""
    return bool(url) and chemin.startswith(url)


@register.filter
def ton_de_statut(code: str) -> str:
    return statut_de(code).ton


@register.filter
def icone_de_statut(code: str) -> str:
    return statut_de(code).icone


@register.filter
def mot_de_statut(code: str) -> str:
    return statut_de(code).mot


@register.filter
def mot_de_sens(code: str) -> str:
    """The word said before the text of an alert to those who do not see its colour."""
    return MOTS_DES_MESSAGES[statut_de(code).ton]


ETAPES = {
    "a_venir": ("future", "à venir"),
    "en_cours": ("courante", "en cours"),
    "termine": ("faite", "terminé"),
    "terminee": ("faite", "terminé"),
    "fait": ("faite", "terminé"),
    "sans_objet": ("sautee", "sans objet"),
}


@register.filter
def classe_d_etape(etat: str) -> str:
    return ETAPES.get(etat, ("future", ""))[0]


@register.filter
def mot_d_etape(etat: str) -> str:
    return ETAPES.get(etat, ("", "à venir"))[1]


CLASSES_BOOTSTRAP = {
    "checkbox": "form-check-input",
    "radio": "form-check-input",
    "hidden": "",
    "range": "form-range",
}


@register.filter
def classe_bootstrap(widget: dict[str, Any]) -> str:
    """Bootstrap's class for a form control, before the classes the form asked for."""
    modele = str(widget.get("template_name", ""))
    genre = widget.get("type") or ("select" if modele.endswith("select.html") else "")
    classe = "form-select" if genre == "select" else CLASSES_BOOTSTRAP.get(genre, "form-control")
    erreur = "is-invalid" if widget["attrs"].get("aria-invalid") else ""
    return " ".join(part for part in (classe, erreur, str(widget["attrs"].get("class", ""))) if part)


@register.filter
def est_case(champ: BoundField) -> bool:
    """Is it a lone checkbox, whose label goes after it?"""
    return isinstance(champ.field.widget, CheckboxInput) and not champ.field.widget.is_hidden


@register.filter
def nombre_erreurs(form: BaseForm) -> int:
    return sum(len(erreurs) for erreurs in form.errors.values())


@register.simple_tag
def espace_fine() -> str:
    """The narrow no-break space that French sets before « : ; ! ? »."""
    return "\u202f"


@register.simple_tag(takes_context=True)
def identifiant(context: Context, prefixe: str) -> str:
    """An identifier unique in the page, to tie a label to what it names."""
    compteur = getattr(context.get("request"), "accord_identifiants", None)
    if compteur is None:
        compteur = count(1)
        if context.get("request") is not None:
            context["request"].accord_identifiants = compteur
    return f"{prefixe}-{next(compteur)}"


@register.filter
def pages_voisines(page: Page) -> list[int | None]:
    """1 … 4 5 6 … 20: page numbers to show, None for a gap."""
    return [
        n if isinstance(n, int) else None
        for n in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]


register.filter("en_barres", en_barres)
