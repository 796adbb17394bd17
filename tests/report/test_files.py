"""The files of a plan: Markdown in which user text is data, and a calendar that RFC 5545 readers take."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from headway.catalog.load import load_catalog
from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.journey import Journey, make_journey
from headway.pay.bands import pay_bands
from headway.report.calendar import write_calendar
from headway.report.markdown import escape, write_markdown
from headway.report.words import say_band, say_hours
from headway.skills.lexicon import build_lexicon
from headway.values import Hours
from headway.wish import Wish, make_wish

RESUME = """Mallory <b>Bold</b>
Data analyst

Experience
Data analyst, Northwind | Traders <script>alert(1)</script>
Jan 2022 - present
- Wrote SQL and Python for weekly reports, with pandas and scikit-learn, kept in Git; A/B tests in [R](http://x.example).
- Presented results to the board, cleaned data, and trained a gradient boosting model for churn that ran each week.
- Kept dashboards in Tableau for forty shops and answered the questions that came back from them every Monday morning.

Skills
SQL, Python, Tableau, Docker, Git, statistics
"""


def plan_for(wish: Wish, catalog: Catalog, today: date) -> Journey:
    lexicon = build_lexicon(catalog)
    return make_journey(RESUME.encode(), "resume.txt", wish, catalog, lambda _: lexicon, today, lambda _: None)


@pytest.fixture(scope="module")
def journey(toy: Catalog, today: date) -> Journey:
    return plan_for(make_wish(to="ml-engineer:mid", hours=6), toy, today)


def test_user_text_is_data_in_markdown(journey: Journey, toy: Catalog) -> None:
    text = write_markdown(journey, toy)
    assert "<script>" not in text
    assert "<b>" not in text
    assert "[R](http" not in text


def test_every_row_of_the_tables_has_the_same_cells(journey: Journey, toy: Catalog) -> None:
    rows = [line for line in write_markdown(journey, toy).splitlines() if line.startswith("| ")]
    assert len(rows) > 10
    cells = {line.replace("\\|", "").count("|") for line in rows}
    assert cells <= {6, 7}


def test_escaping_keeps_one_line_and_every_word() -> None:
    assert escape("a | b\n*c* <d>") == r"a \| b \*c\* \<d\>"


def test_the_calendar_is_parsed_back_with_every_hour(journey: Journey, toy: Catalog) -> None:
    calendar = Calendar.from_ical(write_calendar(journey))
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    blocks = sum(len(week.blocks) for week in journey.plan.weeks)
    weekly = [event for event in calendar.walk("VEVENT") if "h this week" in str(event["summary"])]
    assert len(weekly) == blocks + len(journey.plan.reviews) > blocks > 0
    for event in weekly:
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        assert start.weekday() == 0
        assert end - start == timedelta(days=7)
        assert event["uid"]
        assert event["dtstamp"]


def test_lines_of_the_calendar_are_folded_and_end_as_the_rfc_asks(journey: Journey, toy: Catalog) -> None:
    raw = write_calendar(journey)
    assert raw.endswith(b"END:VCALENDAR\r\n")
    lines = raw.split(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)


def test_the_same_plan_keeps_its_event_ids(journey: Journey, toy: Catalog) -> None:
    later = journey.change(today=journey.today + timedelta(days=1))
    first, second = (
        {str(e["uid"]) for e in Calendar.from_ical(write_calendar(j)).walk("VEVENT")} for j in (journey, later)
    )
    assert first == second


def test_the_value_survives_json(journey: Journey) -> None:
    assert Journey.model_validate_json(journey.model_dump_json()) == journey


def test_a_band_without_quartiles_does_not_speak_of_its_middle_half(toy: Catalog) -> None:
    band = pay_bands(find_role_stage("ml-engineer:mid", toy), toy, "US")[0]
    assert "middle half" in say_band(band)
    assert "middle four fifths" in say_band(band.change(p25=None, p75=None))
    assert "median withheld" in say_band(band.change(p50=None))


def test_the_source_of_a_guardrail_is_cited(today: date) -> None:
    shipped = load_catalog()
    wish = make_wish(to="ml-engineer:mid", hours=6, week={"work": 52})
    told = make_journey(
        RESUME.encode(), "resume.txt", wish, shipped, lambda _: build_lexicon(shipped), today, lambda _: None
    )
    assert "eu-working-time" in {source.slug for source in told.sources}


@pytest.mark.parametrize(
    ("hours", "said"),
    [((3.0, 6.25, 9.0), "6.2 h (3-9)"), ((80, 123, 1250), "120 h (80-1,200)"), ((0, 0, 0), "0 h (0-0)")],
)
def test_hours_are_said_with_two_figures(hours: tuple[float, float, float], said: str) -> None:
    assert say_hours(Hours.model_validate(hours)) == said
