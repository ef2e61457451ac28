from django.apps import AppConfig


class ScenariosConfig(AppConfig):
    name = "accord.scenarios"
    label = "scenarios"
    verbose_name = "Scénarios"

    def ready(self) -> None:
        from accord.demarche.enums import Repere
        from accord.demarche.registre import declarer_conditions, declarer_rubrique
        from accord.scenarios import attentes, conditions, permissions, phrases
        from accord.socle.attentes import declarer_attentes

        permissions.declarer_permissions()
        phrases.declarer_phrases()
        declarer_conditions(Repere.SECTEURS, conditions.des_secteurs)
        declarer_conditions(Repere.FORMES, conditions.des_formes)
        declarer_attentes(attentes.scenarios_presentes)
        declarer_rubrique(
            "scenarios", "Scénarios", "scenarios:scenario-lister", Repere.SECTEURS, 40, "scenarios.consulter"
        )
