"""What each stage tells the home page: one module a stage, `lignes(demarche, acteur)`."""

from accord.accueil.sources import demarche, diagnostic, scenarios, schema

SOURCES = [demarche.lignes, diagnostic.lignes, scenarios.lignes, schema.lignes]
