"""The measures a sharing key may weigh by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Critere:
    code: str
    libelle: str
    unite: str
    source: str

    @property
    def nom(self) -> str:
        """The label inside a sentence: acronyms keep their capitals."""
        return self.libelle[0].lower() + self.libelle[1:]


CRITERES: dict[str, Critere] = {
    critere.code: critere
    for critere in (
        Critere(
            "population_municipale", "Population municipale", "habitants", "recensement, millésime en vigueur"
        ),
        Critere("population_totale", "Population totale", "habitants", "recensement, millésime en vigueur"),
        Critere("etp", "Équivalents temps plein", "ETP", "état arrêté"),
        Critere("unites", "Unités de fonctionnement constatées", "unités", "relevé annuel"),
        Critere("heures", "Heures constatées", "heures", "relevé annuel"),
        Critere("cout_historique", "Coût historique du service", "euros", "état arrêté"),
        Critere("egalitaire", "Parts égales", "part", "une part par collectivité"),
        Critere("epci", "Part de l’EPCI", "part", "part supportée par l’EPCI seul"),
    )
}
