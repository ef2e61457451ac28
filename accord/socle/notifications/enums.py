"""What becomes of a mail, and how often somebody wants mail of one kind."""

from django.db import models


class StatutCourriel(models.TextChoices):
    A_ENVOYER = "a_envoyer", "À envoyer"
    EN_RESUME = "en_resume", "Au prochain résumé"
    ENVOYE = "envoye", "Envoyé"
    ECHOUE = "echoue", "Non remis"
    ARRETE = "arrete", "Non envoyé : la personne n’en veut plus"


class Frequence(models.TextChoices):
    IMMEDIAT = "immediat", "Tout de suite"
    RESUME = "resume", "Dans le résumé du jour"
    JAMAIS = "jamais", "Jamais"
