"""Habits are measured on what was recorded, refused where that is too thin, and never added up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.catalog.model import Catalog
from headway.catalog.world import Community, CommunityKind
from headway.network.model import Consent, Contact, ContactKind, Touch, TouchKind
from headway.outlook.adaptability import judge_habits
from headway.outlook.cadence import judge_learning
from headway.outlook.diversity import judge_network, judge_skills
from headway.outlook.habits import Habit, Measure, Part, Record, find_largest, spread_evenly
from headway.outlook.presence import judge_awareness, judge_visible
from headway.profile.model import Profile
from headway.track.events import Away, Done, Happening, Logged, Reviewed
from headway.values import Hours, Level, Map

TODAY = date(2026, 11, 23)
W, P = Level.WORKING, Level.PRACTITIONER
Person = Callable[..., Profile]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def logged(*days: int, hours: float = 2.0, activity: str = "read") -> list[Happening]:
    return [Logged(on=ago(day), activity=activity, name="Read", hours=hours) for day in days]


def record(events: list[Happening] | None = None, **more: object) -> Record:
    base = {"events": events or [], "contacts": [], "profile": None, "target": None}
    return Record(**(base | more))  # type: ignore[arg-type]


def value(habit: Habit, name: str) -> float:
    return next(measure.value for measure in habit.measures if measure.name == name)


def known(name: str, *days: int, **more: object) -> Contact:
    touches = tuple(Touch(on=ago(day), kind=TouchKind.MET) for day in days)
    return Contact.model_validate({"name": name, "added_on": ago(900), "touches": touches} | more)


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=12))
def test_a_spread_lies_between_one_and_the_number_of_kinds(weights: list[float]) -> None:
    spread = spread_evenly(weights)
    assert 1 - 1e-9 <= spread <= len(weights) + 1e-9
    assert isclose(spread, spread_evenly([3 * w for w in weights]))


def test_even_kinds_count_whole_and_a_rare_one_hardly() -> None:
    assert isclose(spread_evenly([5, 5, 5, 5]), 4)
    assert 1 < spread_evenly([99, 1]) < 1.1
    assert spread_evenly([]) == 0
    assert find_largest({"b": 2, "a": 2, "c": 1}) == ("a", 0.4)


def test_a_habit_without_figures_says_why() -> None:
    with pytest.raises(ValueError, match="figures, or a reason"):
        Habit(part=Part.LEARNING, ground="the log", next="go on")
    measure = Measure(name="a", value=1, says="1", formula="one", n=1, of="things")
    with pytest.raises(ValueError, match="figures, or a reason"):
        Habit(part=Part.LEARNING, ground="the log", measures=(measure,), refusal="thin", next="go on")


def test_a_log_of_three_weeks_is_too_thin() -> None:
    habit = judge_learning(record(logged(20, 3)), TODAY)
    assert "the log begins on 2026-11-03" in (habit.refusal or "")
    assert judge_learning(record(), TODAY).refusal == "no hour is logged yet"


def test_weeks_are_counted_back_from_today_and_only_since_the_log_began() -> None:
    habit = judge_learning(record(logged(41, 20, 1, hours=3)), TODAY)
    assert next(m.says for m in habit.measures if m.name == "weeks with learning") == "3 of 6"
    assert value(habit, "hours in such a week") == 3
    assert value(habit, "longest pause") == 20


def test_weeks_spent_away_are_neither_kept_nor_missed() -> None:
    away = Away(on=ago(60), first=ago(34), last=ago(21))
    there = judge_learning(record(logged(41, 20, 13, 6, 1)), TODAY)
    gone = judge_learning(record([*logged(41, 20, 13, 6, 1), away]), TODAY)
    assert value(there, "weeks with learning") < value(gone, "weeks with learning")
    assert value(gone, "longest pause") < value(there, "longest pause")


def test_hours_still_to_come_count_for_nothing() -> None:
    future = [Logged(on=TODAY + timedelta(days=3), activity="read", name="Read", hours=9)]
    assert judge_learning(record([*logged(41, 1), *future]), TODAY) == judge_learning(record(logged(41, 1)), TODAY)


def test_skills_are_spread_over_families_by_those_at_working_level(toy: Catalog, person: Person) -> None:
    profile = person(python=P, sql=P, statistics=W, excel=W, docker=W, git=W, kubernetes=Level.AWARENESS)
    habit = judge_skills(record(profile=profile), toy, TODAY)
    held = [toy.skills[c.skill].family for c in profile.claims if c.level >= W]
    counts = [held.count(family) for family in set(held)]
    assert value(habit, "families held") == round(spread_evenly(counts), 2)
    assert value(habit, "largest family") == round(max(counts) / len(held), 3)


def test_five_skills_are_too_few_to_speak_of_diversity(toy: Catalog, person: Person) -> None:
    habit = judge_skills(record(profile=person(python=P, sql=P)), toy, TODAY)
    assert "2 skills at working level were found" in (habit.refusal or "")
    assert judge_skills(record(), toy, TODAY).refusal == "no profile is kept"


def test_the_next_skill_is_one_that_the_target_asks_for_and_is_not_held(toy: Catalog, person: Person) -> None:
    profile = person(python=P, sql=P, statistics=W, excel=W, docker=W, git=W)
    habit = judge_skills(record(profile=profile, target="ml-engineer:mid"), toy, TODAY)
    slug = habit.next.split("headway learn ")[1].removesuffix("`.")
    needs = {skill for need in toy.role_stages["ml-engineer:mid"].needs for skill in need.skills}
    assert slug in needs
    assert profile.claim(slug) is None
    gone = judge_skills(record(profile=profile, target="no-such-role:mid"), toy, TODAY)
    assert "Name a target" in gone.next


def test_the_hours_of_an_activity_are_shared_by_the_families_that_it_covers(toy: Catalog, person: Person) -> None:
    profile = person(python=P, sql=P, statistics=W, excel=W, docker=W, git=W)
    several = next(a for a in toy.activities.values() if len({toy.skills[s].family for s in a.covers}) > 1)
    habit = judge_skills(record(logged(5, 9, hours=8, activity=several.slug), profile=profile), toy, TODAY)
    assert value(habit, "families learned") > 1
    unlearned = judge_skills(record(logged(5, hours=8, activity=several.slug), profile=profile), toy, TODAY)
    assert [m.name for m in unlearned.measures] == ["families held", "largest family"], "eight hours say nothing yet"


def test_only_people_with_a_contact_in_a_year_count(toy: Catalog) -> None:
    live = [known(f"P {n}", 10, organisation=f"Firm {n % 3}", industry="Retail") for n in range(6)]
    rest = [known("Old", 400, organisation="Far"), known("Never", organisation="Far")]
    rest += [known("No", 5, organisation="Far", consent=Consent.REFUSED)]
    rest += [known("Club", 5, organisation="Far", kind=ContactKind.COMMUNITY)]
    habit = judge_network(record(contacts=live + rest), toy, TODAY)
    assert value(habit, "organisations") == 3
    assert value(habit, "industries") == 1
    assert "Most are of one industry" in habit.next
    assert "4 people have one" in (judge_network(record(contacts=live[:4]), toy, TODAY).refusal or "")


def test_who_is_met_often_weighs_in_contacts_and_not_in_people(toy: Catalog) -> None:
    often = known("Often", *range(1, 60), organisation="Firm 0")
    live = [often, *(known(f"P {n}", 10, organisation=f"Firm {n}") for n in range(1, 6))]
    habit = judge_network(record(contacts=live), toy, TODAY)
    assert value(habit, "organisations") == 6
    assert value(habit, "organisations by contacts") < 2
    assert "Note the industry of 6 of them" in habit.next


def test_people_of_whom_nothing_is_noted_give_no_figure(toy: Catalog) -> None:
    habit = judge_network(record(contacts=[known(f"P {n}", 3) for n in range(6)]), toy, TODAY)
    assert "neither organisation nor industry" in (habit.refusal or "")


def test_awareness_counts_months_with_an_event_a_community_or_a_look_back(toy: Catalog) -> None:
    club = known("Club", 100, 95, kind=ContactKind.COMMUNITY)
    looked = [Reviewed(on=ago(5), target="ml-engineer:mid", scheduled=0)]
    habit = judge_awareness(record(looked, contacts=[club]), toy, TODAY)
    assert next(m.says for m in habit.measures if m.name == "months with one") == "2 of 6"
    assert value(habit, "different ones") == 1
    assert value(habit, "looks back in a year") == 1
    assert "Go to Club" in habit.next


def test_a_record_of_one_month_says_nothing_of_awareness(toy: Catalog) -> None:
    club = known("Club", 20, kind=ContactKind.COMMUNITY, added_on=ago(20))
    assert "2 months of it are needed" in (judge_awareness(record(contacts=[club]), toy, TODAY).refusal or "")
    assert "no event, community" in (judge_awareness(record(), toy, TODAY).refusal or "")


def test_a_community_of_the_catalog_is_proposed_where_it_fits_the_target(toy: Catalog) -> None:
    need = toy.role_stages["ml-engineer:mid"].needs[0].skill
    about = {"kind": CommunityKind.ONLINE, "cadence": "weekly", "place": "net", "url": "https://example.org"}
    places = {
        "aside": Community(slug="aside", name="Aside", focus=("excel",), **about),
        "fitting": Community(slug="fitting", name="Fitting", focus=(need,), **about),
    }
    habit = judge_awareness(record(target="ml-engineer:mid"), toy.change(communities=Map(places)), TODAY)
    assert "Look in on Fitting" in habit.next


def test_visible_work_is_what_leaves_something_to_show(toy: Catalog, person: Person) -> None:
    proving = next(a.slug for a in toy.activities.values() if a.proof)
    silent = next(a.slug for a in toy.activities.values() if not a.proof)
    expected = Hours(p10=1, p50=2, p90=3)
    done = [Done(on=ago(9), activity=slug, name=slug, expected=expected) for slug in (proving, silent)]
    long_ago = [Done(on=ago(500), activity=proving, name=proving, expected=expected)]
    habit = judge_visible(record([*done, *long_ago], profile=person(python=P)), toy, TODAY)
    assert value(habit, "finished with a proof") == 0.5
    assert value(habit, "public pages") == 0
    assert "address" in habit.next
    planned = record(done, ahead=(("Read on", False), ("Build it", True)))
    assert "Build it leaves something to show" in judge_visible(planned, toy, TODAY).next
    assert "no profile is kept" in (judge_visible(record(), toy, TODAY).refusal or "")


def test_all_five_parts_stand_side_by_side_and_make_no_score(toy: Catalog) -> None:
    habits = judge_habits(record(), toy, TODAY)
    assert [habit.part for habit in habits.habits] == list(Part)
    assert all(habit.refusal and habit.next for habit in habits.habits)
    assert "no score" in habits.says
    assert set(type(habits).model_fields) == {"today", "habits", "says"}
