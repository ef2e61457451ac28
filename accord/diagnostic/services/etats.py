"""Freezing the diagnostic, and signing it off."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accord.demarche.models import Demarche
from accord.diagnostic.enums import PARTAGEES, SensSignature
from accord.diagnostic.models import EtatArrete, SignatureEtat
from accord.diagnostic.selectors.contenu_etat import contenu_etat
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite


@transaction.atomic
def arreter_etat(*, demarche: Demarche, acteur: Acteur | None, le: datetime, motif: str = "") -> EtatArrete:
    """Freeze what is transmitted, as a new version; nothing changed since the last one gives the last one."""
    demarche = Demarche.objects.select_for_update(of=("self",)).select_related("epci").get(pk=demarche.pk)
    campagne = demarche.campagnes.first()
    if campagne is None or not campagne.reponses.filter(statut__in=PARTAGEES).exists():
        raise ValidationError(
            "Aucune collectivité n’a encore transmis sa réponse\u202f: il n’y a rien à arrêter."
        )
    contenu = contenu_etat(demarche, campagne, timezone.localdate(le))
    dernier = demarche.etats_arretes.first()
    if dernier and {**dernier.contenu, "arrete_le": contenu["arrete_le"]} == contenu:
        return dernier
    version = (demarche.etats_arretes.aggregate(m=Max("version"))["m"] or 0) + 1
    etat = EtatArrete.objects.create(
        demarche=demarche,
        campagne=campagne,
        version=version,
        contenu=contenu,
        motif=motif,
        fige_le=le,
        fige_par_id=acteur.personne_id if acteur else None,
    )
    consigner(
        acteur=acteur,
        code="diagnostic.etat_arrete",
        objet=etat,
        le=le,
        version=version,
        empreinte=etat.empreinte[:12],
    )
    return etat


@transaction.atomic
def signer_etat(
    *,
    etat: EtatArrete,
    collectivite: Collectivite,
    acteur: Acteur | None,
    le: datetime,
    reserve: str = "",
) -> SignatureEtat:
    """Sign off for one collectivité, with a reserve or not; signing again replaces what one had said."""
    siren = collectivite.siren
    connus = {etat.contenu["epci"]["siren"], *(c["siren"] for c in etat.contenu["communes"])}
    if siren not in connus:
        raise ValidationError(f"{collectivite.nom} ne fait pas partie de cet état arrêté.")
    sens = SensSignature.RESERVE if reserve.strip() else SensSignature.ACCORD
    signature = SignatureEtat.objects.select_for_update().filter(etat=etat, collectivite=collectivite).first()
    if signature and (signature.sens, signature.reserve) == (sens, reserve.strip()):
        return signature
    signature = signature or SignatureEtat(etat=etat, collectivite=collectivite)
    signature.sens, signature.reserve, signature.signe_le = sens, reserve.strip(), le
    signature.signe_par_id = acteur.personne_id if acteur else None
    signature.save()
    consigner(
        acteur=acteur,
        code="diagnostic.etat_signe",
        objet=etat,
        le=le,
        version=etat.version,
        collectivite=collectivite.nom,
        suite=" avec réserve" if signature.reserve else "",
    )
    return signature
