"""A form read from the HTML of a page, filled and checked as a browser would before sending it."""

from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag

from tests.parcours.typographie import lisible

MUETS = ("submit", "button", "image", "reset", "file")
CASES = ("checkbox", "radio")


@dataclass
class Formulaire:
    """What a browser would send: names and values, in the order of the page."""

    page: BeautifulSoup
    balise: Tag
    bouton: Tag | None
    valeurs: dict[str, list[str]] = field(default_factory=dict)
    fichiers: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for champ in self._champs():
            self._lire(champ)
        if self.bouton is not None and self.bouton.get("name"):
            self.valeurs[self.bouton["name"]] = [self.bouton.get("value", "")]

    @property
    def methode(self) -> str:
        demandee = self.bouton.get("formmethod") if self.bouton else None
        return (demandee or self.balise.get("method") or "get").lower()

    @property
    def action(self) -> str:
        demandee = self.bouton.get("formaction") if self.bouton else None
        return demandee or self.balise.get("action") or ""

    def remplir(self, saisies: dict[str, Any]) -> "Formulaire":
        """Type what a person types. Fails on a field that the page does not show, or a choice it does not offer."""
        for nom, valeur in saisies.items():
            champs = [champ for champ in self._champs() if champ.get("name") == nom]
            assert champs, f"La page n’a pas de champ « {nom} » ; elle a {sorted(self._noms())}."
            if champs[0].get("type") == "file":
                assert self.balise.get("enctype") == "multipart/form-data", "Le fichier ne partirait pas."
                self.fichiers[nom] = valeur
                continue
            saisis = [str(v) for v in valeur] if isinstance(valeur, list) else [str(valeur)]
            if valeur is False:
                saisis = []
            self._verifier_choix(nom, champs, saisis)
            self.valeurs[nom] = saisis
        return self

    def donnees(self) -> dict[str, Any]:
        """The body of the request. Fails on an empty required field, as the browser would."""
        if self.balise.has_attr("novalidate"):
            return self._corps()
        for champ in self._champs():
            nom = champ.get("name", "")
            if champ.has_attr("required") and champ.get("type") not in CASES:
                assert any(self.valeurs.get(nom, [])) or nom in self.fichiers, (
                    f"Champ obligatoire vide : {nom}"
                )
        return self._corps()

    def _corps(self) -> dict[str, Any]:
        return {nom: valeurs for nom, valeurs in self.valeurs.items() if valeurs} | self.fichiers

    def options(self, nom: str) -> dict[str, str]:
        """The choices of a list or of boxes: label by value."""
        choix = self.page.select(f'select[name="{nom}"] option')
        if choix:
            return {option.get("value", ""): lisible(option.get_text(" ")) for option in choix}
        cases = [champ for champ in self._champs() if champ.get("name") == nom]
        return {case.get("value", "on"): self._libelle(case) for case in cases}

    def choisir(self, nom: str, libelle: str) -> str:
        """The value of the choice that reads so."""
        trouves = [valeur for valeur, texte in self.options(nom).items() if libelle in texte]
        assert len(trouves) == 1, f"« {libelle} » parmi {self.options(nom)} : {trouves}"
        return trouves[0]

    def _libelle(self, case: Tag) -> str:
        etiquette = self.page.select_one(f'label[for="{case.get("id")}"]') or case.find_parent("label")
        return lisible(etiquette.get_text(" ")) if etiquette else ""

    def _champs(self) -> list[Tag]:
        tous = self.balise.select("input, select, textarea")
        if self.balise.get("id"):
            tous += self.page.select(f'[form="{self.balise["id"]}"]:is(input, select, textarea)')
        return [champ for champ in tous if champ.get("name") and not champ.has_attr("disabled")]

    def _noms(self) -> set[str]:
        return {champ["name"] for champ in self._champs() if champ.get("type") != "hidden"}

    def _lire(self, champ: Tag) -> None:
        nom, genre = champ["name"], champ.get("type", "text")
        if champ.name == "select":
            choisies = champ.select("option[selected]") or champ.select("option")[:1]
            self.valeurs[nom] = [option.get("value", option.get_text()) for option in choisies]
        elif champ.name == "textarea":
            self.valeurs[nom] = [champ.get_text().removeprefix("\n")]
        elif genre in CASES:
            self.valeurs.setdefault(nom, [])
            if champ.has_attr("checked"):
                self.valeurs[nom].append(champ.get("value", "on"))
        elif genre not in MUETS:
            self.valeurs.setdefault(nom, []).append(champ.get("value", ""))

    def _verifier_choix(self, nom: str, champs: list[Tag], saisis: list[str]) -> None:
        if champs[0].name == "select" or champs[0].get("type") in CASES:
            offerts = self.options(nom)
            inconnus = [valeur for valeur in saisis if valeur not in offerts]
            assert not inconnus, f"« {nom} » n’offre pas {inconnus}, mais {offerts}."
