"""Light or dark: what the device prefers, unless the person chose; the choice lives in a cookie, without script."""

from django.http import HttpRequest

TEMOIN = "accord_theme"
THEMES = ("clair", "sombre", "auto")
ATTRIBUTS = {"clair": "light", "sombre": "dark"}
UN_AN_EN_SECONDES = 365 * 24 * 3600


def theme_de(request: HttpRequest | None) -> str:
    """The theme the person chose, « auto » by default."""
    choisi = request.COOKIES.get(TEMOIN, "auto") if request else "auto"
    return choisi if choisi in THEMES else "auto"
