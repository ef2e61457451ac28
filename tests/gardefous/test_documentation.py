"""The documents follow the code: commands, environment variables, ADR index, templates, links."""

import ast
import re
from functools import cache

from scripts.mesures import RACINE
from tests.gardefous.lecture import ACCORD, DOCS, arbre, fichiers, gabarits, modules, nom

VARIABLE = re.compile(r"(ACCORD_[A-Z_]+|DATABASE_URL)")

# Templates that Django, allauth or a mail looks up by its own naming rule.
GABARITS_PAR_CONVENTION = re.compile(
    r"templates/(account|allauth|socialaccount|registration|cotton)/|templates/(403|404|500)[\w]*\.html$"
    r"|/django/forms/|_(subject|message)\.(txt|html)$"
)


@cache
def documentation() -> str:
    pages = [*DOCS.rglob("*.md"), RACINE / "README.md", RACINE / "CONTRIBUTING.md"]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages if page.exists())


@cache
def sources() -> str:
    morceaux = [c.read_text(encoding="utf-8") for c in [*modules(), *gabarits()]]
    return "\n".join(morceaux)


def commandes() -> list[str]:
    fichiers_de_commande = [c for c in modules("commandes") if c.parent.name == "commandes"]
    return sorted(c.stem.replace("_", "-") for c in fichiers_de_commande if c.stem != "__init__")


def commandes_d_administration() -> list[str]:
    return sorted(
        c.stem for c in modules("management") if c.parent.name == "commands" and c.stem != "__init__"
    )


@cache
def exploitation() -> str:
    return (DOCS / "exploitation.md").read_text(encoding="utf-8")


def variables() -> list[str]:
    return sorted(
        {
            noeud.value
            for chemin in modules()
            for noeud in ast.walk(arbre(chemin))
            if isinstance(noeud, ast.Constant)
            and isinstance(noeud.value, str)
            and VARIABLE.fullmatch(noeud.value)
        }
    )


def test_la_documentation_cite_chaque_commande():
    absentes = [c for c in commandes() if f"accord {c}" not in documentation()]

    assert absentes == [], "À décrire dans docs/exploitation.md"


def test_l_exploitation_cite_chaque_commande_d_administration():
    absentes = [c for c in commandes_d_administration() if f"accord gerer {c}" not in exploitation()]

    assert absentes == []


def test_l_exploitation_ne_cite_aucune_commande_disparue():
    de_django = {"migrate", "createsuperuser", "createcachetable", "collectstatic", "dumpdata", "loaddata"}
    citees = set(re.findall(r"accord ([a-z][a-z-]+)", exploitation()))
    gerees = set(re.findall(r"accord gerer ([a-z_]+)", exploitation()))

    assert citees - set(commandes()) == set()
    assert gerees - set(commandes_d_administration()) - de_django == set()


def test_la_documentation_cite_chaque_variable_d_environnement():
    assert [v for v in variables() if v not in exploitation()] == []


def test_la_documentation_ne_cite_aucune_variable_disparue():
    lues_par_une_bibliotheque = {"DATABASE_URL"}
    citees = set(VARIABLE.findall(exploitation()))
    ailleurs = "\n".join(c.read_text(encoding="utf-8") for c in fichiers() if c.name in {"Makefile", "run"})

    assert sorted(v for v in citees - set(variables()) - lues_par_une_bibliotheque if v not in ailleurs) == []


def test_l_index_des_decisions_cite_chaque_decision():
    index = (DOCS / "adr" / "README.md").read_text(encoding="utf-8")
    decisions = sorted(c.name for c in (DOCS / "adr").glob("[0-9]*.md"))

    assert decisions
    assert [d for d in decisions if f"({d})" not in index] == []


def test_chaque_decision_a_ses_quatre_parties():
    parties = ("## Contexte", "## Décision", "## Alternatives", "## Conséquences")

    fautives = [
        f"{decision.name} : {partie}"
        for decision in (DOCS / "adr").glob("[0-9]*.md")
        for partie in parties
        if partie not in decision.read_text(encoding="utf-8")
    ]

    assert fautives == []


def test_chaque_gabarit_sert():
    inutiles = [
        nom(chemin)
        for chemin in gabarits()
        if not GABARITS_PAR_CONVENTION.search(nom(chemin)) and not _est_cite(chemin)
    ]

    assert inutiles == []


def _est_cite(chemin) -> bool:
    parties = chemin.parts
    relatif = "/".join(parties[parties.index("templates") + 1 :])
    calcule = f'f"{relatif.rsplit("/", 1)[0]}/{{'  # a family of templates named by one f-string
    return relatif in sources() or relatif.rsplit(".", 1)[0] in sources() or calcule in sources()


def test_chaque_composant_sert():
    composants = [c for c in gabarits() if "cotton" in c.parts]
    inutiles = [nom(c) for c in composants if not re.search(rf"<c-[\w.-]*{_balise(c)}\b", sources())]

    assert inutiles == []


def _balise(chemin) -> str:
    return (
        re.escape(chemin.stem.replace("_", "-")) if chemin.stem != "index" else re.escape(chemin.parent.name)
    )


def test_les_liens_relatifs_des_documents_menent_quelque_part():
    lien = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
    pages = [c for c in fichiers() if c.suffix == ".md"]

    casses = [
        f"{nom(page)} → {cible}"
        for page in pages
        for cible in lien.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / cible).exists() and not cible.endswith(".png")
    ]

    assert casses == []


def test_les_images_du_guide_ont_un_texte_de_remplacement():
    sans_texte = [
        nom(c)
        for c in fichiers()
        if c.suffix == ".md" and re.search(r"!\[\s*\]\(", c.read_text(encoding="utf-8"))
    ]

    assert sans_texte == []


def test_les_documents_d_accueil_existent():
    attendus = [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "LICENSE",
        "publiccode.yml",
    ]

    assert [a for a in attendus if not (RACINE / a).exists()] == []
    assert ACCORD.exists()
