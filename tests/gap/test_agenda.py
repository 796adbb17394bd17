"""What to do about a gap: three lists, each open need in one of them, with a next step that can be started."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.gap.agenda import Agenda, list_todos
from headway.gap.measure import measure_gap
from headway.gap.needs import held_levels
from headway.profile.model import Profile, SkillClaim
from headway.values import Level, Map

W, P = Level.WORKING, Level.PRACTITIONER
Person = Callable[..., Profile]
Plan = Callable[..., Agenda]


@pytest.fixture
def agenda(toy: Catalog, today: date) -> Plan:
    def run(profile: Profile, target: str = "ml-engineer:mid") -> Agenda:
        report = measure_gap(profile, find_role_stage(target, toy), toy, today)
        return list_todos(report, held_levels(profile), toy)

    return run


def test_every_open_need_stands_in_one_list(agenda: Plan, person: Person, toy: Catalog, today: date) -> None:
    profile = person(python=P, sql=W, docker=Level.AWARENESS)
    lists = agenda(profile)
    listed = [todo.need for todos in (lists.prove, lists.refresh, lists.learn) for todo in todos]
    report = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
    assert len(listed) > 5
    assert sorted(listed) == sorted(item.skill for item in report.open)


def test_a_bare_claim_is_to_be_proved_with_something_that_leaves_a_proof(
    agenda: Plan, person: Person, claim: Callable[..., SkillClaim]
) -> None:
    lists = agenda(person().change(claims=(claim("python", P, proven=False),)))
    python = next(todo for todo in lists.prove if todo.need == "python")
    assert python.next.startswith("Write where you used Python")
    assert python.hours.p50 == 0
    assert python.activity is None or python.proof


def test_a_skill_long_unused_is_to_be_refreshed(agenda: Plan, person: Person, claim: Callable[..., SkillClaim]) -> None:
    lists = agenda(person().change(claims=(claim("python", P, last_used="2019-01"),)))
    assert [todo.need for todo in lists.refresh] == ["python"]
    assert "once more" in lists.refresh[0].next


def test_what_a_skill_stands_on_is_the_next_step_to_it(agenda: Plan, person: Person, toy: Catalog) -> None:
    lists = agenda(person(sql=W))
    deeper = [todo for todo in lists.learn if todo.skill not in (todo.need, *toy.skills[todo.need].broader)]
    assert deeper, "somebody without Python has to begin with what others stand on"
    for todo in deeper:
        assert todo.next.startswith(("First ", toy.skills[todo.skill].name))


def test_silence_about_soft_skills_comes_last_among_what_to_prove(
    agenda: Plan, person: Person, claim: Callable[..., SkillClaim]
) -> None:
    lists = agenda(person().change(claims=(claim("git", W, proven=False),)))
    assert lists.prove[0].need == "git"
    assert lists.prove[-1].status == "unseen"


def test_the_points_to_gain_are_what_readiness_lacks(agenda: Plan, person: Person, toy: Catalog, today: date) -> None:
    profile = person(python=P, sql=W, git=W, docker=W)
    lists = agenda(profile)
    report = measure_gap(profile, find_role_stage("ml-engineer:mid", toy), toy, today)
    assert report.readiness
    gain = sum(todo.worth for todos in (lists.prove, lists.refresh, lists.learn) for todo in todos)
    assert gain == pytest.approx(100 * (1 - report.readiness.mid))


def test_for_awareness_alone_nobody_is_sent_through_a_long_course(person: Person, toy: Catalog, today: date) -> None:
    stages = [stage for stage in toy.role_stages.values() if any(n.level is Level.AWARENESS for n in stage.needs)]
    assert stages
    for stage in stages:
        profile = person(python=W)
        report = measure_gap(profile, stage, toy, today)
        for todo in list_todos(report, held_levels(profile), toy).learn:
            if todo.level is Level.AWARENESS and todo.activity_hours:
                assert todo.activity_hours.p50 <= 4 * toy.hours(todo.skill, Level.AWARENESS).p50


def test_what_is_made_for_other_targets_is_passed_over(person: Person, toy: Catalog, today: date) -> None:
    stage = find_role_stage("ml-engineer:mid", toy)
    asked = {skill for need in stage.needs for skill in need.skills}
    other = [slug for slug in toy.skills if slug not in asked][:2]
    like = next(iter(toy.activities.values()))
    bare: dict[str, Any] = {"stages": (), "proof": None, "validity": None, "requires": {}, "kind": "course"}
    straight = {"slug": "straight", "hours": {"p10": 7, "p50": 7, "p90": 7}, "covers": {"python": "practitioner"}}
    astray = {
        "slug": "astray",
        "hours": {"p10": 4, "p50": 4, "p90": 4},
        "covers": {"python": "practitioner", **dict.fromkeys(other, "awareness")},
    }
    offered = toy.change(activities=Map({o["slug"]: like.change(**(bare | o)) for o in (straight, astray)}))
    profile = person(python=W)
    todos = list_todos(measure_gap(profile, stage, offered, today), held_levels(profile), offered).learn
    assert [todo.activity for todo in todos if todo.skill == "python"] == ["straight"]
