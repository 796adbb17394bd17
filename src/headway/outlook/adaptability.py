"""The five habits together, as they stand on one day."""

from __future__ import annotations

from datetime import date

from headway.catalog.model import Catalog
from headway.outlook.cadence import judge_learning
from headway.outlook.diversity import judge_network, judge_skills
from headway.outlook.habits import Habit, Record
from headway.outlook.presence import judge_awareness, judge_visible
from headway.values import Text, Value

NO_SCORE = (
    "These are habits as you recorded them, side by side. They make no score, more is not always better, and nothing "
    "at hand shows how any of them bears on a career."
)


class Habits(Value):
    """The guide's five parts of adaptability, each for itself."""

    today: date
    habits: tuple[Habit, ...]
    says: Text


def judge_habits(record: Record, catalog: Catalog, today: date) -> Habits:
    """All five on `today`; `catalog` holds the owner's own activities, too."""
    judges = (judge_skills, judge_network, judge_awareness, judge_visible)
    others = (judge(record, catalog, today) for judge in judges)
    return Habits(today=today, habits=(judge_learning(record, today), *others), says=NO_SCORE)
