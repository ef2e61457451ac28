"""No text escapes escaping, and no object enters a view except by its door."""

import ast
import re

from tests.gardefous.lecture import arbre, gabarits, modules, nom

# A file may print unescaped text only when it built every character of it itself; give the reason.
TEXTE_NON_ECHAPPE_PERMIS: dict[str, str] = {
    "accord/socle/documents/balisage.py": "escapes each text itself while turning the light markup into HTML",
    "accord/socle/interface/templatetags/interface.py": "keeps the output of a block, already escaped",
}

NON_ECHAPPE = re.compile(r"\|\s*safe(seq)?\b|\bmark_safe\b|\bSafeString\b|{%\s*autoescape\s+off|__html__")

# Tables of public reference data: every signed-in person may read every row.
MODELES_PUBLICS = {"Collectivite", "Epci", "Commune", "Contour", "Appartenance", "Appellation", "Filiation"}


def test_aucun_texte_n_echappe_a_l_echappement():
    fautifs = [
        f"{nom(chemin)}:{numero}"
        for chemin in [*modules(), *gabarits()]
        if nom(chemin) not in TEXTE_NON_ECHAPPE_PERMIS
        for numero, ligne in enumerate(chemin.read_text(encoding="utf-8").splitlines(), 1)
        if NON_ECHAPPE.search(ligne)
    ]

    assert fautifs == [], "Utilisez format_html, ou inscrivez le fichier et sa raison dans cette liste."


def test_chaque_exception_a_l_echappement_sert_encore():
    utiles = {nom(c) for c in modules() if NON_ECHAPPE.search(c.read_text(encoding="utf-8"))}

    assert [fichier for fichier in TEXTE_NON_ECHAPPE_PERMIS if fichier not in utiles] == []


def _racine(expression: ast.expr) -> str:
    while isinstance(expression, ast.Attribute | ast.Call):
        expression = expression.value if isinstance(expression, ast.Attribute) else expression.func
    return expression.id if isinstance(expression, ast.Name) else ""


def _sans_porte(expression: ast.expr) -> bool:
    """True for `Modele…` read straight from its table, neither by `visibles_par` nor within a loaded object."""
    modele, texte = _racine(expression), ast.unparse(expression)
    est_prive = modele[:1].isupper() and modele not in MODELES_PUBLICS
    return est_prive and "visibles_par" not in texte and not re.search(r"\b(\w+)=\1\b|pk=\w+\.pk\b", texte)


def lectures_sans_porte(module: ast.Module) -> list[str]:
    """Objects that views or doors fetch without asking who is looking: each chain of calls, as a whole."""
    interieurs = {id(n.value) for n in ast.walk(module) if isinstance(n, ast.Attribute)}
    trouvees = []
    for appel in ast.walk(module):
        if not isinstance(appel, ast.Call) or id(appel) in interieurs:
            continue
        fonction = appel.func
        cible: ast.expr = appel
        if isinstance(fonction, ast.Name) and fonction.id in {"get_object_or_404", "get_list_or_404"}:
            cible = appel.args[0]
        elif ".objects" not in ast.unparse(fonction):
            continue
        if _sans_porte(cible):
            trouvees.append(f"{appel.lineno} {ast.unparse(appel)[:80]}")
    return trouvees


def test_les_vues_et_les_portes_ne_lisent_que_ce_qui_est_visible():
    fautifs = [
        f"{nom(chemin)}:{lecture}"
        for chemin in modules("views", "portes")
        for lecture in lectures_sans_porte(arbre(chemin))
    ]

    assert fautifs == [], "Passez par Modele.objects.visibles_par(acteur) ou par un objet déjà chargé."


def test_une_lecture_directe_dans_une_vue_est_reconnue():
    directe = ast.parse("get_object_or_404(FicheAction, pk=1)\nFicheAction.objects.get(pk=1)")

    assert len(lectures_sans_porte(directe)) == 2


def test_une_lecture_par_la_porte_ou_par_un_objet_charge_est_acceptee():
    permises = ast.parse(
        "get_object_or_404(FicheAction.objects.visibles_par(acteur), pk=1)\n"
        "get_object_or_404(demarche.fiches, pk=1)\n"
        "FicheAction.objects.visibles_par(acteur).filter(pk=1)\n"
        "FicheAction.objects.all().visibles_par(acteur)\n"
        "Schema.objects.filter(demarche=demarche).first()\n"
        "Etape.objects.filter(fiche__in=FicheAction.objects.visibles_par(acteur))\n"
        "request.GET.get('page')"
    )

    assert lectures_sans_porte(permises) == []


def test_aucun_signal_de_modele_pour_le_metier():
    fautifs = [
        nom(c) for c in modules() if re.search(r"\b(post|pre)_(save|delete)\b|m2m_changed", c.read_text())
    ]

    assert fautifs == []
