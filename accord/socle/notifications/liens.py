"""Signed links « ne plus recevoir » : bound to one address and one kind, they need no account."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

SEL = "accord.notifications.arreter"


def jeton_d_arret(adresse: str, genre: str) -> str:
    return signing.dumps([adresse, genre], salt=SEL)


def lire_jeton(jeton: str) -> tuple[str, str] | None:
    """The address and the kind, or None when the link was altered."""
    try:
        adresse, genre = signing.loads(jeton, salt=SEL)
    except (signing.BadSignature, ValueError):
        return None
    return adresse, genre


def lien_d_arret(adresse: str, genre: str) -> str:
    """The full address to put in a mail."""
    return absolu(reverse("notifications:courriel-arreter", args=[jeton_d_arret(adresse, genre)]))


def absolu(chemin: str) -> str:
    """The address of a page as a mail must write it."""
    return chemin if "://" in chemin else settings.ADRESSE_DU_SITE.rstrip("/") + chemin
