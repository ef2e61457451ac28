"""The mandatory tables as the screen shows them: every year side by side, and the bars of who gains or pays."""

from dataclasses import dataclass
from typing import Any

from accord.schema.impacts import Nombre, TableauImpact, tableau_depenses, tableau_effectifs
from accord.schema.presentation import ecriture, signe


@dataclass(frozen=True)
class LigneAffichee:
    """One employer: three written figures a year."""

    nom: str
    valeurs: tuple[str, ...]


@dataclass(frozen=True)
class ImpactAffiche:
    """One table on screen."""

    code: str
    titre: str
    unite: str
    annees: tuple[int, ...]
    lignes: tuple[LigneAffichee, ...]
    total: LigneAffichee
    barres: tuple[dict[str, Any], ...]
    est_complet: bool

    @property
    def derniere_annee(self) -> int:
        return self.annees[-1]


def vue_impacts(contenu: dict[str, Any]) -> list[ImpactAffiche]:
    """Staffing then operating spending."""
    return [_afficher(tableau_effectifs(contenu)), _afficher(tableau_depenses(contenu))]


def _afficher(tableau: TableauImpact) -> ImpactAffiche:
    ecrire = ecriture(tableau)

    def ligne(nom: str, cellules: Any) -> LigneAffichee:
        valeurs = (v for c in cellules for v in (ecrire(c.sans), ecrire(c.avec), signe(c.ecart, ecrire)))
        return LigneAffichee(nom, tuple(valeurs))

    return ImpactAffiche(
        code=tableau.genre,
        titre=tableau.titre,
        unite=tableau.unite,
        annees=tableau.annees,
        lignes=tuple(ligne(employeur.nom, employeur.cellules) for employeur in tableau.lignes),
        total=ligne("Total", tableau.totaux),
        barres=tuple(
            {
                "libelle": employeur.nom,
                "valeur": _entier(employeur.cellules[-1].ecart),
                "texte": signe(employeur.cellules[-1].ecart, ecrire),
            }
            for employeur in tableau.lignes
        ),
        est_complet=tableau.est_complet,
    )


def _entier(valeur: Nombre | None) -> int | None:
    """Length of a bar: an integer is enough, in centimes or hundredths of ETP."""
    if valeur is None:
        return None
    return valeur if isinstance(valeur, int) else int(valeur * 100)
