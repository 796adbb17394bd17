"""The small words hold their promises."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from headway.values import Basis, Hours, Level, Map, Money, Month, Name, Span, Stage, Value


def test_levels_compare_by_proficiency_and_not_by_spelling() -> None:
    assert sorted(Level) == [Level.NONE, Level.AWARENESS, Level.WORKING, Level.PRACTITIONER, Level.EXPERT]
    assert Level.EXPERT > Level.WORKING
    assert max(Level.AWARENESS, Level.WORKING) is Level.WORKING


def test_a_level_does_not_compare_with_a_stage_or_a_string() -> None:
    with pytest.raises(TypeError):
        assert Level.NONE < Stage.MID
    with pytest.raises(TypeError):
        assert Level.NONE < "expert"


def test_steps_to_a_level_leave_out_what_is_held() -> None:
    assert Level.PRACTITIONER.steps_from(Level.AWARENESS) == (Level.WORKING, Level.PRACTITIONER)
    assert Level.WORKING.steps_from(Level.EXPERT) == ()


def test_a_month_is_written_as_resumes_write_it() -> None:
    assert str(Month.model_validate("2021-3")) == "2021-03"
    assert Month.model_validate(2019).model_dump(mode="json") == "2019"
    assert Month.model_validate("2020-01").months_to(Month.model_validate("2021-03")) == 14


@pytest.mark.parametrize("given", ["March", "2021-13", "21", "2021-03-04", True])
def test_what_is_no_month_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        Month.model_validate(given)


@given(st.integers(1900, 2200), st.none() | st.integers(1, 12))
def test_a_month_survives_json(year: int, month: int | None) -> None:
    value = Month(year=year, month=month)
    assert Month.model_validate_json(value.model_dump_json()) == value


@given(st.lists(st.lists(st.floats(0, 1e6), min_size=3, max_size=3).map(sorted), max_size=5))
def test_hours_add_up_in_order(parts: list[list[float]]) -> None:
    total = Hours.total(Hours.model_validate(part) for part in parts)
    assert total.p10 <= total.p50 <= total.p90


def test_a_range_out_of_order_is_refused() -> None:
    with pytest.raises(ValidationError, match="p10 <= p50 <= p90"):
        Hours(p10=3, p50=2, p90=4)


def test_money_adds_exactly_and_only_in_one_currency() -> None:
    tenth = Money(amount=Decimal("0.10"), currency="EUR")
    assert (tenth + tenth + tenth).amount == Decimal("0.30")
    with pytest.raises(ValueError, match="cannot add USD to EUR"):
        assert tenth + Money(amount=Decimal(1), currency="USD")


def test_a_judged_figure_says_why() -> None:
    with pytest.raises(ValidationError, match="judged"):
        Basis.model_validate({"kind": "judged", "source": "headway", "date": "2026-11"})


def test_text_that_a_database_would_refuse_is_refused() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Name).validate_python("nul\x00byte")
    with pytest.raises(ValidationError):
        TypeAdapter(Name).validate_python("half a pair \ud800")


class Shelf(Value):
    """A value with a mapping, for the tests below."""

    books: Map[str, int] = Map()
    name: str = ""


def test_a_mapping_in_a_value_cannot_be_changed() -> None:
    shelf = Shelf.model_validate({"books": {"a": 1}})
    with pytest.raises(TypeError, match="frozen"):
        shelf.books["b"] = 2
    with pytest.raises(TypeError, match="frozen"):
        shelf.books.update(b=2)
    assert hash(shelf) == hash(Shelf.model_validate_json(shelf.model_dump_json()))


def test_changing_a_value_validates_the_copy() -> None:
    shelf = Shelf(name="top")
    assert shelf.change(name="low").name == "low"
    with pytest.raises(ValidationError):
        shelf.change(name=3)


def test_a_span_ends_after_it_starts() -> None:
    assert Span(start=1, end=3).of("abcd") == "bc"
    with pytest.raises(ValidationError):
        Span(start=3, end=1)
