"""Short sentences, phrases that contradict no name, addresses that can be opened."""

from __future__ import annotations

from headway.catalog.model import Ambiguity, Catalog
from headway.catalog.wording import (
    LONGEST_LINE,
    LONGEST_SENTENCE,
    find_contradicting_phrases,
    find_long_sentences,
    find_odd_addresses,
    find_uncued_forms,
)
from headway.values import Map


def test_a_summary_may_have_several_sentences_but_no_long_one(toy: Catalog) -> None:
    role = toy.roles["data-analyst"]
    fair, long = "word " * LONGEST_SENTENCE, "word " * (LONGEST_SENTENCE + 1)
    for summary, faults in ((f"{fair.strip()}. {fair}", 0), (long, 1)):
        catalog = toy.change(roles=Map({role.slug: role.change(summary=summary)}))
        found = [(p.file, p.field) for p in find_long_sentences(catalog)]
        assert found == [("roles/data-analyst.toml", "summary")] * faults


def test_a_line_of_a_list_is_shorter_still(toy: Catalog) -> None:
    role = toy.roles["data-analyst"]
    stages = (role.stages[0].change(responsibilities=("word " * (LONGEST_LINE + 1),)), *role.stages[1:])
    catalog = toy.change(roles=Map({role.slug: role.change(stages=stages)}))
    (problem,) = find_long_sentences(catalog)
    assert problem.message.startswith("a sentence of 21 words: word word")


def test_what_rules_a_skill_out_is_no_name_of_another(toy: Catalog) -> None:
    guarded = Ambiguity(forms=("Snake",), cues=("code",), never=("Structured  query language", "snake oil"))
    python = toy.skills["python"].change(ambiguous=guarded)
    sql = toy.skills["sql"].change(aliases=("structured query language",))
    (problem,) = find_contradicting_phrases(toy.change(skills=Map({"python": python, "sql": sql})))
    assert problem.message == "'Structured  query language' rules out python, and is a name of sql"
    assert problem.field == "python.ambiguous.never"


def test_an_address_has_a_host_with_a_domain(toy: Catalog) -> None:
    activity = next(iter(toy.activities.values()))
    for url, faults in (("https://example.org/a?b=c", 0), ("https://localhost/a", 1), ("https://me@example.org", 1)):
        catalog = toy.change(activities=Map({activity.slug: activity.change(url=url)}))
        assert len(list(find_odd_addresses(catalog))) == faults


def test_a_name_that_may_mean_other_things_says_when_it_means_the_skill(toy: Catalog) -> None:
    bare = toy.skills["python"].change(ambiguous=Ambiguity(forms=("Snake",)))
    (problem,) = find_uncued_forms(toy.change(skills=Map({**toy.skills, "python": bare})))
    assert problem.message == "Snake may mean other things, and nothing says when they do not"
    assert (problem.file, problem.field) == ("skills/languages.toml", "python.ambiguous")
    assert list(find_uncued_forms(toy)) == []
