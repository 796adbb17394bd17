"""The week, check-ins and balance: what is kept of them, and the hours that they leave to learn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from headway.actions.home import make_uid
from headway.errors import HeadwayError, WrongUse
from headway.store.kinds import CHECK_IN, NEW, WEEK
from headway.values import Text, Value
from headway.wellbeing.balance import Balance, weigh_weeks
from headway.wellbeing.capacity import Capacity, find_capacity
from headway.wellbeing.checkin import CheckIn
from headway.wellbeing.week import WeekBudget

if TYPE_CHECKING:
    from headway.store.front import Store


class WeekView(Value):
    """The week budget, and what it leaves to learn."""

    budget: WeekBudget
    kept: bool
    """False where it is the default."""
    capacity: Capacity | None
    refusal: Text | None = None
    """Why nothing is left."""
    balance: Balance
    """How the last weeks were against it."""


def get_budget(store: Store) -> WeekBudget | None:
    """The week budget that is kept."""
    kept = store.get(WEEK)
    return kept.value if kept else None


def see_balance(store: Store, today: date) -> Balance:
    return weigh_weeks((event.value for event in store.all(CHECK_IN)), today)


def see_week(store: Store, today: date) -> WeekView:
    """The budget as kept, or the default one, and the hours that it and the last check-ins leave."""
    kept = get_budget(store)
    budget, balance = kept or WeekBudget(), see_balance(store, today)
    try:
        capacity, refusal = find_capacity(budget, None, balance.lived), None
    except HeadwayError as fault:
        capacity, refusal = None, str(fault)
    return WeekView(budget=budget, kept=kept is not None, capacity=capacity, refusal=refusal, balance=balance)


def set_week(store: Store, changes: Mapping[str, float]) -> WeekBudget:
    """Changes parts of the week budget, in hours a week; WrongUse where they do not fit."""
    with store.together():
        kept = store.get(WEEK)
        try:
            budget = (kept.value if kept else WeekBudget()).change(**changes)
        except ValidationError as fault:
            raise WrongUse(f"the week cannot be meant: {_say(fault)}") from None
        store.put(WEEK, budget, kept.version if kept else NEW)
    return budget


def check_in(store: Store, said: Mapping[str, Any], today: date) -> Balance:
    """Records how the last seven days were; the balance with it."""
    try:
        checkin = CheckIn.model_validate(said)
    except ValidationError as fault:
        raise WrongUse(f"that week cannot be meant: {_say(fault)}") from None
    if checkin.on > today:
        raise WrongUse(f"{checkin.on} is still to come", "look back on a week that was")
    store.append(CHECK_IN, checkin, make_uid())
    return see_balance(store, today)


def last_check_in(store: Store) -> CheckIn | None:
    events = store.all(CHECK_IN)
    return events[-1].value if events else None


def _say(fault: ValidationError) -> str:
    first = fault.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    said = first["msg"].removeprefix("Value error, ")
    return f"{place}: {said}" if place else said
