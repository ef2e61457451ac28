from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "accord.evaluation"
    label = "evaluation"
    verbose_name = "Évaluation"

    def ready(self) -> None:
        from accord.demarche.enums import Repere
        from accord.demarche.registre import declarer_conditions, declarer_rubrique
        from accord.evaluation import permissions, phrases
        from accord.evaluation.conditions import conditions_de_l_evaluation

        permissions.declarer_permissions()
        phrases.declarer_phrases()
        declarer_rubrique(
            "evaluation",
            "Évaluation",
            "evaluation:tableau-voir",
            Repere.EVALUATION,
            80,
            "evaluation.consulter",
        )
        declarer_conditions(Repere.EVALUATION, conditions_de_l_evaluation)
