"""What a body says, in the database's own words: the same in SQLite and PostgreSQL, and an index can hold it."""

from __future__ import annotations

from django.db import models


class Said(models.Func):
    """A field of a body, as text; NULL where it is null or not there. (Django's own lookups tell the two apart.)"""

    output_field = models.TextField()

    def __init__(self, field: str) -> None:
        if not field.isidentifier():
            raise ValueError(f"{field!r} is no field of a body")
        super().__init__(models.F("body"), template=f"(%(expressions)s ->> '{field}')")


class SaidLast(models.Func):
    """A field of the last one of a list of a body, as text; NULL where the list is empty or not there.

    In the words of SQLite; those of PostgreSQL are `body #>> '{listed,-1,field}'`.
    """

    output_field = models.TextField()

    def __init__(self, listed: str, field: str) -> None:
        if not (listed.isidentifier() and field.isidentifier()):
            raise ValueError(f"{listed!r} and {field!r} are no fields of a body")
        super().__init__(models.F("body"), template=f"(%(expressions)s ->> '$.{listed}[#-1].{field}')")
