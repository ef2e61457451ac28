"""Reading and writing a section of the report."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.schema.erreurs import ActeRefuse, ConflitDeRedaction
from accord.schema.forms import SectionForm
from accord.schema.models import SectionRapport
from accord.schema.portes import porte_section
from accord.schema.presentation import sections_presentees
from accord.schema.services.redaction import enregistrer_section
from accord.schema.sommaire import section_type
from accord.socle.documents import en_html, lire_blocs
from accord.socle.droits import Requete, exige


@exige("schema.consulter", porte=porte_section)
def section_lire(request: Requete, section: SectionRapport) -> HttpResponse:
    """The section as the report shows it, and every text typed in it."""
    contexte = {
        "section": section,
        "schema": section.schema,
        "html": en_html(lire_blocs(section.contenu)),
        "tableaux": _tableaux(section),
        "revisions": section.revisions.select_related("redige_par"),
        "voisines": _voisines(section),
    }
    return render(request, "schema/section.html", contexte)


@exige("schema.rediger", porte=porte_section)
def section_modifier(request: Requete, section: SectionRapport) -> HttpResponse:
    """Write a section; on conflict or error what was typed stays on the page."""
    initial = {"titre": section.titre, "contenu": section.contenu, "revision": section.revision}
    form = SectionForm(request.POST or None, initial=initial)
    conflit = None
    if request.method == "POST" and form.is_valid():
        try:
            _enregistrer(request, section, form)
        except ConflitDeRedaction as erreur:
            conflit = erreur
            form = SectionForm({**form.cleaned_data, "revision": erreur.section.revision})
        except ActeRefuse as refus:
            form.add_error(None, str(refus))
        else:
            messages.success(request, "La section est enregistrée.")
            return redirect("schema:section-lire", slug=section.demarche.slug, code=section.code)
    contexte = {
        "section": section,
        "schema": section.schema,
        "form": form,
        "conflit": conflit,
        "modele": section_type(section.code),
        "html": en_html(lire_blocs(form["contenu"].value() or "")),
        "html_collegue": en_html(lire_blocs(conflit.section.contenu)) if conflit else "",
    }
    statut = {True: 409, False: 422 if form.errors else 200}[conflit is not None]
    return render(request, "schema/section_modifier.html", contexte, status=statut)


@require_POST
@exige("schema.rediger", porte=porte_section)
def section_apercevoir(request: Requete, section: SectionRapport) -> HttpResponse:
    """Fragment: the text being typed, as it will be laid out."""
    html = en_html(lire_blocs(request.POST.get("contenu", "")))
    return render(request, "schema/_apercu.html", {"html": html})


def _enregistrer(request: Requete, section: SectionRapport, form: SectionForm) -> None:
    enregistrer_section(
        section=section,
        titre=form.cleaned_data["titre"],
        contenu=form.cleaned_data["contenu"].replace("\r\n", "\n"),
        revision_lue=form.cleaned_data["revision"],
        acteur=request.acteur,
        le=timezone.now(),
    )


def _tableaux(section: SectionRapport) -> list:
    """The tables that the platform adds to this section, with today's communes."""
    schema = section.schema
    if not section_type(section.code).tableau:
        return []
    communes = list(schema.demarche.communes().values("siren", "code_insee", "nom", "population_municipale"))
    contenu = {
        "scenario_retenu": {"contenu": schema.scenario_retenu.contenu},
        "communes": communes,
        "sections": [{"code": section.code, "titre": section.titre, "contenu": ""}],
    }
    return sections_presentees(contenu)[0]["tableaux"]


def _voisines(section: SectionRapport) -> dict[str, SectionRapport | None]:
    toutes = list(section.schema.sections.all())
    rang = next(i for i, une in enumerate(toutes) if une.pk == section.pk)
    return {
        "precedente": toutes[rang - 1] if rang else None,
        "suivante": toutes[rang + 1] if rang + 1 < len(toutes) else None,
    }
