"""The kinds of stored Values, each with the upgrades that bring old bodies to today's form.

A kind's name and its upgrades are never changed once released. To change a Value: append a function to its
`upgrades` that turns a body of the last form into one of the new form, and add a body of the new form to the kept ones
in `tests/store/kept`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Generic, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from headway.network.model import Contact
from headway.pay.offer import Offer
from headway.store.faults import StoreFault, TooNew
from headway.track.events import Happening
from headway.track.kept import KeptPlan, KeptProfile
from headway.values import Slug
from headway.wellbeing.checkin import CheckIn
from headway.wellbeing.week import WeekBudget

V = TypeVar("V")
P = TypeVar("P")
Body = dict[str, Any]
Upgrade = Callable[[Body], Body]
"""From a body without its number to the next form."""
NUMBER = "schema"
"""The place of a body's number, beside the fields of its Value."""

ONLY = "only"
"""The key of a kind of which an owner has one document."""
NEW = 0
"""The version of a document that is not there yet."""


@dataclass(frozen=True)
class Kind(Generic[V]):
    """A name in the store, the type of its Values, and upgrades number 1 -> 2, 2 -> 3 …"""

    name: Slug
    form: Any
    """The type V, or a union of types."""
    upgrades: tuple[Upgrade, ...] = ()

    @property
    def number(self) -> int:
        """Of today's form; the first is 1."""
        return len(self.upgrades) + 1

    @cached_property
    def _adapter(self) -> TypeAdapter[V]:
        return TypeAdapter(self.form)

    def dump(self, value: V) -> Body:
        """The body of a Value, with every field and its number."""
        return {NUMBER: self.number, **self._adapter.dump_python(value, mode="json")}

    def dump_text(self, value: V) -> str:
        """The same as JSON, for many of them."""
        return f'{{"{NUMBER}":{self.number},' + self._adapter.dump_json(value)[1:].decode()

    def upgrade(self, body: Mapping[str, Any]) -> Body:
        """`body` in today's form; TooNew where a later headway wrote it, StoreFault where nobody could have."""
        number = body.get(NUMBER) if isinstance(body, Mapping) else None
        if not isinstance(number, int) or number < 1:
            raise StoreFault(f"a stored {self.name} has no number", "restore a backup")
        if number > self.number:
            raise TooNew(f"a stored {self.name}")
        fields = {name: value for name, value in body.items() if name != NUMBER}
        for step in self.upgrades[number - 1 :]:
            fields = step(fields)
        return {NUMBER: self.number, **fields}

    def load(self, body: Mapping[str, Any]) -> V:
        """The Value of a body of any known number."""
        fields = self.upgrade(body)
        del fields[NUMBER]
        try:
            return self._adapter.validate_python(fields)
        except ValidationError as fault:
            first = fault.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise StoreFault(f"a stored {self.name} cannot be read: {place}: {first['msg']}") from None


class DocumentKind(Kind[V]):
    """Values that are replaced."""

    def load_parts(self, texts: Sequence[str], part: type[P]) -> list[P]:
        """Many bodies, as JSON, as far as `part` knows them, which V adds to: in one go, if all are of today's form.

        Else, or where one of them cannot be read, each is loaded whole, which says what is wrong.
        """
        marks = tuple(f'{{"{NUMBER}":{space}{self.number},' for space in ("", " "))
        if all(text.startswith(marks) for text in texts):
            with suppress(ValidationError):
                read = _listed(part)  # type: ignore[arg-type]
                return cast("list[P]", read.validate_json(f"[{','.join(texts)}]", extra="ignore"))
        return [cast("P", self.load(json.loads(text))) for text in texts]


@cache
def _listed(part: Hashable) -> TypeAdapter[list[Any]]:
    return TypeAdapter(list[part])  # type: ignore[valid-type]


class EventKind(Kind[V]):
    """Values that happened."""


PROFILE = DocumentKind[KeptProfile]("profile", KeptProfile)
PLAN = DocumentKind[KeptPlan]("plan", KeptPlan)
WEEK = DocumentKind[WeekBudget]("week", WeekBudget)
OFFER = DocumentKind[Offer]("offer", Offer)
CONTACT = DocumentKind[Contact]("contact", Contact)
TRACK = EventKind[Happening]("track", Happening)
CHECK_IN = EventKind[CheckIn]("check-in", CheckIn)

KINDS: tuple[Kind[Any], ...] = (PROFILE, PLAN, WEEK, OFFER, CONTACT, TRACK, CHECK_IN)
