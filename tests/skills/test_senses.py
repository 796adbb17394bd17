"""In which sense a name stands: denied, wished for, at a level, for years, asked for or preferred."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.profile.model import Section, SectionKind
from headway.skills.model import Mention
from headway.values import Span

Find = Callable[..., tuple[Mention, ...]]
Senses = Callable[[str], dict[str, str]]

POSTING = "We are looking for a colleague. You will join our team.\n\n"


def levels(find: Find, text: str) -> dict[str, str | None]:
    return {m.skill: str(m.level) if m.level else None for m in find(text)}


def years(find: Find, text: str) -> dict[str, float | None]:
    return {m.skill: m.years for m in find(text)}


def required(find: Find, text: str) -> dict[str, bool | None]:
    return {m.skill: m.required for m in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "No experience with Docker.",
        "I have no Docker experience.",
        "Has zero knowledge of Docker",
        "Never used Docker",
        "I have not worked with Docker yet",
        "We don't use Docker.",
        "We don’t need Docker",
        "Not familiar with Docker",
        "Docker is not required.",
        "Docker experience is not needed",
        "Runs without Docker",
        "Neither SQL nor Docker",
        "Lacks Docker",
        "SQL rather than Docker",
        "SQL instead of Docker",
        "Not required: Docker",
        "Not needed:\n- SQL\n- Docker",
        "Unfamiliar with SQL, Kubernetes or Docker",
        "This isn't a Docker role",
        "Docker: none",
        "Docker - not yet",
        "Docker (no experience)",
        "Docker experience: none",
        "Zero Docker experience",
        "We avoid Docker",
        "Docker is irrelevant here",
        "I can't program in Docker",
        "We won't test you on Docker",
        "You will not be asked to use Docker",
        "You won't be writing Docker files",
        "Docker people need not apply",
        "Keine Erfahrung mit Docker",
        "Docker brauchst du nicht",
        "Docker ist keine Voraussetzung",
        "Docker isn't part of our stack",
        "You can skip Docker",
        "Don't worry about Docker",
        "I no longer take Docker work",
    ],
)
def test_a_denied_skill_is_negated(senses: Senses, text: str) -> None:
    assert senses(text)["docker"] == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "Not only Docker but also SQL",
        "Not just Docker",
        "No less than three years of Docker",
        "No doubt Docker is fine",
        "There is no problem that Docker cannot solve. I use Docker.",
        "I have no dog. I use Docker.",
        "No meetings; Docker daily",
        "No car\n\nDocker",
        "No fewer than five years of Docker",
        "I have no trouble with Docker",
        "I could not do without Docker",
        "Docker, no complaints",
        "Docker with zero downtime",
        "It isn't a secret that we use Docker",
        "Never bored. Docker",
        "A no-code shop\n- Docker",
        "I am not a fan of Docker but run it daily",
        "Counted no-shows, with Docker",
        "You won't be alone: Docker is at home here",
    ],
)
def test_a_no_about_something_else_denies_nothing(senses: Senses, text: str) -> None:
    assert senses(text)["docker"] == "held"


@pytest.mark.parametrize(
    "text",
    [
        "No experience with Docker, but strong SQL",
        "No experience with Docker but SQL daily",
        "Never used Docker, however SQL daily",
        "I lack Docker although SQL is home",
        "No Docker. SQL every day.",
        "No Docker; SQL every day.",
        "No Docker, I use SQL",
        "Docker is not required, SQL is.",
        "- no Docker\n- SQL",
        "No Docker, just SQL",
        "Tools (not Docker) and SQL",
        "Docker: none, SQL: daily",
        "SQL is my home. Docker is not needed.",
        "I do not know Docker (yet). SQL is fine",
    ],
)
def test_a_denial_ends_where_its_clause_ends(senses: Senses, text: str) -> None:
    assert senses(text) == {"docker": "denied", "sql": "held"}


def test_in_a_list_a_denial_behind_holds_for_all_of_it(senses: Senses) -> None:
    assert senses("Docker, Kubernetes and SQL are not required.") == {
        "docker": "denied",
        "kubernetes": "denied",
        "sql": "denied",
    }


@pytest.mark.parametrize(
    "text",
    [
        "I want to learn Docker",
        "Would like to learn more about Docker",
        "Eager to pick up Docker",
        "Hoping to become a Docker expert",
        "Interested in learning Docker",
        "Next on my list: Docker",
        "Learning goals: SQL, Docker",
        "Interests: sailing, Docker",
        "Willing to be trained in Docker",
        "My goal is Docker",
        "We will train you in Docker",
    ],
)
def test_a_wish_is_no_skill(senses: Senses, text: str) -> None:
    assert senses(text)["docker"] == "wished"


def test_a_wish_ends_with_its_sentence(senses: Senses) -> None:
    assert senses("I want to learn Docker. I use SQL daily.") == {"docker": "wished", "sql": "held"}
    assert senses("I want to learn Docker, but SQL is my home.") == {"docker": "wished", "sql": "held"}


def test_what_a_section_of_interests_names_is_wished_for(find: Find) -> None:
    text = "Free hours\nchess, Docker\n"
    liked = Section(kind=SectionKind.INTERESTS, heading="Free hours", span=Span(start=0, end=len(text)))
    assert [m.wished for m in find(text, (liked,))] == [True]
    assert [m.wished for m in find(text)] == [False]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Expert in Docker", "expert"),
        ("Mastery of Docker", "expert"),
        ("Docker (expert)", "expert"),
        ("Docker: expert", "expert"),
        ("Docker - advanced", "practitioner"),
        ("Proficient in Docker", "practitioner"),
        ("Deep understanding of Docker", "practitioner"),
        ("Strong Docker skills", "practitioner"),
        ("Fluent in Docker", "practitioner"),
        ("Strong in Docker", "practitioner"),
        ("Good at Docker", "working"),
        ("Working knowledge of Docker", "working"),
        ("Comfortable with Docker", "working"),
        ("Docker (intermediate)", "working"),
        ("Familiar with Docker", "awareness"),
        ("Basic knowledge of Docker", "awareness"),
        ("Currently learning Docker", "awareness"),
        ("Docker (beginner)", "awareness"),
        ("Some exposure to Docker", "awareness"),
    ],
)
def test_a_cue_gives_the_level(find: Find, text: str, level: str) -> None:
    assert levels(find, text) == {"docker": level}


def test_a_level_holds_for_a_list_but_not_for_the_next_clause(find: Find) -> None:
    assert levels(find, "Expert in SQL and Docker; Kubernetes at times") == {
        "sql": "expert",
        "docker": "expert",
        "kubernetes": None,
    }
    assert levels(find, "Expert in SQL, familiar with Docker") == {"sql": "expert", "docker": "awareness"}
    assert levels(find, "SQL (expert), Docker (basic)") == {"sql": "expert", "docker": "awareness"}
    assert levels(find, "Advanced: SQL, Docker\nBasic: Kubernetes") == {
        "sql": "practitioner",
        "docker": "practitioner",
        "kubernetes": "awareness",
    }


def test_an_adjective_of_something_else_is_no_level(find: Find) -> None:
    assert levels(find, "Has an advanced degree and Docker") == {"docker": None}
    assert levels(find, "We join advanced Docker teams") == {"docker": None}
    assert levels(find, "A good salary, SQL and Docker") == {"sql": None, "docker": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 years of Docker", 5),
        ("5+ years of experience with Docker", 5),
        ("3-5 years of Docker", 3),
        ("3 to 5 years with Docker", 3),
        ("At least two years of Docker", 2),
        ("2.5 yrs Docker", 2.5),
        ("18 months of Docker", 1.5),
        ("At least 3 yrs exp. with Docker", 3),
        ("5 years with tools, e.g. Docker", 5),
        ("Docker | 5 years", 5),
        ("Docker (3 years)", 3),
        ("Docker: 3+ years", 3),
        ("Docker - 3 yrs", 3),
        ("Docker for 4 years", 4),
        ("Used Docker for four years", 4),
        ("Less than 1 year of Docker", 0),
        ("5 yrs. Docker administration", 5),
        ("3+ yrs. of Docker", 3),
        ("mind. 3 Jahre Berufserfahrung mit Docker", 3),
        ("2 años de experiencia con Docker", 2),
        ("4 ans d'expérience avec Docker", 4),
        ("Eleven years of Docker", 11),
        ("no less than four years with Docker", 4),
        ("Docker, 1 yr (at home)", 1),
        ("80 years of Docker", None),
        ("For years we had Docker", None),
        ("I was born 30 years ago. Docker", None),
    ],
)
def test_years_are_read_before_behind_and_in_brackets(find: Find, text: str, expected: float | None) -> None:
    assert years(find, text) == {"docker": expected}


def test_years_each_hold_for_the_whole_list(find: Find) -> None:
    assert years(find, "Docker, SQL - minimum of 2 years each, Python") == {"docker": 2, "sql": 2, "python": None}


def test_each_bracket_gives_its_own_years(find: Find) -> None:
    assert years(find, "SQL (6 years), Docker (2 years), Kubernetes") == {"sql": 6, "docker": 2, "kubernetes": None}
    assert years(find, "SQL: 6 years\nDocker: 8 months\nKubernetes") == {"sql": 6, "docker": 0.7, "kubernetes": None}


def test_the_years_of_a_skill_are_not_those_of_its_parts(find: Find) -> None:
    assert years(find, "4 years of SQL (Snowflake)") == {"sql": 4, "snowflake": None}


def test_sections_of_a_posting_say_what_is_required_and_preferred(find: Find) -> None:
    text = "Requirements:\n- SQL\n- Docker\n\nNice to have:\n- Kubernetes\n\nBenefits:\n- Snowflake and SQL budget\n"
    assert [(m.skill, m.required) for m in find(text)] == [
        ("sql", True),
        ("docker", True),
        ("kubernetes", False),
        ("snowflake", None),
        ("sql", None),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Docker is a must.", True),
        ("Docker required.", True),
        ("You must have Docker.", True),
        ("Docker is a plus.", False),
        ("Docker preferred", False),
        ("Ideally with Docker", False),
        ("Bonus points for Docker", False),
        ("Docker (nice to have)", False),
        ("Docker would be great", False),
        ("Docker is not a must", False),
        ("Docker: of advantage", False),
        ("Docker - added advantage", False),
        ("Docker is nice", False),
        ("Nice, not needed: Docker", False),
        ("Docker ist von Vorteil", False),
        ("Idealerweise Docker", False),
        ("Our office has Docker", None),
    ],
)
def test_a_cue_in_a_posting_says_required_or_preferred(find: Find, line: str, expected: bool | None) -> None:
    assert required(find, POSTING + line) == {"docker": expected}


def test_a_cue_beats_the_section(find: Find) -> None:
    assert required(find, "Requirements:\n- SQL\n- Docker is a plus\n") == {"sql": True, "docker": False}


def test_a_preference_in_a_bracket_is_for_what_the_bracket_names(find: Find) -> None:
    assert required(find, "Requirements:\n- SQL (Snowflake or Docker preferred)\n") == {
        "sql": True,
        "snowflake": False,
        "docker": False,
    }
    assert required(find, "Requirements:\n- SQL or Docker (preferred)\n") == {"sql": False, "docker": False}


def test_ideally_prefers_what_follows_it(find: Find) -> None:
    assert required(find, "Requirements:\n- SQL, ideally Docker or Kubernetes\n") == {
        "sql": True,
        "docker": False,
        "kubernetes": False,
    }


@pytest.mark.parametrize(
    ("asks", "prefers"),
    [
        ("Dein Profil", "Von Vorteil"),
        ("Votre profil", "Atouts"),
        ("Requisitos", "Se valora"),
        ("Jouw profiel", "Pluspunten"),
        ("What you should bring along", "Nice"),
        ("Essential criteria", "Desirable criteria"),
    ],
)
def test_headings_are_known_in_the_languages_of_postings(find: Find, asks: str, prefers: str) -> None:
    text = f"{POSTING}{asks}:\n- SQL\n\n{prefers}:\n- Docker\n\nWir bieten:\n- Kubernetes\n"
    assert required(find, text) == {"sql": True, "docker": False, "kubernetes": None}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("What we ask", True),
        ("Profile", True),
        ("Would be great", False),
        ("**What we will need from you**", True),
        ("Krav / Requirements", True),
        ("It helps if you've seen", False),
        ("Meriterande / Merits", False),
        ("What we would love to see", False),
        ("What's on your plate", None),
        ("What you'll get", None),
        ("A word about our kitchen", None),
    ],
)
def test_a_line_over_a_list_says_what_the_list_is_by_a_word_of_it(find: Find, line: str, expected: bool | None) -> None:
    assert required(find, f"{POSTING}{line}\n- Docker\n- SQL\n") == {"docker": expected, "sql": expected}


@pytest.mark.parametrize(
    ("label", "sense"),
    [("Schön, aber kein Muss", "preferred"), ("Things you don't need", "denied"), ("Our kitchen", "held")],
)
def test_a_label_says_what_its_line_is_by_a_word_of_it(find: Find, label: str, sense: str) -> None:
    (name,) = find(f"{POSTING}{label}: Docker\n\nAnd so on")
    assert (name.negated, name.required) == {
        "preferred": (False, False),
        "denied": (True, None),
        "held": (False, None),
    }[sense]


def test_what_an_employer_offers_makes_a_text_a_posting(find: Find) -> None:
    assert required(find, "Dein Profil\n- SQL\n\nWir bieten\n- Obst\n") == {"sql": True}
    assert required(find, "Dein Profil\n- SQL\n\nStärken\n- Obst\n") == {"sql": None}


def test_a_list_is_joined_in_german_too(find: Find) -> None:
    assert years(find, "3 Jahre Erfahrung mit SQL, Python und Docker") == {"sql": 3, "python": 3, "docker": 3}


def test_a_new_bullet_is_another_list(find: Find) -> None:
    text = "Requirements\n• 5 years of building and running large services with SQL\n• Docker"
    assert years(find, text) == {"sql": 5, "docker": None}


def test_a_resume_requires_nothing(find: Find) -> None:
    assert required(find, "Skills\nSQL, Docker\n\nBuilt the required Kubernetes cluster.") == {
        "sql": None,
        "docker": None,
        "kubernetes": None,
    }


def test_years_go_on_over_names_of_one_kind_that_say_nothing_of_their_own(find: Find) -> None:
    assert years(find, "3 years of Python, Docker and SQL") == {"python": 3, "docker": 3, "sql": 3}
    assert years(find, "3+ years Docker, insurance and SQL") == {"docker": 3, "insurance": None, "sql": None}
    assert years(find, "3 years of Python, Docker (2 years), SQL")["python"] == 3
    assert years(find, "3 years of Python, Docker (2 years), SQL")["sql"] is None
    assert years(find, "3 years of Docker, Python B2") == {"docker": 3, "python": None}


def test_years_of_a_field_are_those_of_the_tools_that_it_was_done_in(find: Find) -> None:
    assert years(find, "4+ years' insurance in one of [Docker, SQL]") == {"insurance": 4, "docker": 4, "sql": 4}
    assert years(find, "4 years of insurance, Docker at home") == {"insurance": 4, "docker": None}


def test_what_is_counted_in_the_same_list_has_no_years(find: Find) -> None:
    assert years(find, "7 years of Python, four Docker hosts") == {"python": 7, "docker": None}


def test_for_some_years_speaks_of_what_was_named_before(find: Find) -> None:
    assert years(find, "have run Docker in production for 3+ years, and write Python") == {"docker": 3, "python": None}
    assert years(find, "For 4 years Docker and Python") == {"docker": 4, "python": 4}


def test_a_part_of_the_years_is_of_what_it_names(find: Find) -> None:
    assert years(find, "5 years of SQL, at least three of them with Docker") == {"sql": 5, "docker": 3}
    assert years(find, "Two houses, one of them with Docker") == {"docker": None}


def test_what_nobody_asks_for_may_be_a_list(find: Find) -> None:
    found = find(
        f"{POSTING}What we don't ask for\n* A degree\n* Docker. There is a team for it.\n\nWhat we ask for\n* SQL\n"
    )
    assert [(m.skill, m.negated, m.required) for m in found] == [("docker", True, None), ("sql", False, True)]


def test_a_line_with_a_word_of_a_heading_is_none_among_other_lines(find: Find) -> None:
    text = "Preferred qualifications\nRetail experience\nSQL in a shop\n\nBenefits\nDocker"
    assert required(find, text)["sql"] is False


def test_what_is_liked_in_one_line_ends_with_it(senses: Senses) -> None:
    assert senses("Interests: sailing, Docker\nSQL since 2015") == {"docker": "wished", "sql": "held"}
    assert senses("Interests: sailing, rowing, old maps of harbours and Docker.\nSQL since 2015") == {
        "docker": "wished",
        "sql": "held",
    }
    assert senses("Interests: sailing, rowing, old maps of harbours, and all\nthat is SQL") == {"sql": "wished"}


@pytest.mark.parametrize("text", ["Nobody here will ask you about Docker.", "What you won't find: Docker, Kubernetes."])
def test_what_nobody_asks_for_or_finds_is_denied(senses: Senses, text: str) -> None:
    assert set(senses(text).values()) == {"denied"}
