"""The hours that a plan keeps for people: how many, for what, and with whose names they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from headway.network.model import Consent
from headway.store.kinds import CONTACT
from headway.track.slots import fill_names, place_slots, spread_kept, usual_hours
from headway.wellbeing.capacity import find_capacity

if TYPE_CHECKING:
    from headway.catalog.model import Catalog
    from headway.network.cadence import Keyed
    from headway.plan.model import PeopleSlot, Plan
    from headway.profile.model import Profile
    from headway.store.front import Store
    from headway.values import Text
    from headway.wellbeing.balance import Lived
    from headway.wish import Days, Wish


def keep_usual_hours(wish: Wish, lived: Lived | None) -> Wish:
    """The wish of somebody who keeps people and said no hours for them, with the usual ones."""
    return wish.change(network=usual_hours(find_capacity(wish.week, wish.hours, lived).hours))


def add_slots(
    plan: Plan,
    hours: float,
    people: float,
    away: Sequence[Days],
    profile: Profile,
    target: Text,
    catalog: Catalog,
    today: date,
    contacts: Sequence[Keyed] = (),
    there: Sequence[PeopleSlot] = (),
) -> Plan:
    """The plan with what its weeks of `hours` keep for `people`: moves towards `target`, which name nobody yet.

    Of a plan made again, `there` are the slots of the one before.
    """
    from headway.actions.network import plan_towards
    from headway.network.plan import WEEKS_A_MONTH

    weeks = len(plan.weeks)
    if not people or not weeks:
        return plan.change(people=())
    kept = spread_kept(hours, people, plan.start, weeks, away)
    months = ceil(weeks / WEEKS_A_MONTH)
    moves = plan_towards(contacts, profile, target, catalog, today, months).moves
    return plan.change(people=place_slots(kept, plan.start, moves, there))


def name_slots(store: Store, slots: Sequence[PeopleSlot]) -> tuple[PeopleSlot, ...]:
    """The slots with the names of those who are still kept; whoever is not, or asked not to be, is somebody."""
    keys = {slot.contact for slot in slots if slot.contact}
    found = [kept for key in sorted(keys) if (kept := store.get(CONTACT, key))]
    return fill_names(slots, {one.key: one.value.name for one in found if one.value.consent is not Consent.REFUSED})
