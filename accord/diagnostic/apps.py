from django.apps import AppConfig


class DiagnosticConfig(AppConfig):
    name = "accord.diagnostic"
    label = "diagnostic"
    verbose_name = "Diagnostic partagé"

    def ready(self) -> None:
        from accord.diagnostic import attentes, conditions, courriels, permissions, phrases

        permissions.declarer_permissions()
        phrases.declarer_phrases()
        conditions.declarer()
        attentes.declarer()
        courriels.declarer_genres()
