"""What a catalog file holds otherwise than the catalog does: roles before counts are joined in, and who offers what."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from headway.catalog.model import ActivityEntry, PayCode, Step
from headway.values import (
    Basis,
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

Years = Annotated[tuple[Annotated[float, Field(ge=0, le=60)], ...], Field(min_length=1, max_length=2)]


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


class LearningFile(Value):
    """learning/<provider>.toml as a whole."""

    provider: ProviderEntry
    activities: Map[Slug, ActivityEntry] = Map()
