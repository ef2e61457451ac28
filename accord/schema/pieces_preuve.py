"""The tables of the proof pack, as plain JSON."""

from collections.abc import Sequence
from typing import Any

from accord.demarche.models import Demarche
from accord.schema.models import Approbation, AvisCommune, AvisTardif, Transmission
from accord.socle.journal.models import Entree
from accord.socle.journal.phrases import phrase_de


def transmissions_json(transmissions: Sequence[Transmission]) -> list[dict[str, Any]]:
    """When the report left for each commune, when it arrived, and what proves it."""
    return [
        {
            "siren": t.collectivite.siren,
            "commune": t.collectivite.nom,
            "version_rapport": t.version_rapport.version,
            "empreinte_rapport": t.version_rapport.empreinte,
            "canal": t.get_canal_display(),
            "envoye_le": t.envoye_le.isoformat(),
            "date_reception": _jour(t.date_reception),
            "preuve": t.get_preuve_display(),
            "preuve_sha256": t.preuve_empreinte,
            "precision": t.preuve_note,
            "date_avis_tacite": _jour(t.date_avis_tacite),
            "schema_adresse_le": t.schema_adresse_le.isoformat() if t.schema_adresse_le else None,
        }
        for t in transmissions
    ]


def avis_json(transmissions: Sequence[Transmission]) -> list[dict[str, Any]]:
    """The opinion of each commune, and what arrived too late."""
    return [
        {
            "siren": t.collectivite.siren,
            "commune": t.collectivite.nom,
            "avis": _avis(getattr(t, "avis", None)),
            "recus_hors_delai": [_avis(tardif) for tardif in t.avis_tardifs.all()],
        }
        for t in transmissions
    ]


def approbation_json(approbation: Approbation | None) -> dict[str, Any] | None:
    """The vote of the council; None before it."""
    if approbation is None:
        return None
    return {
        "date_deliberation": approbation.date_deliberation.isoformat(),
        "numero": approbation.numero_deliberation,
        "pour": approbation.votes_pour,
        "contre": approbation.votes_contre,
        "abstentions": approbation.abstentions,
        "voix_preponderante": approbation.voix_preponderante,
        "version_rapport": approbation.version_rapport.version,
        "empreinte_rapport": approbation.version_rapport.empreinte,
        "piece_sha256": approbation.piece_empreinte,
        "note_le": approbation.note_le.isoformat(),
    }


def journal_json(demarche: Demarche) -> list[dict[str, Any]]:
    """The entries of this démarche, in order, each with its seal."""
    entrees = Entree.objects.dans(demarche).filter(code__startswith="schema.").order_by("numero")
    return [
        {
            "numero": entree.numero,
            "survenu_le": entree.survenu_le.isoformat(),
            "qui": entree.qui,
            "code": entree.code,
            "phrase": phrase_de(entree),
            "donnees": entree.donnees,
            "empreinte_precedente": entree.empreinte_precedente,
            "empreinte": entree.empreinte,
        }
        for entree in entrees
    ]


def _avis(avis: AvisCommune | AvisTardif | None) -> dict[str, Any] | None:
    if avis is None:
        return None
    return {
        "sens": avis.sens,
        "libelle": avis.get_sens_display(),
        "date_avis": avis.date_avis.isoformat(),
        "date_reception": avis.date_reception.isoformat(),
        "numero_deliberation": avis.numero_deliberation,
        "reserves": avis.reserves,
        "piece_sha256": avis.piece_empreinte,
        "note_le": avis.note_le.isoformat(),
    }


def _jour(jour: Any) -> str | None:
    return jour.isoformat() if jour else None
