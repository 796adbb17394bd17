"""The catalog's file format: each thing as it is written in TOML, before slugs, sources and counts are joined in."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from headway.catalog.model import ActivityKind, Ambiguity, PayCode, SkillKind
from headway.values import (
    Amount,
    Basis,
    Hours,
    Kind,
    Level,
    Map,
    Month,
    Name,
    Share,
    Slug,
    Stage,
    Text,
    Track,
    Url,
    Value,
)


def _is_a_step(level: Level) -> Level:
    if level is Level.NONE:
        raise ValueError("`none` is no level to ask for or to teach: leave the skill out")
    return level


Step = Annotated[Level, AfterValidator(_is_a_step)]
Years = Annotated[tuple[Annotated[float, Field(ge=0, le=60)], ...], Field(min_length=1, max_length=2)]


class SourceEntry(Value):
    """sources/<group>.toml, one table a source."""

    name: Name
    publisher: Name
    date: Month
    licence: Name
    url: Url | None = None
    attribution: Text | None = None
    note: Text | None = None


class EffortEntry(Value):
    """efforts.toml, one table a profile."""

    hours: Map[Step, Hours]
    basis: Basis


class SkillEntry(Value):
    """skills/<family>.toml, one table a skill."""

    name: Name
    kind: SkillKind
    effort: Slug
    aliases: tuple[Name, ...] = ()
    summary: Text | None = None
    requires: Map[Slug, Step] = Map()
    broader: tuple[Slug, ...] = ()
    ambiguous: Ambiguity | None = None
    indicators: Map[Step, Text] = Map()
    esco: Url | None = None
    onet: Annotated[str, StringConstraints(max_length=40)] | None = None


class NeedEntry(Value):
    """A need of a role stage: a bare level, or a table with alternatives and a judged importance."""

    level: Step
    alternatives: tuple[Slug, ...] = Field(default=(), alias="or")
    importance: Share | None = None
    why: Text | None = None
    basis: Basis | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_level(cls, given: Any) -> Any:
        return {"level": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.importance is not None and not self.why:
            raise ValueError('a judged importance says why: why = "..."')
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        steps = [level.value for level in Level if level is not Level.NONE]
        return {"anyOf": [{"type": "string", "enum": steps}, handler(schema)]}


class StageEntry(Value):
    """A role at one stage of one track."""

    titles: Annotated[tuple[Name, ...], Field(min_length=1)]
    years: Years
    """[from, to], or [from] when open."""
    responsibilities: tuple[Text, ...] = ()
    focus: tuple[Text, ...] = ()
    needs: Map[Slug, NeedEntry]

    @model_validator(mode="after")
    def _years_in_order(self) -> Self:
        if len(self.years) == 2 and self.years[1] < self.years[0]:
            raise ValueError("years are written [from, to], the lower first")
        return self


class RoleEntry(Value):
    """roles/<slug>.toml, one file a role."""

    name: Name
    aliases: tuple[Name, ...] = ()
    summary: Text
    demand: Slug | None = None
    onet: tuple[Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}\.\d{2}$")], ...] = ()
    esco: tuple[Url, ...] = ()
    pay: tuple[PayCode, ...] = ()
    formerly: tuple[Slug, ...] = ()
    dated: Month
    """When the judgements of this file were made."""
    levels: Basis
    """What the levels below rest on."""
    individual: Map[Stage, StageEntry] = Map()
    management: Map[Stage, StageEntry] = Map()

    @property
    def tracks(self) -> tuple[tuple[Track, Map[Stage, StageEntry]], ...]:
        return (Track.INDIVIDUAL, self.individual), (Track.MANAGEMENT, self.management)


class ProviderEntry(Value):
    """Who offers the activities of a file. `source` is where their facts were read."""

    name: Name
    url: Url | None = None
    source: Slug | None = None


class PriceEntry(Value):
    """A price in one line: the amount, and the basis beside it."""

    amount: Amount
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    kind: Kind
    source: Slug
    date: Month
    note: Text | None = None


class ActivityEntry(Value):
    """learning/<provider>.toml, one table a thing to do, under `activities`."""

    name: Name
    kind: ActivityKind
    by: Name | None = None
    """Who made it, where that is not the file's provider: a book's authors and publisher, a tool's maker."""
    hours: Hours
    basis: Basis
    covers: Map[Slug, Step]
    requires: Map[Slug, Step] = Map()
    url: Url | None = None
    price: PriceEntry | None = None
    proof: Text | None = None
    stages: tuple[Stage, ...] = ()
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    retired: Month | None = None


class LearningFile(Value):
    """learning/<provider>.toml as a whole."""

    provider: ProviderEntry
    activities: Map[Slug, ActivityEntry] = Map()
