from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "accord.plan"
    label = "plan"
    verbose_name = "Plan d’actions"

    def ready(self) -> None:
        from accord.demarche.enums import Repere
        from accord.demarche.registre import declarer_conditions, declarer_rubrique
        from accord.plan import conditions, permissions, phrases
        from accord.plan.attentes import etapes_attendues
        from accord.socle.attentes import declarer_attentes

        permissions.declarer_permissions()
        phrases.declarer_phrases()
        declarer_rubrique("plan", "Plan d’actions", "plan:plan-voir", Repere.PLAN, 60, "plan.consulter")
        declarer_conditions(Repere.PLAN, conditions.conditions_du_plan)
        declarer_conditions(Repere.MISE_EN_OEUVRE, conditions.conditions_de_mise_en_oeuvre)
        declarer_attentes(etapes_attendues)
