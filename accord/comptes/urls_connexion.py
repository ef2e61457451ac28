"""Sign-in pages of allauth, open to everyone by nature."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.account.urls"))]
