"""headway as a library: the career guide's names and arguments, with right semantics, results that show well."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import headway
from headway import CareerTransition, HeadwayError, LearningPlan, ProfessionalNetwork, WellbeingPlan
from headway.catalog.model import Catalog
from headway.errors import NotFound, UnreadableFile, WrongUse
from headway.faces.library.learning import WEEKS_A_MONTH
from headway.plan.terms import Priority, Status
from headway.wellbeing.guardrails import SLACK
from headway.wellbeing.targets import MATTERS, Part, Side, Targets, compare_week, find_side

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
HOURS = st.integers(0, 400).map(lambda quarters: quarters / 4)
ACTIVITIES = st.lists(st.tuples(HOURS, st.sampled_from(Priority), st.sampled_from(Status)), max_size=12)


def make_plan(toy: Catalog, *activities: tuple[str, float, str, str]) -> LearningPlan:
    plan = LearningPlan("mid", ["ml-engineer:mid"], catalog=toy)
    for name, hours, priority, status in activities:
        plan.add_learning_activity(name, hours, priority, status=status)
    return plan


# the guide's words


@pytest.mark.parametrize(
    ("method", "names"),
    [
        (LearningPlan.__init__, "self career_stage goals"),
        (LearningPlan.add_learning_activity, "self activity_type time_commitment priority"),
        (LearningPlan.get_monthly_commitment, "self"),
        (LearningPlan.prioritize_activities, "self"),
        (CareerTransition.__init__, "self current_role target_role"),
        (CareerTransition.analyze_skill_gaps, "self"),
        (CareerTransition.create_transition_plan, "self"),
        (CareerTransition.plan_learning_activities, "self"),
        (CareerTransition.plan_projects, "self"),
        (CareerTransition.plan_networking, "self"),
        (CareerTransition.define_milestones, "self"),
        (ProfessionalNetwork.__init__, "self"),
        (ProfessionalNetwork.add_connection, "self person relationship industry expertise"),
        (ProfessionalNetwork.find_mentor, "self expertise_area career_stage"),
        (ProfessionalNetwork.plan_networking_activities, "self"),
        (WellbeingPlan.__init__, "self"),
        (WellbeingPlan.check_balance, "self actual_hours"),
        (WellbeingPlan.get_wellbeing_recommendations, "self balance_status"),
    ],
)
def test_names_and_arguments_are_the_guides_and_everything_else_goes_by_name(
    method: Callable[..., object], names: str
) -> None:
    parameters = inspect.signature(method).parameters.values()
    assert [p.name for p in parameters if p.kind is not p.KEYWORD_ONLY] == names.split()


def test_import_headway_loads_nothing_else_and_the_classes_no_store() -> None:
    code = (
        "import sys, headway; light = [m for m in ('pydantic', 'rich', 'numpy', 'headway.values') if m in sys.modules];"
        "headway.LearningPlan, headway.CareerTransition, headway.ProfessionalNetwork, headway.WellbeingPlan;"
        "print(light, 'django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[0] == "[] False"


def test_the_package_names_what_it_offers_and_refuses_the_rest() -> None:
    assert {"LearningPlan", "CareerTransition", "ProfessionalNetwork", "WellbeingPlan"} <= set(dir(headway))
    assert {getattr(headway, name).__name__ for name in headway.__all__} == set(headway.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Wellbeing'"):
        _ = headway.Wellbeing


# learning


@settings(max_examples=25)
@given(ACTIVITIES, ACTIVITIES)
def test_the_monthly_commitment_adds_up_and_counts_what_is_open(
    toy: Catalog,
    first: list[tuple[float, Priority, Status]],
    second: list[tuple[float, Priority, Status]],
) -> None:
    def commit(*rows: tuple[float, Priority, Status]) -> float:
        return make_plan(toy, *((f"Book {i}", *row) for i, row in enumerate(rows))).get_monthly_commitment()

    assert commit(*first, *second) == commit(*first) + commit(*second)
    assert commit(*first) == sum(hours for hours, _, status in first if status in ("planned", "started"))


@given(ACTIVITIES)
def test_prioritised_is_a_stable_order_with_what_waits_or_is_over_last(
    toy: Catalog, rows: list[tuple[float, Priority, Status]]
) -> None:
    plan = make_plan(toy, *((f"Book {i}", *row) for i, row in enumerate(rows)))
    before = list(plan.learning_activities)
    after = list(plan.prioritize_activities())
    assert sorted(after, key=lambda a: a.type) == sorted(before, key=lambda a: a.type)
    assert list(plan.prioritize_activities()) == after
    is_open = [activity.status.open for activity in after]
    assert is_open == sorted(is_open, reverse=True)
    ranks = [activity.priority for activity in after if activity.status.open]
    assert ranks == sorted(ranks)
    for one, two in pairwise(after):
        if one.rank == two.rank:
            assert before.index(one) < before.index(two)


def test_critical_comes_before_high_and_what_the_goal_asks_for_before_what_it_does_not(toy: Catalog) -> None:
    plan = make_plan(
        toy,
        ("Reading group", 2, "medium", "planned"),
        ("Reading group on Python", 2, "medium", "planned"),
        ("Done and critical", 9, "critical", "done"),
        ("Low", 9, "low", "planned"),
        ("High", 1, "HIGH", "planned"),
        ("Critical", 1, "critical", "started"),
    )
    order = [activity["type"] for activity in plan.prioritize_activities()]
    expected = ["Critical", "High", "Reading group on Python", "Reading group", "Low", "Done and critical"]
    assert order == expected
    assert [activity["type"] for activity in plan.learning_activities] == order


def test_an_activity_reads_as_the_guides_dictionary(toy: Catalog) -> None:
    plan = make_plan(toy, ("Python course", 8, "high", "planned"))
    activity = plan.learning_activities[0]
    assert dict(activity) == {"type": "Python course", "time_commitment": 8, "priority": "high", "status": "planned"}
    assert activity.get("nothing") is None
    assert "status" in activity
    assert len(activity) == len(list(activity)) == 4
    with pytest.raises(KeyError):
        activity["skills"]
    assert plan.get_monthly_commitment() == 8
    assert isinstance(plan.get_monthly_commitment(), int)
    assert plan.get_weekly_commitment() == round(8 / WEEKS_A_MONTH, 1)
    plan.set_status("Python course", "blocked")
    assert plan.get_monthly_commitment() == 0


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (("Python course", -1, "high"), "time_commitment -1 is no time to spend"),
        (("Python course", float("nan"), "high"), "time_commitment nan is no time"),
        (("Python course", 5_000, "high"), "a month there are 728 hours"),
        (("Python course", "two", "high"), "'two' is no number of hours"),
        (("Python course", True, "high"), "'True' is no number of hours"),
        (("Python course", 2, "urgent"), "priority 'urgent' is none of critical, high, medium, low"),
        (("", 2, "high"), "activity_type says nothing"),
        (("x" * 201, 2, "high"), "201 characters"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_one_sentence(
    toy: Catalog, given_: tuple[str, float, str], said: str
) -> None:
    with pytest.raises(WrongUse, match=said) as fault:
        LearningPlan("mid", [], catalog=toy).add_learning_activity(*given_)
    assert "\n" not in str(fault.value)
    assert fault.value.hint


def test_an_unknown_skill_comes_with_the_nearest_and_an_unknown_stage_with_all(toy: Catalog) -> None:
    with pytest.raises(NotFound, match="did you mean python"):
        LearningPlan("mid", [], catalog=toy).add_learning_activity("Course", 2, "high", skill="pyton")
    with pytest.raises(WrongUse, match="none of entry, mid, senior, leadership"):
        LearningPlan("guru", [], catalog=toy)
    assert LearningPlan("Senior Level", "python", catalog=toy).career_stage == "senior"
    with pytest.raises(WrongUse, match="it holds Python course"):
        make_plan(toy, ("Python course", 8, "high", "planned")).set_status("Rust course", "done")


# transition


def test_a_transition_names_gaps_by_status_and_a_plan_by_the_guides_keys(toy: Catalog) -> None:
    move = CareerTransition("data_analyst", "ml_engineer", today=TODAY, catalog=toy)
    gaps = move.analyze_skill_gaps()
    assert gaps == move.skill_gaps
    assert sum(map(len, gaps.values())) == len(gaps.gaps) > 0
    assert all(gap.hours.p50 > 0 and gap.held < gap.wanted for gap in gaps.gaps if gap.status == "missing")
    plan = move.create_transition_plan()
    assert list(plan) == ["timeline", "learning_activities", "projects", "networking", "milestones"]
    assert plan["learning_activities"] == tuple(move.plan_learning_activities())
    assert plan["milestones"] == tuple(move.define_milestones())
    assert plan["networking"] == tuple(move.plan_networking())
    assert plan["projects"] == tuple(move.plan_projects())
    assert plan.months.p10 <= plan.months.p50 <= plan.months.p90
    assert plan["timeline"].startswith(f"{plan.months.p50:.0f}"[:1])


def test_more_hours_a_week_never_take_longer(toy: Catalog) -> None:
    months = [
        CareerTransition("data-analyst", "ml-engineer", hours_per_week=hours, today=TODAY, catalog=toy)
        .create_transition_plan()
        .months.p50
        for hours in (2, 5, 10)
    ]
    assert months == sorted(months, reverse=True)


def test_hours_that_a_week_cannot_hold_are_refused_or_lowered_with_the_reason(toy: Catalog) -> None:
    move = CareerTransition("data-analyst", "ml-engineer", hours_per_week=38, today="2026-11-23", catalog=toy)
    plan = move.create_transition_plan()
    assert plan.hours_per_week < 38
    assert "33 h a week instead of 38" in str(plan)
    for hours in (0, 41, 169, -1):
        with pytest.raises(WrongUse, match="hours_per_week"):
            CareerTransition("data-analyst", "ml-engineer", hours_per_week=hours, catalog=toy)
    with pytest.raises(WrongUse, match="today 'now' is no day"):
        CareerTransition("data-analyst", "ml-engineer", today="now", catalog=toy)


def test_a_resume_speaks_in_place_of_the_role(toy: Catalog, tmp_path: Path) -> None:
    resume = tmp_path / "cv.md"
    resume.write_text(
        "# Ada Holm\n\n## Experience\n\n### Data Analyst, Larkfield, 2022 - now\n\n- Wrote Python and SQL.\n"
    )
    supposed = CareerTransition("data-analyst", "ml-engineer", today=TODAY, catalog=toy).skill_gaps
    read = CareerTransition("data-analyst", "ml-engineer", resume=resume, today=TODAY, catalog=toy).skill_gaps
    assert "Supposing that you meet every need" in supposed.note
    assert "Supposing" not in read.note
    assert read.gaps != supposed.gaps


@pytest.mark.parametrize(
    ("make", "kind", "said"),
    [
        (
            lambda toy: CareerTransition("data_analyst", "astronaut", catalog=toy),
            NotFound,
            "no role called 'astronaut'",
        ),
        (lambda toy: CareerTransition("data_analyst", "Data Analyst", catalog=toy), WrongUse, "where the transition"),
        (lambda toy: CareerTransition("data_analyst", "", catalog=toy), WrongUse, "target_role says nothing"),
        (
            lambda toy: CareerTransition("data_analyst", "ml_engineer", hours_per_week=0, catalog=toy),
            WrongUse,
            "hours_per_week 0",
        ),
        (
            lambda toy: CareerTransition("data_analyst", "ml_engineer", resume="gone.pdf", catalog=toy).skill_gaps,
            UnreadableFile,
            "there is no such file",
        ),
    ],
)
def test_a_transition_that_cannot_be_is_refused(
    toy: Catalog, make: Callable[[Catalog], object], kind: type[HeadwayError], said: str
) -> None:
    with pytest.raises(kind, match=said):
        make(toy)


# network


def make_network(toy: Catalog) -> ProfessionalNetwork:
    network = ProfessionalNetwork(today=TODAY, catalog=toy)
    network.add_connection("Ada Holm", "mentor", "finance", ["python"], last_contact="2026-08-01")
    network.add_connection("Bo Varga", "colleague", "retail", {"sql": "leadership"}, willing=True, tier="regular")
    network.add_connection("Cyra Elm", "friend", "health", ["sql:senior"])
    network.add_connection("Dag Roux", "friend", "health", ["sql:senior"], willing=False)
    network.add_connection("Larkfield Data Meetup", "community", "data", ["python"])
    return network


def test_a_mentor_is_a_stage_above_in_the_skill_by_any_of_its_names(toy: Catalog) -> None:
    network = make_network(toy)
    found = network.find_mentor("Structured Query Language" if "sql" not in toy.skills else "SQL", "senior")
    assert [one["person"] for one in found] == ["Bo Varga"]
    assert found[0].reasons[0].startswith("leadership in")
    assert [one["person"] for one in network.find_mentor("sql", "mid")] == ["Bo Varga"]
    assert [one.name for one in network.find_mentor("sql", "mid").search.ask_first] == ["Cyra Elm"]
    nobody = network.find_mentor("python", "senior")
    assert not nobody
    assert "Nobody you keep is leadership or above" in str(nobody)


def test_connections_read_as_the_guides_dictionaries_by_their_part(toy: Catalog) -> None:
    network = make_network(toy)
    assert dict(network.connections[0]) == {
        "person": "Ada Holm",
        "relationship": "mentor",
        "industry": "finance",
        "expertise": ("python",),
        "last_contact": date(2026, 8, 1),
    }
    assert network.connections[1]["last_contact"] is None
    assert [one["person"] for one in network.mentors] == ["Ada Holm"]
    assert [one["person"] for one in network.communities] == ["Larkfield Data Meetup"]
    assert not network.mentees


def test_a_cadence_runs_from_the_last_real_contact(toy: Catalog) -> None:
    network = make_network(toy)
    assert [due.name for due in network.list_due()] == ["Ada Holm", "Bo Varga"]
    network.record_contact("ada holm", kind="tried")
    assert network.list_due()[0].name == "Ada Holm"
    assert network.record_contact("Ada Holm", "2026-11-20", "call")["last_contact"] == date(2026, 11, 20)
    assert [due.name for due in network.list_due()] == ["Bo Varga"]


def test_activities_are_sentences_with_hours_and_reasons_beside_them(toy: Catalog) -> None:
    found = make_network(toy).plan_networking_activities(goal="ml_engineer", months=2)
    assert all(isinstance(sentence, str) for sentence in found)
    assert len(found) == len(found.plan.moves)
    assert "Write to Ada Holm." in found
    assert {str(move.month) for move in found.plan.moves} == {"2026-12", "2027-01"}


@pytest.mark.parametrize(
    ("add", "said"),
    [
        (lambda n: n.add_connection("Ada HOLM", "friend", "x", []), "is there already, with the same name"),
        (lambda n: n.add_connection("Zoe", "friend", "x", ["pyton"]), "did you mean python"),
        (lambda n: n.add_connection("Zoe", "friend", "x", ["python:guru"]), "none of entry, mid"),
        (lambda n: n.add_connection("Zoe", "friend", "x", 5), "expertise is no list"),
        (lambda n: n.add_connection("Zoe", "friend", "x", [], room=-1), "room cannot be meant"),
        (lambda n: n.add_connection("Zoe", "friend", "x", [], last_contact="soon"), "'soon' is no day"),
        (lambda n: n.add_connection("Zoe", "friend", "x", [], last_contact="2030-01-01"), "still to come"),
        (lambda n: n.add_connection("Zoe", "friend", "x", [], tier="best"), "none of close, regular, loose"),
        (lambda n: n.add_connection("Zoe", "", "x", []), "relationship says nothing"),
        (lambda n: n.find_mentor("pyton", "mid"), "did you mean python"),
        (lambda n: n.find_mentor("python", "boss"), "none of entry, mid"),
        (lambda n: n.record_contact("Nobody"), "no person called 'Nobody'"),
        (lambda n: n.plan_networking_activities(months=13), "give 1 to 12"),
        (lambda n: n.list_due("soon"), "ahead 'soon' cannot be meant"),
        (lambda n: n.record_contact("Ada Holm", "1500-01-01"), "too long ago"),
        (lambda n: n.plan_networking_activities(goal="astronaut"), "no role called"),
    ],
)
def test_what_a_network_cannot_hold_is_refused(
    toy: Catalog, add: Callable[[ProfessionalNetwork], object], said: str
) -> None:
    with pytest.raises(HeadwayError, match=said):
        add(make_network(toy))


def test_a_file_of_contacts_becomes_a_network_and_tells_what_was_odd(toy: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,organisation,expertise\nAda Holm,Larkfield,python:senior\nADA HOLM,Larkfield,\nBo,,pyton\n")
    network = ProfessionalNetwork.read(file, today=TODAY, catalog=toy)
    assert [one["person"] for one in network.connections] == ["Ada Holm", "Bo"]
    assert [str(problem) for problem in network.problems] == [
        "people.csv:4: 'pyton' is no skill of the catalog and was left out of the expertise",
        "ADA HOLM was left out: the same name and organisation as Ada Holm",
    ]


# a week


@given(st.sampled_from(Part), st.floats(0, 168), st.floats(0, 168), st.floats(0, 168))
def test_more_hours_never_move_the_balance_down(part: Part, target: float, one: float, two: float) -> None:
    less, more = sorted((one, two))
    assert find_side(part, target, less) <= find_side(part, target, more)


@given(st.sampled_from(Part), st.floats(0, 168), st.floats(0, 168))
def test_only_the_side_that_matters_is_told_and_a_guardrail_passed_never_reads_as_balanced(
    part: Part, target: float, hours: float
) -> None:
    (found,) = compare_week(Targets.model_validate({"sleep": 0, "work": 0, part.value: target}), {part: hours})
    assert found.side is Side.BALANCED or found.side in MATTERS[part]
    assert (found.next_step is None) == (found.side is Side.BALANCED)
    assert found.source == "headway" or found.side is not Side.BALANCED
    assert find_side(part, hours, hours) is Side.BALANCED or found.source != "headway"


def test_hours_of_rest_are_a_nights_and_all_others_a_weeks() -> None:
    week = WellbeingPlan()
    assert week.rest_hours == 8
    assert week.check_balance({"rest_hours": 7})["rest_hours"] == "balanced"
    assert week.check_balance({"rest_hours": 6.8})["rest_hours"] == "under"
    assert week.check_balance({"rest_hours": 11})["rest_hours"] == "balanced"
    with pytest.raises(WrongUse, match="a night there are 24 hours"):
        week.check_balance({"rest_hours": 49})


def test_the_guardrails_hold_whatever_one_means_to_do() -> None:
    week = WellbeingPlan(work_hours=60, rest_hours=5)
    balance = week.check_balance({"work_hours": 60, "rest_hours": 5})
    assert (balance["work_hours"], balance["rest_hours"]) == ("over", "under")
    assert [c.source for c in balance.compared] == ["who-ilo-hours", "aasm-sleep"]
    part_time = WellbeingPlan(work_hours=20)
    assert part_time.check_balance({"work_hours": 30})["work_hours"] == "over"
    assert part_time.check_balance({"work_hours": 0})["work_hours"] == "balanced"
    assert WellbeingPlan(social_hours=0).check_balance({"social_hours": 0})["social_hours"] == "balanced"
    assert WellbeingPlan(learning_hours=0).check_balance({"learning_hours": SLACK})["learning_hours"] == "balanced"


def test_recommendations_come_from_a_status_or_from_the_guides_dictionary() -> None:
    week = WellbeingPlan()
    balance = week.check_balance({"work_hours": 49.5, "rest_hours": 5, "social_hours": 5})
    steps = week.get_wellbeing_recommendations(balance)
    assert list(steps) == [
        "Learn less until the nights are longer.",
        "Set an end of the working day for two days of the week.",
    ]
    plain = week.get_wellbeing_recommendations(
        {"work_hours": "over", "social_hours": "balanced", "rest_hours": "under"}
    )
    assert len(plain) == 2
    assert list(week.get_wellbeing_recommendations(week.check_balance({}))) == []
    assert balance.get("learning_hours") is None
    with pytest.raises(WrongUse, match="none of under, balanced, over"):
        week.get_wellbeing_recommendations({"work_hours": "much"})


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"sleep": 8}, "there is no category 'sleep' .use work_hours, learning_hours"),
        ({"work_hours": -1}, "work_hours -1 is no time"),
        ({"work_hours": "many"}, "'many' is no number of hours"),
        ({"work_hours": 140, "rest_hours": 8}, "add up to 196 a week, and a week has 168"),
        ([], "actual_hours is no dictionary"),
    ],
)
def test_a_week_that_cannot_be_is_refused(hours: dict[str, float], said: str) -> None:
    with pytest.raises(WrongUse, match=said):
        WellbeingPlan().check_balance(hours)


def test_targets_can_be_set_anew_and_slips_are_caught() -> None:
    week = WellbeingPlan()
    week.work_hours = 32
    assert week.check_balance({"work_hours": 40})["work_hours"] == "over"
    with pytest.raises(WrongUse, match="no category 'wrok_hours'"):
        week.wrok_hours = 3  # type: ignore[attr-defined]
    with pytest.raises(WrongUse, match="rest_hours 30"):
        week.rest_hours = 30
