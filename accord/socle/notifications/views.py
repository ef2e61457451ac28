"""My mail: what I get, why, how often; and the link of each mail that stops its kind."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from accord.socle.droits import exige, publique
from accord.socle.notifications.enums import Frequence
from accord.socle.notifications.forms import PreferencesForm
from accord.socle.notifications.genres import genres
from accord.socle.notifications.liens import lire_jeton
from accord.socle.notifications.selectors import courriels_recents, reglages_de
from accord.socle.notifications.services.preferences import choisir_frequence


@exige("notifications.regler")
def preferences(request: HttpRequest) -> HttpResponse:
    """One choice a kind, and the latest mails with their reasons."""
    adresse = request.user.email  # type: ignore[union-attr]
    form = PreferencesForm(request.POST or None, reglages=reglages_de(adresse))
    if request.method == "POST" and form.is_valid():
        for genre, frequence in form.choix():
            choisir_frequence(adresse=adresse, genre=genre, frequence=frequence)
        messages.success(request, "Vos choix sont enregistrés ; ils valent dès le prochain courriel.")
        return redirect("notifications:preferences")
    contexte = {"form": form, "courriels": courriels_recents(adresse), "adresse": adresse}
    return render(request, "notifications/preferences.html", contexte)


@publique
@csrf_exempt  # the « one click » of mail programs posts without cookie; the signed link is the proof
def arreter(request: HttpRequest, jeton: str) -> HttpResponse:
    """Stop one kind of mail, without account: asks once on screen, obeys at once to a mail program."""
    lu = lire_jeton(jeton)
    genre = next((g for g in genres() if lu and g.code == lu[1]), None)
    if lu is None or genre is None:
        raise Http404("Lien d’arrêt altéré")
    if request.method == "POST":
        choisir_frequence(adresse=lu[0], genre=genre.code, frequence=Frequence.JAMAIS)
    contexte = {"adresse": lu[0], "genre": genre, "fait": request.method == "POST"}
    return render(request, "notifications/arreter.html", contexte)
