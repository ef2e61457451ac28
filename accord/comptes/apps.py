from django.apps import AppConfig


class ComptesConfig(AppConfig):
    name = "accord.comptes"
    label = "comptes"
    verbose_name = "Comptes"

    def ready(self) -> None:
        from accord.comptes import permissions
        from accord.socle.journal.phrases import declarer_phrase

        permissions.declarer_permissions()
        declarer_phrase("comptes.habilitation_donnee", "{qui} a habilité {personne} : {role}, {collectivite}")
        declarer_phrase(
            "comptes.habilitation_close", "{qui} a mis fin au rôle de {personne} : {role}, {collectivite}"
        )
