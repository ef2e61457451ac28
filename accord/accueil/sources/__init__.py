"""What each stage tells the home page: one module a stage, `lignes(demarche, acteur)`."""

from accord.accueil.sources import demarche, scenarios, schema

SOURCES = [demarche.lignes, scenarios.lignes, schema.lignes]
