"""Django application of the schéma."""

from django.apps import AppConfig


class SchemaConfig(AppConfig):
    name = "accord.schema"
    label = "schema"
    verbose_name = "Schéma de mutualisation"

    def ready(self) -> None:
        from accord.schema import enregistrement

        enregistrement.enregistrer()
