from django.urls import path

from accord.comptes.views.capacite import capacite_changer
from accord.comptes.views.habilitations import habilitation_clore, habilitations_liste
from accord.comptes.views.profil import profil_voir

app_name = "comptes"
urlpatterns = [
    path("profil/", profil_voir, name="profil-voir"),
    path("capacite/<int:pk>/", capacite_changer, name="capacite-changer"),
    path("habilitations/", habilitations_liste, name="habilitations-liste"),
    path("habilitations/<int:pk>/clore/", habilitation_clore, name="habilitation-clore"),
]
