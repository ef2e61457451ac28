"""`{% peut "app.acte" objet as decision %}`: the template asks the same predicate as the server."""

from typing import Any

from django import template

from accord.socle.droits import Decision, decider

register = template.Library()


@register.simple_tag(takes_context=True)
def peut(context: template.Context, code: str, objet: Any = None) -> Decision:
    """The decision for the current actor; truthy when allowed, with `.raison` otherwise."""
    return decider(code, context["request"].acteur, objet)
