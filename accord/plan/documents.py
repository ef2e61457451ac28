"""The frozen context of the PDF of a sheet."""

from datetime import date
from typing import Any

from accord.plan.selectors import FicheLue
from accord.socle.documents import Entete
from accord.socle.instantanes import empreinte_de
from accord.socle.interface.formats import TIRET, date_courte, date_moyenne, montant_rond, nombre

CHIFFRES = ("Effectifs", "Coût annuel", "Situation actuelle", "Cible")
"""What quotes the costs and the staffing of a service."""


def contexte_fiche(lue: FicheLue, le: date, *, avec_chiffres: bool = True) -> dict[str, Any]:
    """Everything the template shows, already written in French; the header carries the hash of the rest.

    Without `avec_chiffres`, costs, staffing and the texts that quote them are left out.
    """
    contenu = {
        "rubriques": _rubriques(lue)
        if avec_chiffres
        else [r for r in _rubriques(lue) if r[0] not in CHIFFRES],
        "textes": _textes(lue) if avec_chiffres else [t for t in _textes(lue) if t[0] not in CHIFFRES],
        "etapes": [_etape(etape, etape.pk in lue.en_retard) for etape in lue.etapes],
    }
    fiche = lue.fiche
    entete = Entete(
        titre=f"Fiche action n° {fiche.numero}",
        sous_titre=fiche.titre,
        organisme=fiche.demarche.epci.nom,
        date_document=le,
        version=1,
        empreinte=empreinte_de({**contenu, "titre": fiche.titre}),
        mention="Données fictives de démonstration" if fiche.demarche.est_demonstration else "",
        sommaire=False,
        couverture=False,
    )
    return {"entete": {**entete.en_dict(), "version": "État"}, **contenu}


def _rubriques(lue: FicheLue) -> list[list[str]]:
    fiche = lue.fiche
    lignes = [
        ("Orientation", str(fiche.orientation or "")),
        ("Service", fiche.service),
        ("Outil et base légale", " — ".join(filter(None, (fiche.outil, fiche.base_legale)))),
        ("Gestionnaire", str(fiche.gestionnaire or "")),
        ("Communes concernées", ", ".join(str(c.collectivite) for c in lue.concernees)),
        ("Pilote élu·e", fiche.pilote_elu),
        ("Pilote administratif", fiche.pilote_administratif),
        ("État", _etat(lue)),
        ("Prise d’effet", date_moyenne(fiche.date_effet)),
        ("Effectifs", f"{nombre(fiche.etp_avant)} ETP avant, {nombre(fiche.etp_apres)} ETP après"),
        (
            "Coût annuel",
            f"{montant_rond(fiche.cout_avant_centimes)} avant, {montant_rond(fiche.cout_apres_centimes)} après",
        ),
        ("Clé de répartition", fiche.cle),
    ]
    return [[libelle, valeur or TIRET] for libelle, valeur in lignes]


def _etat(lue: FicheLue) -> str:
    etat = lue.fiche.get_etat_display()
    motif = f" ({lue.fiche.motif_etat})" if lue.fiche.motif_etat else ""
    return f"{etat}{motif}, étapes faites : {lue.realisees} sur {len(lue.etapes)}"


def _textes(lue: FicheLue) -> list[list[str]]:
    fiche = lue.fiche
    textes = [
        ("Objectifs", fiche.objectifs),
        ("Situation actuelle", fiche.situation),
        ("Cible", fiche.cible),
        ("Risques", fiche.risques),
        ("Indicateurs", fiche.indicateurs),
    ]
    return [[titre, texte] for titre, texte in textes if texte]


def _etape(etape: Any, en_retard: bool) -> list[str]:
    etat = f"faite le {date_courte(etape.date_realisation)}" if etape.date_realisation else "à faire"
    return [
        etape.libelle,
        etape.organe or TIRET,
        date_courte(etape.date_prevue),
        "en retard" if en_retard else etat,
    ]
