"""From a template name and a context to subject, text and HTML: always the three."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import get_template, render_to_string

from accord.socle.notifications.destinataires import Destinataire
from accord.socle.notifications.genres import Genre
from accord.socle.notifications.liens import absolu, lien_d_arret


@dataclass(frozen=True)
class Rendu:
    """A mail ready to leave."""

    sujet: str
    texte: str
    html: str


def rendre(gabarit: str, contexte: dict[str, Any], *, pour: Destinataire, raison: str, genre: Genre) -> Rendu:
    """`<gabarit>.txt` and `<gabarit>.html`, around the same context; `sujet` is in the context."""
    complet = {
        **contexte,
        "destinataire": pour,
        "raison": raison,
        "genre": genre,
        "action_url": absolu(contexte["action_url"]) if contexte.get("action_url") else "",
        "url_arret": lien_d_arret(pour.adresse, genre.code),
        "site": settings.ADRESSE_DU_SITE,
    }
    sujet = " ".join(str(contexte["sujet"]).split())
    return Rendu(
        sujet=sujet,
        texte=_en_texte(f"{gabarit}.txt", {**complet, "sujet": sujet}),
        html=render_to_string(f"{gabarit}.html", {**complet, "sujet": sujet}),
    )


def _en_texte(gabarit: str, contexte: dict[str, Any]) -> str:
    """Plain text is not HTML: nothing is escaped in it."""
    modele = get_template(gabarit).template  # type: ignore[attr-defined]
    return modele.render(Context(contexte, autoescape=False)).strip() + "\n"
