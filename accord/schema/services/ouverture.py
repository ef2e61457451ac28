"""Open the schéma of a démarche on its retained scenario."""

from datetime import datetime

from django.db import transaction

from accord.demarche.models import Demarche
from accord.scenarios.models import ScenarioRetenu
from accord.schema.enums import EtatSchema
from accord.schema.erreurs import ActeRefuse
from accord.schema.models import Schema, SectionRapport
from accord.schema.services.etapes import faire_passer, verrouiller
from accord.schema.sommaire import sections_types, texte_initial
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@transaction.atomic
def ouvrir_schema(
    *, demarche: Demarche, scenario_retenu: ScenarioRetenu, acteur: Acteur, le: datetime
) -> Schema:
    """Create the schéma and its table of contents; a second call returns the one already open."""
    schema, nouveau = Schema.objects.get_or_create(
        demarche=demarche,
        defaults={"scenario_retenu": scenario_retenu, "cree_le": le, "cree_par_id": acteur.personne_id},
    )
    if nouveau:
        SectionRapport.objects.bulk_create(
            SectionRapport(
                schema=schema,
                code=modele.code,
                titre=modele.titre,
                contenu=texte_initial(modele, scenario_retenu.contenu),
                ordre=rang,
            )
            for rang, modele in enumerate(sections_types(), start=1)
        )
        consigner(
            acteur=acteur,
            code="schema.ouvert",
            objet=schema,
            le=le,
            scenario=scenario_retenu.contenu["scenario"]["nom"],
        )
    return schema


@transaction.atomic
def changer_scenario(
    *, schema: Schema, scenario_retenu: ScenarioRetenu, acteur: Acteur, le: datetime
) -> Schema:
    """Build the report on another retained scenario. Raises ActeRefuse once the report was sent."""
    schema = verrouiller(schema)
    if scenario_retenu.demarche_id != schema.demarche_id:
        raise ActeRefuse("Ce scénario appartient à une autre démarche.")
    if schema.scenario_retenu_id == scenario_retenu.pk:
        return schema
    if schema.etat not in (EtatSchema.REDACTION, EtatSchema.RAPPORT_FIGE):
        raise ActeRefuse("Le rapport est déjà transmis aux communes\u202f: son scénario ne change plus.")
    if schema.etat == EtatSchema.RAPPORT_FIGE:
        faire_passer(schema, EtatSchema.REDACTION)
    schema.scenario_retenu = scenario_retenu
    schema.save(update_fields=["scenario_retenu"])
    nom = scenario_retenu.contenu["scenario"]["nom"]
    consigner(acteur=acteur, code="schema.scenario_change", objet=schema, le=le, scenario=nom)
    return schema
