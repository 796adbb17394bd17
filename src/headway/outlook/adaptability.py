"""The five habits together, as they stand on one day."""

from __future__ import annotations

from datetime import date

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


def judge_habits(record: Record, today: date) -> Habits:
    judges = (judge_learning, judge_skills, judge_network, judge_awareness, judge_visible)
    return Habits(today=today, habits=tuple(judge(record, today) for judge in judges), says=NO_SCORE)
