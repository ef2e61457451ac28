"""The explanation of one cell: what one employer pays for one service in one year."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from accord.noyaux.repartition.explication import Etape, Explication, Reference
from accord.noyaux.repartition.nombres import ecrire_montant, ecrire_nombre, ecrire_pourcent
from accord.noyaux.repartition.simulation.couts import rapport_etp
from accord.noyaux.repartition.simulation.entrees import EtatInitial, ScenarioSimule
from accord.noyaux.repartition.simulation.poids_annuels import combiner, mesures
from accord.noyaux.repartition.simulation.resultat import LigneContribution, Resultat
from accord.noyaux.repartition.simulation.temps import MILLIONIEME, coefficient, jours_de_l_annee


def expliquer_cellule(
    etat: EtatInitial, scenario: ScenarioSimule, resultat: Resultat, *, siren: str, code: str, annee: int
) -> Explication:
    """Raises KeyError when the cell does not exist."""
    s = {service.code: i for i, service in enumerate(resultat.services)}[code]
    e = {employeur.siren: i for i, employeur in enumerate(resultat.employeurs)}[siren]
    y = {valeur: i for i, valeur in enumerate(resultat.annees)}[annee]
    service, employeur = resultat.services[s], resultat.employeurs[e]
    ligne = resultat.cellule(s, e, y, siren, code)
    return Explication(
        titre=f"{employeur.nom}, {service.libelle}, {annee}",
        parametres=(
            ("Clé", service.cle.libelle),
            ("Présence", f"{resultat.jours[s, e, y]} jours sur {jours_de_l_annee(annee)} (prorata en jours)"),
            ("Indexation", _indexation(etat, scenario, annee)),
        ),
        etapes=(
            Etape(
                "Dépense de la collectivité seule",
                "coût direct + coût indirect − recettes de l’état arrêté, indexés",
                ecrire_montant(ligne.seul_centimes),
            ),
            Etape(
                "Coût du service mutualisé dans l’année",
                _formule_cout(etat, resultat, s),
                ecrire_montant(int(resultat.couts[s, y])),
            ),
            Etape(
                "Contribution",
                f"coût de l’année × {_quote_part(etat, resultat, s, e, y)} (plus fort reste)",
                ecrire_montant(ligne.montant_centimes),
            ),
            Etape(
                "Dépense conservée hors du service",
                "dépense seule × jours hors du service ÷ jours de l’année",
                ecrire_montant(ligne.garde_centimes),
            ),
            _ecart(ligne),
        ),
        references=(
            Reference(
                "CGCT, art. L5211-39-1", True, "effets prévisionnels sur les dépenses de fonctionnement"
            ),
        ),
    )


def _indexation(etat: EtatInitial, scenario: ScenarioSimule, annee: int) -> str:
    indice = coefficient(scenario.hypotheses.inflation, etat.annee_reference, annee)
    taux = ecrire_pourcent(scenario.hypotheses.inflation)
    ecrit = ecrire_nombre(Fraction(indice, MILLIONIEME))
    return f"{taux} par an depuis {etat.annee_reference}, coefficient {ecrit}"


def _formule_cout(etat: EtatInitial, resultat: Resultat, s: int) -> str:
    service = resultat.services[s]
    lignes = etat.par_code.get(service.code, {})
    membres = [
        employeur.siren for e, employeur in enumerate(resultat.employeurs) if resultat.jours[s, e].any()
    ]
    apportes = sum(lignes[siren].etp_centiemes for siren in membres if siren in lignes)
    rapport = rapport_etp(service, apportes)
    cible = "" if rapport == 1 else f" × {ecrire_nombre(rapport)} (ETP cible ÷ ETP apportés)"
    transition = " + coût de transition la première année" if service.transition_centimes else ""
    return f"coûts bruts des adhérents au prorata des jours{cible} − recettes{transition}"


def _quote_part(etat: EtatInitial, resultat: Resultat, s: int, e: int, y: int) -> str:
    """« 9 % × 0 ÷ 365 + 91 % × 3 913 ÷ 250 000 = 1,42 % », each term brought to its simplest weights."""
    service = resultat.services[s]
    jours = [int(j) for j in resultat.jours[s, :, y]]
    if not any(jours):
        return "0"
    par_terme = [mesures(critere, service, etat) for critere in service.cle.criteres]
    poids = combiner(service.cle, par_terme, jours, service.libelle)
    termes = [
        _terme(terme.part, mesure, jours, e)
        for terme, mesure in zip(service.cle.termes, par_terme, strict=True)
    ]
    bornes = ", avant plafonds et planchers" if service.cle.est_bornee else ""
    return f"({' + '.join(termes)}) = {ecrire_pourcent(Fraction(poids[e], sum(poids)))}{bornes}"


def _terme(part: Fraction, mesure: list[int], jours: list[int], e: int) -> str:
    poids = [m * j for m, j in zip(mesure, jours, strict=True)]
    commun = gcd(*poids) or 1
    fraction = f"{ecrire_nombre(poids[e] // commun)} ÷ {ecrire_nombre(sum(poids) // commun)}"
    return fraction if part == 1 else f"{ecrire_pourcent(part)} × {fraction}"


def _ecart(ligne: LigneContribution) -> Etape:
    sens = "gain" if ligne.ecart_centimes < 0 else "surcoût" if ligne.ecart_centimes else "sans changement"
    return Etape(
        f"Écart ({sens})",
        f"{ecrire_montant(ligne.montant_centimes)} + {ecrire_montant(ligne.garde_centimes)}"
        f" − {ecrire_montant(ligne.seul_centimes)}",
        ecrire_montant(ligne.ecart_centimes),
    )
