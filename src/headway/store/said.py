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
