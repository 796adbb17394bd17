"""The small words that every other module speaks: levels, stages, money, months, hours, and where a figure is from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, NoReturn, Self, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_after_validator_function

from headway.scales import Level as Level
from headway.scales import Ordered as Ordered
from headway.scales import Stage as Stage


class Value(BaseModel):
    """A frozen domain object: at once the file format, the stored document and the API body."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def change(self, **changes: Any) -> Self:
        """A validated copy with `changes` (pydantic's own `model_copy` would not validate)."""
        return type(self).model_validate({name: getattr(self, name) for name in type(self).model_fields} | changes)


def fold_case(name: str) -> str:
    """A name as it is compared: in one case, with single spaces."""
    return " ".join(name.casefold().split())


K = TypeVar("K")
V = TypeVar("V")


class Map(dict[K, V]):
    """A mapping that a frozen Value can hold: it hashes, and refuses to change."""

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this mapping is part of a frozen value: make a new one")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        """Copied and pickled whole, as it cannot be filled bit by bit."""
        return type(self), (dict(self),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        keys, values = get_args(source) or (Any, Any)
        return no_info_after_validator_function(cls, handler.generate_schema(dict[keys, values]))  # type: ignore[valid-type]


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _storable(text: str) -> str:
    """SQLite stores NUL and lone surrogates, PostgreSQL refuses them: refuse them here, once."""
    if not (text.isascii() and "\0" not in text) and _UNSTORABLE.search(text):  # most text is plain, and seen at once
        raise ValueError("holds characters that cannot be stored (NUL or a lone surrogate)")
    return text


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, AfterValidator(_storable)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_storable)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
Share = Annotated[float, Field(ge=0, le=1)]
Amount = Annotated[
    Decimal,
    Field(max_digits=14, decimal_places=2),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d{1,12}(\.\d{1,2})?$"}),
]


class Track(StrEnum):
    INDIVIDUAL = "individual"
    MANAGEMENT = "management"


class Month(Value):
    """A date as résumés write it: a year, or a year and a month. Written `2021` or `2021-03`."""

    year: int = Field(ge=1900, le=2200)
    month: int | None = Field(default=None, ge=1, le=12)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, given: Any) -> Any:
        if isinstance(given, int) and not isinstance(given, bool):
            return {"year": given}
        if isinstance(given, str):
            match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?", given.strip())
            if not match:
                raise ValueError("a month is written 2021 or 2021-03")
            return {"year": int(match[1]), "month": int(match[2]) if match[2] else None}
        return given

    @model_serializer
    def __str__(self) -> str:
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02d}"

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(year=day.year, month=day.month)

    @property
    def index(self) -> float:
        """Months since year 0; a bare year counts as its middle."""
        return self.year * 12 + (self.month - 1 if self.month else 5.5)

    def months_to(self, later: Month) -> float:
        """Months from here to `later`; negative if `later` is earlier."""
        return later.index - self.index


class Span(Value):
    """A half-open range of code points of a text."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError("a span ends before it starts")
        return self

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Range(Value):
    """An uncertain amount: one time in ten below p10, half of the time below p50, nine times in ten below p90."""

    p10: float = Field(ge=0)
    p50: float = Field(ge=0)
    p90: float = Field(ge=0)

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, given: Any) -> Any:
        if isinstance(given, list | tuple):
            if len(given) != 3:
                raise ValueError("a range is written [p10, p50, p90]")
            return dict(zip(("p10", "p50", "p90"), given, strict=True))
        return given

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.p10 <= self.p50 <= self.p90:
            raise ValueError("a range needs p10 <= p50 <= p90")
        return self

    def __add__(self, other: Self) -> Self:
        return type(self)(p10=self.p10 + other.p10, p50=self.p50 + other.p50, p90=self.p90 + other.p90)

    def scaled(self, factor: float) -> Self:
        return type(self)(p10=self.p10 * factor, p50=self.p50 * factor, p90=self.p90 * factor)

    @classmethod
    def total(cls, ranges: Iterable[Self]) -> Self:
        """The sum when all run fast or slow together (one person's speed): percentiles add."""
        return sum(ranges, cls(p10=0, p50=0, p90=0))


class Hours(Range):
    """Hours of effort."""


class Months(Range):
    """Months of calendar time."""


class Money(Value):
    """An exact amount in one currency (ISO 4217 code)."""

    amount: Amount
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(amount=self.amount + other.amount, currency=self.currency)

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:,.0f}" if self.amount % 1 == 0 else f"{self.currency} {self.amount:,.2f}"


JUDGED_BY = "headway"
"""The source slug of our own judgement."""


class Kind(StrEnum):
    """How a figure is known: counted in data, stated by somebody, or judged by us."""

    MEASURED = "measured"
    REPORTED = "reported"
    JUDGED = "judged"


class Basis(Value):
    """Where a figure comes from. `source` is a slug of the catalog's sources; a measured figure gives its n."""

    kind: Kind
    source: Slug
    date: Month
    n: int | None = Field(default=None, ge=1)
    note: Text | None = None

    @model_validator(mode="after")
    def _has_grounds(self) -> Self:
        if self.kind is Kind.JUDGED and not self.note:
            raise ValueError("a judged figure says why, in `note`")
        return self


def judged(note: str, date: Month) -> Basis:
    """The ground of a figure that is our own judgement."""
    return Basis(kind=Kind.JUDGED, source=JUDGED_BY, date=date, note=note)
