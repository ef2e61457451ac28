"""A database constraint that Django lacks: the periods of one owner never overlap.

PostgreSQL has exclusion constraints; SQLite gets two triggers that say the same. Both are created with the
table and recreated whenever a migration rebuilds it, since the statements wait in `deferred_sql`.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Q

Modele = type[models.Model]
Editeur = BaseDatabaseSchemaEditor
TOUJOURS = ("'0001-01-01'", "'9999-12-31'")

EXCLUSION = (
    "ALTER TABLE %(table)s ADD CONSTRAINT %(name)s EXCLUDE USING gist "
    "(int8range(%(owner)s, %(owner)s, '[]') WITH &&, daterange(%(start)s, %(end)s, '[]') WITH &&)"
)
TRIGGER = (
    "CREATE TRIGGER %(trigger)s BEFORE %(verb)s ON %(table)s BEGIN SELECT RAISE(ABORT, '%(message)s') "
    "WHERE EXISTS (SELECT 1 FROM %(table)s WHERE %(owner)s = NEW.%(owner)s AND %(pk)s IS NOT %(unchanged)s "
    "AND coalesce(%(start)s, %(first)s) <= coalesce(NEW.%(end)s, %(last)s) "
    "AND coalesce(%(end)s, %(last)s) >= coalesce(NEW.%(start)s, %(first)s)); END"
)


class PeriodesDisjointes(models.BaseConstraint):
    """No two rows of one `proprietaire` (a foreign key) share a day from `debut` to `fin`, both included."""

    def __init__(
        self,
        *,
        proprietaire: str,
        name: str,
        debut: str = "date_debut",
        fin: str = "date_fin",
        violation_error_code: str | None = None,
        violation_error_message: str | None = None,
    ) -> None:
        self.proprietaire, self.debut, self.fin = proprietaire, debut, fin
        super().__init__(
            name=name,
            violation_error_code=violation_error_code,
            violation_error_message=violation_error_message,
        )

    def constraint_sql(self, model: Modele | None, schema_editor: Editeur | None) -> str:
        """Nothing inside CREATE TABLE: the statements run once the table has its final name."""
        if model is not None and schema_editor is not None:
            schema_editor.deferred_sql.extend(self._statements(model, schema_editor))
        return ""

    def create_sql(self, model: Modele | None, schema_editor: Editeur | None) -> str:
        """For an existing table on PostgreSQL; SQLite rebuilds the table and never comes here."""
        if model is None or schema_editor is None:
            return ""
        return ";".join(str(statement) for statement in self._statements(model, schema_editor))

    def remove_sql(self, model: Modele | None, schema_editor: Editeur | None) -> str:
        if model is None or schema_editor is None:
            return ""
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def _statements(self, model: Modele, schema_editor: Editeur) -> list[Statement]:
        quote = schema_editor.quote_name
        fields = {field.name: str(field.column) for field in model._meta.concrete_fields}
        owner, start, end = (quote(fields[name]) for name in (self.proprietaire, self.debut, self.fin))
        parts: dict[str, Any] = {
            "table": Table(model._meta.db_table, quote),
            "owner": owner,
            "start": start,
            "end": end,
        }
        if schema_editor.connection.vendor == "postgresql":
            return [Statement(EXCLUSION, name=quote(self.name), **parts)]
        pk = quote(str(model._meta.pk.column))
        first, last = TOUJOURS
        parts |= {"pk": pk, "message": self.name, "first": first, "last": last}
        change, added = f"{self.name}_change", f"{self.name}_ajout"
        return [
            Statement(TRIGGER, trigger=quote(added), verb="INSERT", unchanged="NULL", **parts),
            Statement(TRIGGER, trigger=quote(change), verb="UPDATE", unchanged=f"OLD.{pk}", **parts),
        ]

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Iterable[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        if {self.proprietaire, self.debut, self.fin} & set(exclude or ()):
            return
        start, end = getattr(instance, self.debut), getattr(instance, self.fin)
        others = model._default_manager.using(using).exclude(pk=instance.pk)
        others = others.filter(**{self.proprietaire: getattr(instance, f"{self.proprietaire}_id")})
        if end:
            others = others.filter(Q(**{f"{self.debut}__lte": end}) | Q(**{f"{self.debut}__isnull": True}))
        if start:
            others = others.filter(Q(**{f"{self.fin}__gte": start}) | Q(**{f"{self.fin}__isnull": True}))
        if others.exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"proprietaire": self.proprietaire, "debut": self.debut, "fin": self.fin}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PeriodesDisjointes) and self.deconstruct() == other.deconstruct()
