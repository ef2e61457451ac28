"""`accord gerer …`: Django's own management commands (migrate, createsuperuser…)."""

import os
import sys

import click
from django.core.management import execute_from_command_line


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def commande(arguments: tuple[str, ...]) -> None:
    """Lance une commande d’administration du site."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accord.config.settings.dev")
    sys.argv = ["accord gerer", *arguments]
    execute_from_command_line(sys.argv)
