"""Moving the schéma along its transition table."""

from accord.schema.enums import EtatSchema
from accord.schema.erreurs import ActeRefuse
from accord.schema.models import Schema


def verrouiller(schema: Schema) -> Schema:
    """Reload the schéma and hold it until the end of the transaction."""
    return Schema.objects.select_for_update().get(pk=schema.pk)


def faire_passer(schema: Schema, etat: EtatSchema) -> None:
    """Change the state. Raises ActeRefuse when the table does not allow it."""
    if not schema.peut_devenir(etat):
        raise ActeRefuse(
            f"Le schéma est à l’étape «\u202f{schema.get_etat_display()}\u202f»\u202f: il ne peut pas "
            f"passer à «\u202f{etat.label}\u202f»."
        )
    schema.etat = etat
    schema.save(update_fields=["etat"])
