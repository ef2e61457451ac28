from django.apps import AppConfig


class DiagnosticConfig(AppConfig):
    name = "accord.diagnostic"
    label = "diagnostic"
    verbose_name = "Diagnostic partagé"
