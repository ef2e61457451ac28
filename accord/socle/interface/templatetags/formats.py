"""`{% load formats %}`: the functions of `accord.socle.interface.formats` as template filters."""

from django import template

from accord.socle.interface import formats

register = template.Library()

for _fonction in (
    formats.ou_tiret,
    formats.montant,
    formats.montant_rond,
    formats.montant_signe,
    formats.nombre,
    formats.pourcent,
    formats.date_longue,
    formats.date_moyenne,
    formats.date_courte,
    formats.date_heure,
    formats.pluriel,
):
    register.filter(_fonction.__name__, _fonction)
