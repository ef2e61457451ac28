from django.apps import AppConfig


class DemarcheConfig(AppConfig):
    name = "accord.demarche"
    label = "demarche"
    verbose_name = "Démarche"

    def ready(self) -> None:
        from accord.demarche import attentes, conditions, courriels, permissions, phrases, rubriques

        permissions.declarer_permissions()
        phrases.declarer_phrases()
        attentes.declarer()
        conditions.declarer()
        courriels.declarer_genres()
        rubriques.declarer_rubriques()
