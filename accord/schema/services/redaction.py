"""Write the sections of the report; no text typed by anyone is lost."""

from datetime import datetime

from django.db import transaction

from accord.schema.enums import EtatSchema
from accord.schema.erreurs import ActeRefuse, ConflitDeRedaction
from accord.schema.models import RevisionSection, SectionRapport
from accord.schema.services.etapes import faire_passer, verrouiller
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


def enregistrer_section(
    *, section: SectionRapport, titre: str, contenu: str, revision_lue: int, acteur: Acteur, le: datetime
) -> SectionRapport:
    """Save a text. Raises ConflitDeRedaction when the section moved since `revision_lue` (the text is kept)."""
    with transaction.atomic():
        schema = verrouiller(section.schema)
        if not schema.est_redigeable:
            raise ActeRefuse(
                f"Le rapport ne se modifie plus\u202f: le schéma est «\u202f{schema.get_etat_display()}\u202f»."
            )
        actuelle = SectionRapport.objects.select_for_update().select_related("schema").get(pk=section.pk)
        if (actuelle.titre, actuelle.contenu) == (titre, contenu):
            return actuelle
        conflit = actuelle.revision != revision_lue
        if conflit:
            _garder(actuelle, titre, contenu, revision_lue, acteur, le, retenue=False)
        else:
            _ecrire(actuelle, titre, contenu, acteur, le)
            if schema.etat == EtatSchema.RAPPORT_FIGE:
                faire_passer(schema, EtatSchema.REDACTION)
    if conflit:
        raise ConflitDeRedaction(actuelle)
    return actuelle


def _ecrire(section: SectionRapport, titre: str, contenu: str, acteur: Acteur, le: datetime) -> None:
    if not section.revisions.filter(retenue=True, revision=section.revision).exists():
        _garder_initiale(section)
    section.titre, section.contenu = titre, contenu
    section.revision += 1
    section.modifie_le, section.modifie_par_id = le, acteur.personne_id
    section.save(update_fields=["titre", "contenu", "revision", "modifie_le", "modifie_par"])
    _garder(section, titre, contenu, section.revision, acteur, le, retenue=True)
    consigner(
        acteur=acteur,
        code="schema.section_modifiee",
        objet=section,
        le=le,
        section=titre,
        revision=section.revision,
    )


def _garder_initiale(section: SectionRapport) -> None:
    """Keep the text proposed at the opening, so that one can come back to it."""
    section.revisions.create(
        revision=section.revision,
        titre=section.titre,
        contenu=section.contenu,
        redige_le=section.schema.cree_le,
    )


def _garder(
    section: SectionRapport,
    titre: str,
    contenu: str,
    revision: int,
    acteur: Acteur,
    le: datetime,
    *,
    retenue: bool,
) -> None:
    RevisionSection.objects.create(
        section=section,
        revision=revision,
        titre=titre,
        contenu=contenu,
        retenue=retenue,
        redige_le=le,
        redige_par_id=acteur.personne_id,
    )
