"""Each rule of a sound catalog finds what breaks it, and says where."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from headway.catalog.checks import CHECKS, check_catalog
from headway.catalog.model import Catalog, Skill
from headway.catalog.references import ESSENTIAL
from headway.errors import Problem
from headway.values import Basis, Hours, Kind, Level, Map

TOY = Path(__file__).parent.parent / "catalog_toy"


def messages(catalog: Catalog) -> list[str]:
    return [problem.message for problem in check_catalog(catalog)]


def with_skill(catalog: Catalog, slug: str, **changes: Any) -> Catalog:
    return catalog.change(skills=Map({**catalog.skills, slug: catalog.skills[slug].change(**changes)}))


def without(catalog: Catalog, kind: str, *slugs: str) -> Catalog:
    kept = {slug: thing for slug, thing in getattr(catalog, kind).items() if slug not in slugs}
    return catalog.change(**{kind: Map(kept)})


def with_need(catalog: Catalog, key: str, skill: str, **changes: Any) -> Catalog:
    """The catalog with one need of one role stage changed."""
    old = catalog.role_stages[key]
    needs = tuple(need.change(**changes) if need.skill == skill else need for need in old.needs)
    role = catalog.roles[old.role]
    stages = tuple(old.change(needs=needs) if stage.key == key else stage for stage in role.stages)
    return catalog.change(roles=Map({**catalog.roles, role.slug: role.change(stages=stages)}))


def test_the_toy_catalog_is_sound(toy: Catalog) -> None:
    assert check_catalog(toy) == ()
    assert len(ESSENTIAL) + len(CHECKS) >= 15


def test_a_step_that_nothing_teaches_is_told_with_a_role_that_needs_it(toy: Catalog) -> None:
    problem, waiting = check_catalog(without(toy, "activities", "mentor-somebody"))
    assert waiting.message.startswith("people-management is taught to awareness, but")
    assert problem.message.startswith("nothing teaches mentoring to working (for ")
    assert "practitioner (for " in problem.message
    assert problem.file == "skills/soft.toml"


def test_the_prerequisites_of_what_is_needed_must_be_taught_too(toy: Catalog) -> None:
    bare = without(toy, "activities", "statistics-one", "statistics-two")
    only = bare.change(roles=Map({"ml-engineer": bare.roles["ml-engineer"]}))
    assert all(need.skill != "statistics" for stage in only.role_stages.values() for need in stage.needs)
    assert any(message.startswith("nothing teaches statistics to awareness") for message in messages(only))


def test_one_taught_alternative_is_enough(toy: Catalog) -> None:
    assert check_catalog(without(toy, "activities", "tensorflow-course")) == ()


def test_a_retired_course_teaches_nothing(toy: Catalog) -> None:
    retired = {slug: a.change(retired="2025-01") if slug == "go-start" else a for slug, a in toy.activities.items()}
    told = messages(toy.change(activities=Map(retired)))
    assert any("go is taught to" in message for message in told)


def test_activities_that_wait_for_each_other_are_told(toy: Catalog) -> None:
    pandas = toy.activities["pandas-course"].change(requires=Map({"pandas": Level.AWARENESS}))
    told = messages(toy.change(activities=Map({**toy.activities, "pandas-course": pandas})))
    assert told == ["pandas is taught to awareness, but what must be held before that cannot be reached"]


def test_a_later_stage_that_asks_for_less_is_told_unless_its_basis_says_why(toy: Catalog) -> None:
    key, skill = "ml-engineer:senior", "sql"
    less = with_need(toy, key, skill, level=Level.AWARENESS)
    (problem,) = check_catalog(less)
    assert problem.message == "senior asks for awareness, mid already for working"
    assert (problem.file, problem.field) == ("roles/ml-engineer.toml", "individual.senior.needs.sql")
    why = Basis(kind=Kind.JUDGED, source="headway", date="2026-11", note="others do it by then")
    explained = with_need(toy, key, skill, level=Level.AWARENESS, level_basis=why)
    assert not any("senior asks" in message for message in messages(explained))


def test_an_alias_of_two_skills_is_told_with_both(toy: Catalog) -> None:
    (problem,) = check_catalog(with_skill(toy, "sql", aliases=("Torch",)))
    assert problem.message == "'torch' is also a name of sql (skills/languages.toml)"
    assert problem.field == "pytorch.aliases"


def test_an_ambiguous_form_must_not_be_a_plain_name_of_another_skill(toy: Catalog) -> None:
    told = messages(with_skill(toy, "sql", aliases=("go",)))
    assert told == ["'Go' is also a name of sql (skills/languages.toml)"]


def test_an_ambiguous_form_is_not_a_plain_alias_as_well(toy: Catalog) -> None:
    assert messages(with_skill(toy, "go", aliases=("golang", "GO"))) == ["'Go' is an ambiguous form and a plain alias"]


def test_two_skills_may_share_a_form_that_both_declare_ambiguous(toy: Catalog) -> None:
    go = toy.skills["go"].ambiguous
    assert check_catalog(with_skill(toy, "sql", ambiguous=go)) == ()


def test_a_title_leads_to_one_role_at_a_stage(toy: Catalog) -> None:
    role = toy.roles["ai-engineer"].change(aliases=("ML Engineer",))
    told = messages(toy.change(roles=Map({**toy.roles, "ai-engineer": role})))
    assert len(told) == 1
    assert "is also of" in told[0]


def test_hours_must_not_fall_from_step_to_step(toy: Catalog) -> None:
    effort = toy.efforts["tool"]
    hours = Map({**effort.hours, Level.EXPERT: Hours(p10=1, p50=1, p90=1)})
    told = messages(toy.change(efforts=Map({**toy.efforts, "tool": effort.change(hours=hours)})))
    assert told == ["expert takes 1 h, practitioner already 30 h"]


def test_an_effort_profile_has_all_four_levels(toy: Catalog) -> None:
    effort = toy.efforts["tool"]
    hours = Map({level: hours for level, hours in effort.hours.items() if level is not Level.EXPERT})
    told = messages(toy.change(efforts=Map({**toy.efforts, "tool": effort.change(hours=hours)})))
    assert told == ["has no hours for expert"]


def test_a_soft_skill_says_what_one_can_see(toy: Catalog) -> None:
    (problem,) = check_catalog(with_skill(toy, "mentoring", indicators=Map({Level.WORKING: "Guides somebody."})))
    assert problem.message == "has no indicator for awareness, practitioner"


def test_a_stage_needs_something(toy: Catalog) -> None:
    role = toy.roles["ai-developer"]
    bare = role.change(stages=tuple(stage.change(needs=()) for stage in role.stages))
    told = messages(toy.change(roles=Map({**toy.roles, "ai-developer": bare})))
    assert told == ["has no needs", "has no needs"]
    none = toy.change(roles=Map({**toy.roles, "ai-developer": role.change(stages=())}))
    assert messages(none) == ["has no stage"]


def test_a_role_names_a_family_and_pay_codes_that_have_figures(toy: Catalog) -> None:
    told = messages(toy.change(wages=(), demand=()))
    assert "no wages of 15-2051" in told
    assert "no demand family ml-engineer" in told


def test_a_count_of_a_skill_that_is_gone_is_told(toy: Catalog) -> None:
    row = toy.demand[0].change(skill="cobol")
    assert messages(toy.change(demand=(*toy.demand, row))) == ["no skill cobol"]


def test_a_licence_that_asks_for_attribution_gets_it(toy: Catalog) -> None:
    source = toy.sources["toy-academy"].change(licence="CC BY 4.0")
    told = messages(toy.change(sources=Map({**toy.sources, "toy-academy": source})))
    assert told == ["CC BY 4.0 asks for an attribution"]


def test_a_former_slug_is_not_given_to_another_role(toy: Catalog) -> None:
    role = toy.roles["ai-developer"].change(formerly=("ai-engineer",))
    assert messages(toy.change(roles=Map({**toy.roles, "ai-developer": role}))) == ["ai-engineer is a role"]


def test_every_circle_is_found_and_each_only_once() -> None:
    def skill(slug: str, *requires: str) -> Skill:
        return Skill(
            slug=slug,
            name=slug,
            kind="concept",
            family="toy",
            effort="tool",
            requires=Map(dict.fromkeys(requires, Level.WORKING)),
        )

    skills = [skill("a", "b"), skill("b", "c"), skill("c", "a"), skill("d", "e"), skill("e", "d"), skill("f", "f")]
    catalog = Catalog(
        digest="", sources=Map(), efforts=Map(), skills=Map({s.slug: s for s in skills}), roles=Map(), activities=Map()
    )
    circles = [m for m in messages(catalog) if "circle" in m]
    assert len(circles) == 3
    assert all(m.split(": ")[1].split(" -> ")[0] == m.split(" -> ")[-1] for m in circles)


def test_the_command_prints_every_problem_and_exits_with_one(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "headway.catalog.checks"]
    sound = subprocess.run([*run, str(TOY)], capture_output=True, text=True, check=False)
    assert (sound.returncode, sound.stderr) == (0, "")
    assert sound.stdout.startswith("10 roles, 37 skills")
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "mine.toml").write_text('[sql2]\nname = "ANSI SQL"\nkind = "language"\neffort = "no"\n')
    faulty = subprocess.run([*run, str(TOY), str(tmp_path)], capture_output=True, text=True, check=False)
    assert faulty.returncode == 1
    assert "mine.toml:4 [sql2.effort]: no effort profile no" in faulty.stdout
    assert "mine.toml:1 [sql2.aliases]: 'ansi sql' is also a name of sql" in faulty.stdout
    assert faulty.stdout.splitlines()[-1].endswith("2 problems")


def test_problems_read_as_one_line_each(toy: Catalog) -> None:
    problems = check_catalog(without(toy, "activities", "mentor-somebody", "lead-a-team"))
    assert problems
    assert all(isinstance(problem, Problem) and "\n" not in str(problem) for problem in problems)
