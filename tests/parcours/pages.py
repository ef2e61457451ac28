"""A page as a person sees it, and what every page of the site promises."""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse

from tests.parcours.formulaires import Formulaire
from tests.parcours.typographie import lisible

RESTES = ("{{", "{%", "Traceback (most recent call last)")


@dataclass
class Page:
    """The answer to a request."""

    adresse: str
    reponse: HttpResponse

    def __post_init__(self) -> None:
        self.soupe = (
            BeautifulSoup(self.html, "html.parser") if self.est_html else BeautifulSoup("", "html.parser")
        )

    @property
    def est_html(self) -> bool:
        return self.reponse.headers.get("Content-Type", "").startswith("text/html")

    @property
    def html(self) -> str:
        return self.reponse.content.decode()

    @property
    def statut(self) -> int:
        return self.reponse.status_code

    @property
    def octets(self) -> bytes:
        """A downloaded file."""
        if getattr(self.reponse, "streaming", False):
            return b"".join(self.reponse.streaming_content)
        return self.reponse.content

    @property
    def texte(self) -> str:
        return lisible(self.soupe.get_text(" "))

    def dit(self, phrase: str) -> "Page":
        """Fail unless the page reads this sentence."""
        assert lisible(phrase) in self.texte, (
            f"« {phrase} » ne se lit pas sur {self.adresse} ({self.statut}) :\n{self.principal()}"
        )
        return self

    def tait(self, phrase: str) -> "Page":
        """Fail when the page reads this sentence."""
        assert lisible(phrase) not in self.texte, f"« {phrase} » se lit sur {self.adresse}."
        return self

    def principal(self) -> str:
        """The text of the main part, for a failure message."""
        principal = self.soupe.find("main") or self.soupe
        return lisible(principal.get_text(" "))[:3000]

    def lien(self, libelle: str) -> str:
        """The address behind a link. Fails when there is none."""
        for ancre in self.soupe.select("a[href]"):
            if lisible(libelle) in lisible(ancre.get_text(" ")):
                return ancre["href"]
        raise AssertionError(f"Aucun lien « {libelle} » sur {self.adresse} : {self.liens()}")

    def liens(self) -> list[str]:
        return [lisible(ancre.get_text(" ")) for ancre in self.soupe.select("main a[href]")]

    def champ(self, etiquette: str) -> str:
        """The name of the field that this label names."""
        for balise in self.soupe.select("label[for]"):
            if lisible(balise.get_text(" ")) == lisible(etiquette):
                return self.soupe.find(id=balise["for"])["name"]
        raise AssertionError(f"Aucun champ « {etiquette} » sur {self.adresse}")

    def offre(self, libelle: str) -> bool:
        """Whether a button that reads so is on the page."""
        return bool(self._boutons(libelle))

    def formulaire(self, bouton: str, contenant: str = "") -> Formulaire:
        """The form sent by this button; `contenant` tells apart two alike, by what the action holds."""
        trouves = [
            (balise, form)
            for balise in self._boutons(bouton)
            if (form := self._formulaire_de(balise)) and contenant in (form.get("action") or "")
        ]
        assert trouves, (
            f"Aucun bouton « {bouton} » sur {self.adresse} ({self.statut}) : {self.boutons()}\n{self.principal()}"
        )
        balise, form = trouves[0]
        return Formulaire(self.soupe, form, balise)

    def boutons(self) -> list[str]:
        return [
            lisible(b.get_text(" ") or b.get("value", ""))
            for b in self.soupe.select("button, input[type=submit]")
        ]

    def tableau(self, legende: str = "") -> list[list[str]]:
        """The rows of the first table whose caption reads so."""
        for table in self.soupe.select("table"):
            titre = table.find("caption")
            if legende in lisible(titre.get_text(" ") if titre else ""):
                return [
                    [lisible(c.get_text(" ")) for c in ligne.select("th, td")] for ligne in table.select("tr")
                ]
        legendes = [lisible(c.get_text(" ")) for c in self.soupe.select("caption")]
        raise AssertionError(f"Aucun tableau « {legende} » sur {self.adresse} : {legendes}")

    def verifier(self) -> "Page":
        """What every page promises: one title, no leftover of a template, unique identifiers, named fields."""
        if not self.est_html or not self.soupe.find("html"):
            return self
        titres = self.soupe.select("h1")
        assert len(titres) == 1, f"{len(titres)} titres de niveau 1 sur {self.adresse}"
        for reste in RESTES:
            assert reste not in self.soupe.get_text(), f"« {reste} » se lit sur {self.adresse}"
        ids = [balise["id"] for balise in self.soupe.select("[id]")]
        doubles = {i for i in ids if ids.count(i) > 1}
        assert not doubles, f"Identifiants en double sur {self.adresse} : {doubles}"
        anonymes = [str(champ)[:200] for champ in self._champs_visibles() if not self._est_nomme(champ)]
        assert not anonymes, f"Champs sans étiquette sur {self.adresse} : {anonymes}"
        return self

    def _boutons(self, libelle: str) -> list[Tag]:
        cherche = lisible(libelle)
        return [
            balise
            for balise in self.soupe.select("button, input[type=submit]")
            if cherche in lisible(balise.get_text(" ") or balise.get("value", ""))
            and balise.get("type") != "button"
        ]

    def _formulaire_de(self, balise: Tag) -> Tag | None:
        if balise.get("form"):
            return self.soupe.find("form", id=balise["form"])
        return balise.find_parent("form")

    def _champs_visibles(self) -> list[Tag]:
        return self.soupe.select("input:not([type=hidden], [type=submit]), select, textarea")

    def _est_nomme(self, champ: Tag) -> bool:
        if champ.get("aria-label") or champ.get("aria-labelledby") or champ.find_parent("label"):
            return True
        return bool(champ.get("id") and self.soupe.select_one(f'label[for="{champ["id"]}"]'))
