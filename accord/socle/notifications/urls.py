"""/courriels/: what I receive, and how to stop it."""

from django.urls import path

from accord.socle.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.preferences, name="preferences"),
    path("arreter/<str:jeton>/", views.arreter, name="courriel-arreter"),
]
