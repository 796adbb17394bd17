"""Which strings are names of skills: word edges, longest wins, other spellings, names that are also words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.catalog.model import Ambiguity, Catalog, Skill, SkillKind
from headway.skills.fold import fold
from headway.skills.forms import TOOL_LIKE, fold_name, spell
from headway.skills.lexicon import Lexicon, Term, Trust, build_lexicon, compile_terms, search
from headway.skills.read import find_mentions

Names = Callable[[str], list[tuple[str, str]]]
Skills = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firmware in C, C++ and C#.", ["c", "cpp", "c-sharp"]),
        ("Wrote C++17 and C# code", ["cpp", "c-sharp"]),
        ("Services in C++.", ["cpp"]),
        ("C/C++ drivers", ["c", "cpp"]),
        ("We moved to .NET, then to .NET 8.", ["dotnet", "dotnet"]),
        ("ASP.NET and VB.NET only", []),
        ("Servers in Node.js.", ["node"]),
        ("nodejs, node js and Node.JS", ["node", "node", "node"]),
        ("three.js and d3.js scenes", ["three"]),
        ("1.SQL 2.JS", ["sql", "javascript"]),
        ("Plain JS and three.js", ["javascript", "three"]),
        ("MySQL, NoSQL, SQLite and sqlx", []),
        ("Kubernetesque clusters", []),
        ("Ends with SQL.", ["sql"]),
        ("SQL: yes. (SQL) [SQL] 'SQL' SQL; SQL!", ["sql"] * 6),
        ("python3 scripts, SQL", ["python", "sql"]),
        ("@docker, $docker, +sql", []),
    ],
)
def test_a_name_counts_between_word_edges_only(skills: Skills, text: str, expected: list[str]) -> None:
    assert skills(text) == expected


def test_a_name_in_other_letters_or_of_signs_is_found_where_it_stands_alone() -> None:
    terms = {form: Term(form, Trust.PLAIN, tool_like=False, soft=False) for form in ("данные", "1с", "é", "++")}
    lexicon = compile_terms(terms, tuple(terms), dict(enumerate(terms.values())))
    seen = search(fold("Данные; 1С, (é) и ++ : данных, 11с, éa, a++"), lexicon)
    assert [term.skill for _, _, term in seen.hits] == ["данные", "1с", "é", "++"]


def test_a_version_glued_to_a_name_belongs_to_it(names: Names) -> None:
    assert names("Know SQL and python3.11 well") == [("sql", "SQL"), ("python", "python3.11")]


def test_the_longest_name_wins_after_the_edges_are_checked(names: Names) -> None:
    assert names("Uses machine learning theory") == [("machine-learning", "machine learning")]
    assert names("Has time series analysis skills") == [("time-series", "time series analysis")]
    assert names("Deep learning theory") == [("learning-theory", "learning theory")]
    assert names("Uses machine learning-theoryx") == [("machine-learning", "machine learning")]


@pytest.mark.parametrize(
    "text",
    [
        "Has power bi and SQL",
        "Has Power-BI and SQL",
        "Has PowerBI and SQL",
        "Has POWER BI and SQL",
        "Has Power\u00a0BI and SQL",
        "Has power_bi and SQL",
        "Has Power  BI and SQL",
        "Has Power- BI and SQL",
        "Has long words in this line so that it is broken by its layout: Power\nBI and SQL",
    ],
)
def test_a_name_is_known_in_every_spacing(skills: Skills, text: str) -> None:
    assert skills(text) == ["power-bi", "sql"]


def test_two_short_lines_are_two_items_not_one_name(skills: Skills) -> None:
    assert skills("Machine\nlearning") == []


@pytest.mark.parametrize(
    ("name", "kind", "forms"),
    [
        ("CI/CD", SkillKind.PRACTICE, {"ci/cd", "ci / cd", "ci cd", "cicd"}),
        ("Vue.js", SkillKind.LIBRARY, {"vue.js", "vuejs", "vue js"}),
        ("Power BI", SkillKind.TOOL, {"power bi", "powerbi"}),
        ("Neural network", SkillKind.CONCEPT, {"neural network", "neural networks", "neuralnetwork"}),
        ("Neural networks", SkillKind.CONCEPT, {"neural networks", "neural network"}),
        ("Data visualisation", SkillKind.PRACTICE, {"data visualisation", "data visualization"}),
        ("Data labeling", SkillKind.PRACTICE, {"data labeling", "data labelling"}),
        ("Research & development", SkillKind.PRACTICE, {"research & development", "research and development"}),
        ("Data strategy", SkillKind.PRACTICE, {"data strategy", "data strategies"}),
        ("Data strategies", SkillKind.PRACTICE, {"data strategies", "data strategy"}),
    ],
)
def test_a_name_is_spelt_in_other_ways(name: str, kind: SkillKind, forms: set[str]) -> None:
    assert forms <= {fold_name(name), *spell(fold_name(name), kind in TOOL_LIKE, own=True)}


def test_only_proper_and_own_names_are_written_as_one_word() -> None:
    assert "powerbi" in spell("power bi", proper=True, own=False)
    assert "machinelearning" in spell("machine learning", proper=False, own=True)
    assert "statisticallearning" not in spell("statistical learning", proper=False, own=False)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Keras", SkillKind.LIBRARY),
        ("Kubernetes", SkillKind.PLATFORM),
        ("Statistics", SkillKind.CONCEPT),
        ("DevOps", SkillKind.PRACTICE),
        ("Data analysis", SkillKind.CONCEPT),
    ],
)
def test_a_proper_name_or_a_word_that_only_looks_plural_has_no_singular(name: str, kind: SkillKind) -> None:
    form = fold_name(name)
    assert not {form[:-1], form + "s"} & set(spell(form, kind in TOOL_LIKE, own=True))


@pytest.mark.parametrize(
    "text",
    [
        "I go home early.",
        "Go home early.",
        "We R one team.",
        "Section C of the form, page R.",
        "I excel at games. Excel at what you do.",
        "A spark of joy. Spark interest in others.",
        "The REST of us. REST now.",
        "Work in R&D and C-level talks, plan-C.",
        "The python at the zoo. Python sleeps.",
        "A snowflake falls on java island.",
    ],
)
def test_a_name_that_is_a_word_does_not_count_alone(skills: Skills, text: str) -> None:
    assert skills(text) == []


@pytest.mark.parametrize(
    ("text", "skill", "rule"),
    [
        ("Wrote Go services for payments", "go", "language-word"),
        ("Tools written in Go", "go", "experience-word"),
        ("Go with many goroutines", "go", "cue-near"),
        ("Go, Docker", "go", "list-neighbour"),
        ("Go 1.22 since May", "go", "version"),
        ("Microsoft Excel since May", "excel", "vendor"),
        ("Retail experience a plus", "retail", "field-word"),
        ("Excel and pivot tables", "excel", "cue-near"),
        ("Spark, Hadoop", "spark", "cue-near"),
        ("Built REST with HTTP", "rest", "cue-near"),
        ("REST / SQL", "rest", "list-neighbour"),
        ("Statistics in R", "r", "cue-near"),
        ("Docker, R", "r", "list-neighbour"),
        ("- Docker\n- R\n- SQL", "r", "list-neighbour"),
        ("â\x80¢ Docker â\x80¢ R", "r", "list-neighbour"),
        ("python, SQL", "python", "list-neighbour"),
        ("Experience with python", "python", "experience-word"),
        ("Python developer", "python", "job-title"),
        ("Languages: Python", "python", "experience-word"),
        ("Python (3 years)", "python", "annotated"),
        ("Python: advanced", "python", "annotated"),
        ("Expert: Python", "python", "annotated"),
        ("Currently learning Go at night", "go", "experience-word"),
        ("python, java, snowflake", "java", "list-of-names"),
    ],
)
def test_support_makes_a_doubtful_name_count_and_names_its_rule(
    find: Callable[..., tuple[object, ...]], text: str, skill: str, rule: str
) -> None:
    assert [(m.skill, m.rule) for m in find(text) if m.skill == skill][:1] == [(skill, rule)]  # type: ignore[attr-defined]


def test_a_list_of_names_needs_three_of_them_and_nothing_else_in_it(skills: Skills) -> None:
    assert skills("python, java, snowflake") == ["python", "java", "snowflake"]
    assert skills("python, java") == []
    assert skills("the python, a java, one snowflake") == []
    assert skills("python, python, java") == []


@pytest.mark.parametrize("space", ["\xa0", "\r", "\x0b", "\u2028" * 9])
def test_a_text_may_begin_with_any_space(skills: Skills, space: str) -> None:
    assert skills(f"{space}go, SQL") == ["go", "sql"]


def test_a_measure_of_something_is_no_skill_whatever_stands_near(skills: Skills) -> None:
    assert skills("Spark of hope, Hadoop and SQL") == ["sql"]
    assert skills("Spark on Hadoop and SQL") == ["spark", "sql"]


def test_a_field_needs_a_word_that_makes_it_one(skills: Skills) -> None:
    assert skills("Retail knowledge") == ["retail"]
    assert skills("Retail, knowledge") == []
    assert skills("Retail is hard") == []


def test_an_ambiguous_name_counts_in_its_exact_case_only(skills: Skills) -> None:
    assert skills("SQL, Docker and go") == ["sql", "docker"]
    assert skills("SQL, Docker and Go") == ["sql", "docker", "go"]
    assert skills("golang") == ["go"]


def test_a_second_mention_counts_by_the_first(skills: Skills) -> None:
    assert skills("Tools in Go and SQL. Later we moved all of Go to another team.") == ["go", "sql", "go"]


def test_three_sure_skills_make_a_small_word_count(skills: Skills) -> None:
    assert skills("We run Docker. We like SQL. We know Kubernetes. Then snowflake came.")[-1] == "snowflake"
    assert skills("We run Docker. Then snowflake came.") == ["docker"]


@pytest.mark.parametrize("text", ["Docker, Go live soon, SQL", "Docker and Vitamin C, SQL", "Docker and SQL, R&D"])
def test_a_phrase_that_rules_the_skill_out_is_passed_over(skills: Skills, text: str) -> None:
    assert skills(text) == ["docker", "sql"]


def test_a_phrase_rules_out_its_own_skill_alone(
    skill: Callable[..., Skill], catalog_of: Callable[..., Catalog]
) -> None:
    both = catalog_of(
        skill("go", "Go", ambiguous=Ambiguity(forms=("Go",), cues=("Docker",), never=("Go to market",))),
        skill("market", "Market research", SkillKind.PRACTICE, aliases=["to market"]),
    )
    found = find_mentions("Docker and Go to market", build_lexicon(both))
    assert [m.skill for m in found] == ["market"]


def test_the_mention_keeps_the_name_as_the_catalog_writes_it(find: Callable[..., tuple[object, ...]]) -> None:
    assert [(m.skill, m.surface, m.name) for m in find("Has K8S and neural network skills")] == [  # type: ignore[attr-defined]
        ("kubernetes", "K8S", "k8s"),
        ("neural-networks", "neural network", "Neural networks"),
    ]


def test_a_written_name_outranks_a_derived_one(skill: Callable[..., Skill], catalog_of: Callable[..., Catalog]) -> None:
    both = catalog_of(
        skill("reports", "Report", SkillKind.PRACTICE),
        skill("crystal", "Reports", SkillKind.TOOL),
    )
    assert [m.skill for m in find_mentions("Wrote reports, a report", build_lexicon(both))] == ["crystal", "reports"]


def test_an_acronym_that_ends_in_s_is_no_plural(
    skill: Callable[..., Skill], catalog_of: Callable[..., Catalog]
) -> None:
    lexicon = build_lexicon(catalog_of(skill("etcs", "ETCS", SkillKind.DOMAIN), skill("gpu", "GPU", SkillKind.CONCEPT)))
    assert [m.skill for m in find_mentions("Docker etc. and ETCS, two GPUs", lexicon)] == ["etcs", "gpu"]


def test_pets_and_trades_do_not_make_a_technical_text(
    skill: Callable[..., Skill], catalog_of: Callable[..., Catalog]
) -> None:
    care, pet = SkillKind.PRACTICE, SkillKind.LIBRARY
    lexicon = build_lexicon(
        catalog_of(
            *(skill(n.split()[0], n, care) for n in ("milking", "shearing", "tending")), skill("pandas", "pandas", pet)
        )
    )
    assert [m.skill for m in find_mentions("Milking, shearing and tending the pandas daily", lexicon)] == [
        "milking",
        "shearing",
        "tending",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Go or similar", ["go"]),
        ("Spark (or equivalent)", ["spark"]),
        ("Excel and comparable programs", ["excel"]),
        ("Go or go home", []),
        ("3+ years Go", ["go"]),
        ("12 years of R", ["r"]),
        ("For years go on", []),
        ("Wrote a small bot in Go that reads the timetable", ["go"]),
        ("The bridge, built in stone, let the Spark go", []),
        ("A passion for Go", ["go"]),
        ("a degree in Retail", ["retail"]),
        ("BSc Retail, University of Elmet", ["retail"]),
        ("Teacher of Go", ["go"]),
    ],
)
def test_what_stands_beside_a_doubtful_name_speaks_for_it(skills: Skills, text: str, expected: list[str]) -> None:
    assert skills(text) == expected


def test_a_sentence_may_open_with_a_verb_that_is_also_a_name(skills: Skills) -> None:
    assert skills("Spark new ideas in the Hadoop group") == []
    assert skills("Spark and the Hadoop group") == ["spark"]


def test_a_field_before_another_noun_is_no_item_of_a_list(skills: Skills) -> None:
    assert skills("Docker, Retail and SQL") == ["docker", "retail", "sql"]
    assert skills("Docker, Retail customers and SQL") == ["docker", "sql"]


def test_a_tool_spelt_small_is_an_item_beside_tools_only(skills: Skills) -> None:
    assert skills("docker, excel, kubernetes") == ["docker", "excel", "kubernetes"]
    assert skills("we insure, excel, insurance") == ["insurance"]


def test_a_single_letter_joined_to_a_name_makes_another_word_of_it(skills: Skills) -> None:
    assert skills("x-Docker, e-insurance, i-SQL") == []
    assert skills("multi-Docker") == skills("- Docker") == ["docker"]


def test_a_field_that_names_people_or_qualifies_a_noun_needs_more_than_a_word_near_by(
    skill: Callable[..., Skill], catalog_of: Callable[..., Catalog]
) -> None:
    cloud = skill("cloud", "Cloud", SkillKind.CONCEPT, ambiguous=Ambiguity(forms=("cloud",), cues=("servers",)))
    lexicon = build_lexicon(catalog_of(cloud))
    texts = (
        "cloud on servers",
        "the cloud bill of our servers",
        "partner with cloud on servers",
        "the cloud team: servers",
    )
    assert [len(find_mentions(text, lexicon)) for text in texts] == [1, 0, 0, 0]


def test_a_field_of_a_degree_is_not_one_of_similar_things(skills: Skills) -> None:
    assert skills("in design, Retail or a similar field") == []
    assert skills("in design, Retail or similar") == ["retail"]


def test_a_verb_that_opens_the_next_bullet_is_no_neighbour_of_the_last(shipped: Lexicon) -> None:
    text = "• You look after what stores the orders of all our shops: PostgreSQL\n• Express doubts early"
    assert [m.surface for m in find_mentions(text, shipped)] == ["PostgreSQL"]


def test_a_name_is_not_found_in_a_contraction_or_in_the_name_of_its_owner(shipped: Lexicon) -> None:
    text = "where we can't test, causal inference; a shelf of Kafka's letters beside the queue"
    assert [m.surface for m in find_mentions(text, shipped)] == ["causal inference"]
