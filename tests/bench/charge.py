"""A bounded load on a site of this machine: so many pages over so many connections, then it stops."""

import http.client
import re
import threading
import time
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urlsplit

from accord.demonstration.personnes import MOT_DE_PASSE


@dataclass(frozen=True)
class Debit:
    """What a load measured."""

    requetes_par_seconde: float
    p50_ms: float
    p95_ms: float


def charger(adresse: str, chemin: str, *, connexions: int = 8, pages: int = 400, temoin: str = "") -> Debit:
    """Ask `pages` times for one page over persistent connections. Raises RuntimeError on any answer but 200.

    `temoin` is the value of the session cookie. Only loopback addresses are accepted.
    """
    hote = urlsplit(adresse)
    if hote.hostname != "127.0.0.1":
        raise RuntimeError("Une charge ne vise que cette machine.")
    durees: list[float] = []
    erreurs: list[int] = []
    par_connexion = pages // connexions

    def travailler() -> None:
        connexion = http.client.HTTPConnection(hote.hostname or "", hote.port or 80, timeout=30)
        for _ in range(par_connexion):
            debut = time.perf_counter()
            connexion.request("GET", chemin, headers={"Cookie": f"sessionid={temoin}"} if temoin else {})
            reponse = connexion.getresponse()
            reponse.read()
            durees.append((time.perf_counter() - debut) * 1000)
            if reponse.status != 200:
                erreurs.append(reponse.status)
        connexion.close()

    fils = [threading.Thread(target=travailler) for _ in range(connexions)]
    debut = time.perf_counter()
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    total = time.perf_counter() - debut
    if erreurs:
        raise RuntimeError(f"{len(erreurs)} réponses {erreurs[0]} pour {chemin}")
    durees.sort()
    return Debit(len(durees) / total, durees[len(durees) // 2], durees[int(len(durees) * 0.95)])


def ouvrir_session(adresse: str, persona: str) -> str:
    """Sign a demo persona in and return the session cookie. Raises RuntimeError when the site refuses."""
    cookies = CookieJar()
    navigateur = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    page = navigateur.open(f"{adresse}/connexion/login/").read().decode()
    jeton = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    champs = {
        "login": f"{persona}@demo.example",
        "password": MOT_DE_PASSE,
        "csrfmiddlewaretoken": jeton[1] if jeton else "",
    }
    navigateur.open(f"{adresse}/connexion/login/", urlencode(champs).encode())
    temoins = [cookie.value for cookie in cookies if cookie.name == "sessionid"]
    if not temoins or not temoins[0]:
        raise RuntimeError(f"{persona} n’a pas pu se connecter")
    return temoins[0]
