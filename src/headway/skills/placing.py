"""Every position on the map: the role and stage that its title names, or the occupation outside of the field."""

from __future__ import annotations

from collections.abc import Iterable

from headway.catalog.classification import Occupations
from headway.catalog.model import Catalog
from headway.catalog.origins import TitleAnswer, answer_title
from headway.catalog.title_space import TitleSpace
from headway.profile.model import Position
from headway.values import Value


class PlacedPosition(Value):
    """A position held, and what is known of its title."""

    position: Position
    answer: TitleAnswer


def place_positions(
    positions: Iterable[Position], catalog: Catalog, occupations: Occupations, space: TitleSpace
) -> tuple[PlacedPosition, ...]:
    """The positions in their order, each with role, stage and occupation of its title; equal titles are asked once."""
    answers: dict[str, TitleAnswer] = {}
    placed = []
    for position in positions:
        if position.title not in answers:
            answers[position.title] = answer_title(position.title, catalog, occupations, space)
        placed.append(PlacedPosition(position=position, answer=answers[position.title]))
    return tuple(placed)
