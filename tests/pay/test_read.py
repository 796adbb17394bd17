"""An offer file that cannot be meant gives one line with file and place."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from headway.actions.offer import read_template
from headway.pay.offer import Offer
from headway.pay.read import BadOffer, parse_offer

GOOD = """name = "A"
employer = "A Ltd"
role = "ML engineer"
location = "Denver"
country = "US"
place = "office"
currency = "USD"
made = 2026-11-02
base = 100000.10
"""
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "offers").glob("*.toml"))


def test_amounts_are_exact() -> None:
    assert parse_offer(GOOD.encode(), "a.toml").base == Decimal("100000.10")


def test_the_same_offer_is_read_from_json() -> None:
    offer = parse_offer(GOOD.encode(), "a.toml")
    assert parse_offer(offer.model_dump_json().encode(), "a.json") == offer


def test_the_template_and_every_example_are_offers() -> None:
    assert isinstance(parse_offer(read_template().encode(), "new.toml"), Offer)
    assert len(EXAMPLES) == 3
    for path in EXAMPLES:
        assert parse_offer(path.read_bytes(), path.name).base > 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("2026-11-02", "2026-02-30"), r"offer\.toml: is no TOML: .*line 8"),
        (("base = 100000.10", "base = -5"), r"offer\.toml:9 \[base\]: -5 is too little"),
        (('"USD"', '"XQZ"'), r"offer\.toml:7 \[currency\]: 'XQZ' is no currency"),
        (('"USD"', '"dollars"'), r"offer\.toml:7 \[currency\]: "),
        (("base = 100000.10", ""), r"offer\.toml \[base\]: is missing"),
        (("base =", "bass = 1\nbase ="), r"offer\.toml:9 \[bass\]: is nothing that an offer holds"),
        (
            ("base =", "expires = 2026-01-01\nbase ="),
            r"offer\.toml:9 \[expires\]: expires 2026-01-01 lies before the offer was made",
        ),
        (
            ("100000.10", '100000\n[[equity]]\nkind = "shares"\nunits = 10\nprice = 5'),
            r"offer\.toml:1[01] \[equity\.0\]: equity without a vesting schedule",
        ),
        (
            ("100000.10", "1\n[bonus]\ntarget = 5\nguaranteed = 9"),
            r"offer\.toml:10 \[bonus\]: the guaranteed bonus is more",
        ),
        (
            (
                "100000.10",
                '1\n[[equity]]\nkind = "shares"\nunits = 1\nprice = 5\nvesting = {months = 12, cliff_months = 24}',
            ),
            r"the cliff lies behind the end",
        ),
        (("base = 100000.10", "base = " + "9" * 5000), r"offer\.toml: is no TOML"),
        (("base = 100000.10", "x = " + "[" * 5000 + "]" * 5000), r"offer\.toml: is "),
        (
            ("100000.10", '1\n[[equity]]\nkind = "shares"\nunits = 9999999999\nprice = 99999\nvesting = {months = 12}'),
            r"a part of the offer is worth more than 10,000,000,000",
        ),
        (("base = 100000.10", "base = inf"), r"offer\.toml:9 \[base\]"),
        (("base = 100000.10", "base = 1e40"), r"offer\.toml:9 \[base\]"),
    ],
)
def test_what_cannot_be_meant_is_one_line_with_its_place(change: tuple[str, str], said: str) -> None:
    with pytest.raises(BadOffer, match=said) as fault:
        parse_offer(GOOD.replace(*change).encode(), "offer.toml")
    assert "\n" not in str(fault.value)


def test_bytes_that_are_no_text_and_json_that_is_none_are_refused() -> None:
    with pytest.raises(BadOffer, match="is no text in UTF-8"):
        parse_offer(b"\xff\xfe", "a.toml")
    with pytest.raises(BadOffer, match=r"a\.json:1: is no JSON"):
        parse_offer(b"{", "a.json")
    with pytest.raises(BadOffer, match=r"a\.json"):
        parse_offer(b"[" * 100_000, "a.json")
    with pytest.raises(BadOffer, match=r"a\.json"):
        parse_offer(b"[]", "a.json")
