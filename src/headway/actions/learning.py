"""What learning is for: goals in words -> how much each skill of the catalog matters to them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from headway.actions.vocabulary import open_lexicon
from headway.catalog.lookup import find_role_stage, find_skill
from headway.catalog.model import Catalog
from headway.errors import NotFound
from headway.skills.lexicon import Lexicon
from headway.skills.mentions import find_names
from headway.values import Slug


class Goal(NamedTuple):
    """A goal as it was understood."""

    text: str
    means: str
    """Key of a role stage, the names of skills, or nothing where no skill was found in it."""
    weights: dict[Slug, float]
    """By skill, 0 to 1."""


class Reader:
    """Finds skills in words; the lexicon is opened on first use."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    @cached_property
    def _lexicon(self) -> Lexicon:
        return open_lexicon(self.catalog)

    def find_skills(self, text: str) -> tuple[Slug, ...]:
        """The skill that `text` is a name of, or those that it names."""
        plain = text.replace("_", " ")
        try:
            return (find_skill(plain, self.catalog).slug,)
        except NotFound:
            names = find_names(plain, self._lexicon)
        return tuple(dict.fromkeys(name.term.skill for name in names))

    def read_goal(self, text: str) -> Goal:
        """A role stage asks for its skills by their importance there; a skill by name is wanted whole."""
        try:
            stage = find_role_stage(text.replace("_", " "), self.catalog)
        except NotFound:
            skills = self.find_skills(text)
            return Goal(text, ", ".join(self.catalog.skills[s].name for s in skills), dict.fromkeys(skills, 1.0))
        weights: dict[Slug, float] = {}
        for need in stage.needs:
            for skill in need.skills:
                weights[skill] = max(weights.get(skill, 0.0), need.importance)
        return Goal(text, stage.key, weights)


def weigh(skills: Iterable[Slug], goals: Iterable[Goal]) -> float:
    """How much the most wanted of `skills` matters to the goals, 0 to 1; 0 for none."""
    wanted = list(goals)
    return max((goal.weights.get(skill, 0.0) for skill in skills for goal in wanted), default=0.0)
