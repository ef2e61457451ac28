"""The `accord` command: kernels and checks usable without the site, plus Django's own commands.

Each subcommand is a module of this package defining a click command named ``commande``;
it is imported only when called, so that a kernel command starts without Django.
"""

import importlib
import pkgutil

import click


class GroupeParesseux(click.Group):
    """A group whose subcommands are the modules of this package, imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        return module.commande


@click.command(cls=GroupeParesseux, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="commun-accord", prog_name="accord")
def accord() -> None:
    """Commun Accord : calculs et vérifications d’une démarche de mutualisation."""
