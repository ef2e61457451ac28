"""Django application of the generated documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "accord.socle.documents"
    label = "documents"
    verbose_name = "Documents générés"
    default_auto_field = "django.db.models.BigAutoField"
