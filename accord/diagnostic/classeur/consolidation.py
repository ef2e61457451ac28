"""Arithmetic on accepted rows: control totals, ETP by service from the quotités of its agents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from accord.diagnostic.classeur.rapport import FeuilleControlee, Totaux

ECART_ETP = Decimal("0.05")
CleService = tuple[str, str]


def etp_par_service(agents: FeuilleControlee) -> dict[CleService, Decimal]:
    """(SIREN, code) → sum of quotité × part."""
    groupes: dict[Any, int] = defaultdict(int)
    colonnes = (agents.colonne(c) for c in ("siren", "code_service", "quotite", "part"))
    for cle in zip(*colonnes, strict=True):
        groupes[cle] += 1
    sommes: dict[CleService, Decimal] = defaultdict(Decimal)
    for (siren, code, quotite, part), nombre in groupes.items():
        sommes[siren, code] += quotite * part * nombre
    return dict(sommes)


def _somme(feuille: FeuilleControlee, code: str) -> Any:
    return sum(v for v in feuille.colonne(code) if v is not None)


def totaux(feuilles: Mapping[str, FeuilleControlee]) -> Totaux:
    """Control totals; unknown values count for nothing."""
    return Totaux(
        etp_agents=sum(etp_par_service(feuilles["Agents"]).values(), Decimal(0)),
        etp_services=Decimal(_somme(feuilles["Services"], "etp")),
        cout_direct_centimes=_somme(feuilles["Services"], "cout_direct"),
        contrats_montant_centimes=_somme(feuilles["Contrats"], "montant_annuel"),
    )


def ecarts_etp(feuilles: Mapping[str, FeuilleControlee]) -> dict[CleService, tuple[Decimal, Decimal]]:
    """Services whose declared ETP differ from those of their agents: (declared, computed)."""
    calcules = etp_par_service(feuilles["Agents"])
    services = feuilles["Services"]
    colonnes = (services.colonne(c) for c in ("siren", "code_service", "etp"))
    ecarts: dict[CleService, tuple[Decimal, Decimal]] = {}
    for siren, code, etp in zip(*colonnes, strict=True):
        calcule = calcules.get((siren, code))
        if isinstance(etp, Decimal) and calcule is not None and abs(etp - calcule) > ECART_ETP:
            ecarts[siren, code] = (etp, calcule)
    return ecarts
