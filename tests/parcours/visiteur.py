"""Someone at a browser: opens pages, follows links, fills forms. Nothing else may touch the site in a parcours."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.parcours.pages import Page

LIEN = re.compile(r"https?://\S+")


class Visiteur:
    """A person with a mailbox; CSRF is checked as on the real site."""

    def __init__(self, adresse_electronique: str = "") -> None:
        self.adresse_electronique = adresse_electronique
        self.client = Client(enforce_csrf_checks=True)
        self._entre_le: Any = None

    def entrer(self) -> "Visiteur":
        """Sign in with the code received by mail, once a day as sessions last half a day."""
        if self._entre_le == timezone.localdate():
            return self
        self.client = Client(enforce_csrf_checks=True)
        page = self.ouvrir("/connexion/login/code/")
        avant = len(mail.outbox)
        page = self.envoyer(page, "Recevoir un code", email=self.adresse_electronique)
        recus = [m for m in mail.outbox[avant:] if m.to == [self.adresse_electronique]]
        assert recus, f"Aucun code reçu par {self.adresse_electronique}"
        code = re.search(r"^\s*([A-Z0-9-]{6,})\s*$", recus[-1].body, re.MULTILINE)
        assert code, recus[-1].body
        page = self.envoyer(page, "Me connecter", code=code[1])
        assert "/connexion/" not in page.adresse, (
            f"{self.adresse_electronique} n’est pas entré·e : {page.principal()}"
        )
        self._entre_le = timezone.localdate()
        return self

    def ouvrir(self, adresse: str, attendu: int = 200) -> Page:
        """Open an address, as typed or clicked."""
        return self._suivre(adresse, self.client.get(adresse), attendu)

    def cliquer(self, page: Page, libelle: str) -> Page:
        """Follow a link of the page."""
        return self.ouvrir(urljoin(page.adresse, page.lien(libelle)))

    def envoyer(
        self, page: Page, bouton: str, *, contenant: str = "", attendu: int = 200, **saisies: Any
    ) -> Page:
        """Fill the form of this button, send it, follow where it leads."""
        formulaire = page.formulaire(bouton, contenant).remplir(saisies)
        adresse = urljoin(page.adresse, formulaire.action)
        if formulaire.methode == "get":
            return self._suivre(adresse, self.client.get(adresse, formulaire.donnees()), attendu)
        return self._suivre(adresse, self.client.post(adresse, formulaire.donnees()), attendu)

    def recu(self) -> list[Any]:
        """The mails in this person's box."""
        return [message for message in mail.outbox if self.adresse_electronique in message.to]

    def lien_du_dernier_courriel(self, contenant: str) -> str:
        """The path of the link of the last mail that holds `contenant`."""
        for message in reversed(self.recu()):
            for lien in LIEN.findall(message.body):
                if contenant in lien:
                    return urlsplit(lien.rstrip(".,)")).path
        raise AssertionError(f"Aucun lien « {contenant} » reçu par {self.adresse_electronique}")

    def _suivre(self, adresse: str, reponse: Any, attendu: int) -> Page:
        sauts = 0
        while reponse.status_code in (301, 302, 303) and sauts < 10:
            adresse, sauts = urljoin(adresse, reponse["Location"]), sauts + 1
            reponse = self.client.get(adresse)
        page = Page(adresse, reponse)
        assert page.statut == attendu, (
            f"{adresse} répond {page.statut} au lieu de {attendu} :\n{page.principal()}"
        )
        return page.verifier()
