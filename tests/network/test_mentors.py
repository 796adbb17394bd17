"""Mentors: a stage above in the wanted skill, willing, with room; else where to look. And the plan and drafts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.errors import WrongUse
from headway.network.cadence import Keyed
from headway.network.drafts import TEMPLATES, DraftKind, write_draft
from headway.network.mentors import Meeting, Search, find_mentors
from headway.network.model import Contact, Willing
from headway.network.plan import REACHED, plan_network
from headway.values import Stage

TODAY = date(2026, 11, 23)
NAMES = {"rag": "RAG", "pytorch": "PyTorch", "deep-learning": "Deep learning"}


def knows(name: str, skill: str = "rag", stage: str = "senior", **fields: object) -> Keyed:
    known = {"name": name, "added_on": "2026-01-01", "expertise": {skill: stage}, "willing": "yes", **fields}
    return name.lower(), Contact.model_validate(known)


def search(*people: Keyed, own: Stage = Stage.MID, skill: str = "rag", **more: object) -> Search:
    return find_mentors(people, skill, NAMES, own, TODAY, **more)  # type: ignore[arg-type]


def names(found: object) -> list[str]:
    return [one.name for one in found]  # type: ignore[attr-defined]


def test_a_mentor_is_above_in_the_skill_willing_and_has_room() -> None:
    found = search(
        knows("Above"),
        knows("Peer", stage="mid"),
        knows("Elsewhere", skill="pytorch"),
        knows("Unasked", willing="unasked"),
        knows("Unwilling", willing="no"),
        knows("Full", room=1, mentees=1),
        knows("Refused", consent="refused"),
        knows("A club", kind="community"),
    )
    assert found.least is Stage.SENIOR
    assert names(found.candidates) == ["Above"]
    assert names(found.ask_first) == ["Unasked"]
    assert names(found.full) == ["Full"]
    assert found.candidates[0].reasons[:2] == ("senior in RAG", "willing, room for 1")


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Stage)), st.sampled_from(list(Willing)), st.integers(0, 2), st.integers(0, 2)),
        max_size=8,
    ),
    st.sampled_from(list(Stage)),
)
def test_nobody_is_named_who_is_not_above_willing_and_free(
    people: list[tuple[Stage, Willing, int, int]], own: Stage
) -> None:
    kept = [
        knows(f"P{number}", stage=stage, willing=willing, room=room, mentees=mentees)
        for number, (stage, willing, room, mentees) in enumerate(people)
    ]
    right = {key for key, c in kept if c.expertise["rag"] > own and c.willing is Willing.YES and c.mentees < c.room}
    assert {one.key for one in search(*kept, own=own).candidates} == right


def test_nearer_ties_and_then_nearer_stages_come_first() -> None:
    lately = {"touches": [{"on": TODAY - timedelta(days=9)}]}
    far = knows("Far", stage="leadership", **lately)
    near = knows("Near", **lately)
    close = knows("Close", stage="leadership", tier="close", **lately)
    mine = knows("Mine", mentorship={"side": "mentor", "since": "2026-01-01"}, mentees=1)
    assert names(search(knows("New"), far, near, close, mine).candidates) == ["Mine", "Close", "Near", "Far", "New"]


def test_who_knows_a_part_of_the_skill_counts_and_it_is_said() -> None:
    found = search(knows("Ada", skill="pytorch"), skill="deep-learning", parts=frozenset({"pytorch"}))
    assert found.candidates[0].reasons[0] == "senior in PyTorch, a part of Deep learning"


def test_at_the_top_there_are_only_peers() -> None:
    found = search(knows("Ada", stage="leadership"), own=Stage.LEADERSHIP)
    assert (found.least, found.candidates) == (None, ())
    assert "peers" in found.says


def test_without_anybody_it_says_where_to_look() -> None:
    there = knows("There", skill="pytorch", organisation="Fir Labs", former=["Oak"])
    once = knows("Once", skill="pytorch", organisation="Elm", former=["fir labs"])
    found = search(once, there, companies=["Fir Labs"], places=["Oak"], meetings=[CLUB])
    assert [(one.name, one.through) for one in found.introductions] == [
        ("There", "works at Fir Labs; you were both at Oak"),
        ("Once", "was at fir labs"),
    ]
    assert found.meetings == (CLUB,)
    assert "Nobody you keep" in found.says


CLUB = Meeting(slug="club", name="A club", kind="meetup", cadence="monthly", url="https://example.com/club")
FORUM = Meeting(slug="forum", name="A forum", kind="forum", cadence="daily", url="https://example.com/forum")


def test_a_plan_reaches_two_a_month_and_repeats_nobody() -> None:
    due = [knows(f"Due {n}", tier="close") for n in range(4)]
    weak = [knows(f"Weak {n}", touches=[{"on": "2025-01-01"}]) for n in range(2)]
    old = [knows(f"Old {n}", touches=[{"on": "2020-01-01"}]) for n in range(2)]
    plan = plan_network([*due, *weak, *old], "a goal", [search(*due)], [FORUM, CLUB], TODAY, 3)
    written = [move for move in plan.moves if move.what.startswith("Write to")]
    assert len(written) == 3 * REACHED == len({move.key for move in written})
    assert {str(move.month) for move in plan.moves} == {"2026-12", "2027-01", "2027-02"}
    assert [move.community for move in plan.moves if move.community] == ["forum", "club"]
    assert [move.what for move in plan.moves if "Ask" in move.what] == ["Ask Due 0 for half an hour on RAG."]
    assert plan.hours == round(sum(move.hours for move in plan.moves) / 13, 1)
    assert all(move.why for move in plan.moves)


def test_a_plan_asks_another_one_each_month_where_there_is_another() -> None:
    both = {"rag": "senior", "pytorch": "senior"}
    people = [knows("Ada", expertise=both), knows("Bo", expertise={"pytorch": "senior"})]
    found = [search(*people, skill="rag"), search(*people, skill="pytorch"), search(*people, skill="pytorch")]
    plan = plan_network(people, "a goal", found, [], TODAY, 3)
    asked = [move.what for move in plan.moves if move.what.startswith("Ask")]
    assert asked == [
        "Ask Ada for half an hour on RAG.",
        "Ask Bo for half an hour on PyTorch.",
        "Ask Ada for half an hour on PyTorch.",
    ]


def test_a_plan_without_anybody_begins_with_getting_to_know_people() -> None:
    plan = plan_network([], "a goal", [], [], TODAY, 1)
    assert plan.moves[0].what == "Get to know 2 people who do the work you aim at."


def test_a_draft_fills_in_what_is_known_and_marks_what_is_not() -> None:
    _, ada = knows("Ada Holm", organisation="Fir", touches=[{"on": "2026-02-03"}])
    draft = write_draft(TEMPLATES[DraftKind.RECONNECT], ada, {"goal": "a role in ML"}, TODAY)
    assert "Hello Ada," in draft.text
    assert "last in touch in February 2026" in draft.text
    assert draft.open == ("reason",)
    assert "[reason]" in draft.text


def test_a_template_is_text_and_runs_nothing() -> None:
    _, ada = knows("{goal.__class__} Holm")
    draft = write_draft("{name} {name.__class__} {0} {{goal}} {goal}", ada, {"goal": "{name}"}, TODAY)
    assert draft.text == "{goal.__class__} Holm {name.__class__} {0} {{name}} {name}"


def test_a_template_has_a_bound() -> None:
    with pytest.raises(WrongUse, match="no message"):
        write_draft("x" * 10_001, knows("Ada")[1], {}, TODAY)
