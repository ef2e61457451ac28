"""What every screen is held to in the browser: axe without violation, no error in the console, no sideways scroll."""

from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

REGLES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
TRES_ETROIT = 320
TELEPHONE = 360
BUREAU = 1280


def violations(page: Page) -> list[str]:
    """What axe finds now, each in one readable line."""
    trouvees = Axe().run(page, options=REGLES).response["violations"]
    return [
        f"{v['id']} × {len(v['nodes'])} : {v['nodes'][0]['html'][:160]} — {v['nodes'][0]['failureSummary'][:200]}"
        for v in trouvees
    ]


def deborde(page: Page) -> list[str]:
    """The elements that make the page scroll sideways, the widest first; none when it does not."""
    return page.evaluate(
        """() => {
          const largeur = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= largeur) return [];
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > largeur + 1)
            .slice(0, 5).map(e => e.outerHTML.slice(0, 140));
        }"""
    )


@contextmanager
def sans_erreur(page: Page) -> Iterator[list[str]]:
    """Collect what the console, the scripts and the network complain about while the block lasts.

    A refused form (422) and a download (the page stays) are not errors, though Chromium notes them.
    """
    plaintes: list[str] = []
    page.on("console", lambda m: plaintes.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda erreur: plaintes.append(str(erreur)))
    page.on("requestfailed", lambda r: plaintes.append(f"{r.url} : {r.failure}"))
    yield plaintes
    assert [p for p in plaintes if "422" not in p and "ERR_ABORTED" not in p] == []


def examiner(page: Page) -> dict[str, list[str]]:
    """Desktop in both themes, then telephone, then the narrowest: what is wrong in each."""
    constats = {}
    for theme, largeur in (("light", BUREAU), ("dark", BUREAU), ("light", TELEPHONE), ("dark", TELEPHONE)):
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": largeur, "height": 900})
        constats[f"{theme} {largeur}"] = violations(page)
    page.set_viewport_size({"width": TRES_ETROIT, "height": 640})
    constats[f"défilement à {TRES_ETROIT}"] = deborde(page)
    return {cas: fautes for cas, fautes in constats.items() if fautes}
