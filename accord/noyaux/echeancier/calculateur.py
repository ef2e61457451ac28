"""Apply one rule to one date, and say how."""

from dataclasses import dataclass, replace
from datetime import date

from accord.noyaux.echeancier import delais
from accord.noyaux.echeancier.echeances import Echeance, Explication
from accord.noyaux.echeancier.ecriture import delai_en_lettres, en_lettres
from accord.noyaux.echeancier.feries import ajouter_jours_ouvres, jour_ouvre_suivant, motif_non_ouvre
from accord.noyaux.echeancier.regles import UNITES_DE_DELAI, Referentiel, Regle

MOIS_PAR_AN = 12
JOURS_PAR_SEMAINE = 7


@dataclass(frozen=True)
class Calculateur:
    """The rules and the local holidays of one territory."""

    referentiel: Referentiel
    departement: str | None = None

    def echeance(
        self,
        code_regle: str,
        base: date,
        *,
        famille: str,
        nature: str = "limite",
        code: str | None = None,
        libelle: str | None = None,
        reserves: tuple[str, ...] = (),
    ) -> Echeance:
        """The deadline that the rule in force on `base` gives from `base`. Raises RegleInconnue."""
        regle = self.referentiel.regle(code_regle, base)
        resultat, explication = self._appliquer(regle, base)
        return self._echeance(
            code or regle.code, libelle or regle.libelle, resultat, nature, famille, explication, reserves
        )

    def dernier_depart(
        self, code_regle: str, limite: date, *, famille: str, code: str, libelle: str, base: str
    ) -> Echeance:
        """Back-planning: the latest day from which the rule's delay in months still ends on `limite`."""
        regle = self.referentiel.regle(code_regle, limite)
        mois = _en_mois(regle)
        resultat = delais.dernier_depart(limite, mois)
        explication = Explication(
            base=self.referentiel.bases[base],
            base_date=limite,
            delai=f"− {delai_en_lettres(regle.nombre, regle.unite)}",
            article=regle.article,
            regles=(regle, *self._comput(resultat, mois)),
            resultat=resultat,
        )
        return self._echeance(code, libelle, resultat, "limite", famille, explication, ())

    def date_fixe(self, code_regle: str, *, famille: str, nature: str = "repere") -> Echeance:
        """A date that a text names outright."""
        regle = self.referentiel.regle(code_regle)
        jour = regle.jour
        explication = Explication(
            base=self.referentiel.bases[regle.base],
            base_date=jour,
            delai="",
            article=regle.article,
            regles=(regle,),
        )
        return self._echeance(regle.code, regle.libelle, jour, nature, famille, explication, ())

    def jour_annuel(self, code_regle: str, annee: int, *, famille: str, nature: str = "limite") -> Echeance:
        """The day of the year that a text names, for one year."""
        regle = self.referentiel.regle(code_regle, date(annee, 1, 1))
        mois, jour = (int(partie) for partie in str(regle.valeur).split("-"))
        resultat = date(annee, mois, jour)
        explication = Explication(
            base=self.referentiel.bases[regle.base],
            base_date=resultat,
            delai="",
            article=regle.article,
            regles=(regle,),
        )
        return self._echeance(
            regle.code, f"{regle.libelle} ({annee})", resultat, nature, famille, explication, ()
        )

    def _appliquer(self, regle: Regle, base: date) -> tuple[date, Explication]:
        if regle.unite not in UNITES_DE_DELAI:
            raise ValueError(f"La règle «\u202f{regle.code}\u202f» n’est pas un délai.")
        valeur, signe = regle.nombre, -1 if regle.sens == "avant" else 1
        resultat = _decaler(regle.unite, base, valeur, signe, self.departement)
        regles: tuple[Regle, ...] = (regle,)
        if regle.unite in ("ans", "mois"):
            regles += self._comput(base, signe * _en_mois(regle))
        if regle.unite == "jours_francs":
            regles += (self.referentiel.regle("comput_jours_francs"),)
        delai = f"{'−' if signe < 0 else '+'} {delai_en_lettres(valeur, regle.unite)}" if valeur else ""
        explication = Explication(
            base=self.referentiel.bases[regle.base],
            base_date=base,
            delai=delai,
            article=regle.article,
            regles=regles,
            resultat=resultat,
        )
        if not regle.report_jour_ouvre:
            return resultat, explication
        return self._reporter(resultat, explication)

    def _reporter(self, resultat: date, explication: Explication) -> tuple[date, Explication]:
        """Only where the rule says so: to the next working day."""
        reporte = jour_ouvre_suivant(resultat, self.departement)
        if reporte == resultat:
            return resultat, explication
        motif = motif_non_ouvre(resultat, self.departement)
        reserve = (
            f"Le {en_lettres(resultat)} n’est pas un jour ouvré ({motif})\u202f: "
            f"la règle reporte au {en_lettres(reporte)}."
        )
        return reporte, replace(explication, resultat=reporte, reserves=(*explication.reserves, reserve))

    def _comput(self, base: date, mois: int) -> tuple[Regle, ...]:
        """The counting rule, only when it mattered."""
        return (self.referentiel.regle("comput_jour_absent"),) if delais.jour_absent(base, mois) else ()

    def _echeance(
        self,
        code: str,
        libelle: str,
        resultat: date,
        nature: str,
        famille: str,
        explication: Explication,
        reserves: tuple[str, ...],
    ) -> Echeance:
        motif = motif_non_ouvre(resultat, self.departement)
        remarques = tuple(regle.remarque for regle in explication.regles if regle.remarque)
        complet = replace(explication, reserves=(*reserves, *explication.reserves, *remarques))
        return Echeance(code, libelle, resultat, nature, famille, complet, motif)


def _en_mois(regle: Regle) -> int:
    valeur = regle.nombre
    if regle.unite not in ("ans", "mois"):
        raise ValueError(f"La règle «\u202f{regle.code}\u202f» ne se compte pas en mois.")
    return valeur * MOIS_PAR_AN if regle.unite == "ans" else valeur


def _decaler(unite: str, base: date, valeur: int, signe: int, departement: str | None) -> date:
    if unite in ("ans", "mois"):
        return delais.ajouter_mois(base, signe * valeur * (MOIS_PAR_AN if unite == "ans" else 1))
    if unite == "jours_ouvres":
        return ajouter_jours_ouvres(base, signe * valeur, departement)
    if unite == "jours_francs":
        franchir = delais.retrancher_jours_francs if signe < 0 else delais.ajouter_jours_francs
        return franchir(base, valeur)
    return delais.ajouter_jours(base, signe * valeur * (JOURS_PAR_SEMAINE if unite == "semaines" else 1))
