"""Offers: read, compared, kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from headway.actions.files import read_bytes, write_files
from headway.catalog.currencies import CURRENCIES, Rate, load_rates
from headway.errors import HeadwayError, NotFound, WrongUse
from headway.pay.compare import Comparison, compare
from headway.pay.offer import Offer
from headway.pay.read import parse_offer
from headway.values import Map, Text, Value

MOST_KEPT = 500
BASE_COUNTRY = "US"
"""Price levels are said against this one, whose own is 1 unless one says otherwise."""


class KeptOffer(Value):
    """An offer of the store, by its key."""

    key: Text
    offer: Offer


def read_offer(path: Path) -> Offer:
    """The offer in a TOML or JSON file."""
    return parse_offer(read_bytes(path), str(path))


def find_offers(named: Sequence[str]) -> tuple[Offer, ...]:
    """Each as a file, or else as the key of a kept offer."""
    kept: dict[str, Offer] | None = None
    found: list[Offer] = []
    for name in named:
        if "." in name or "/" in name or Path(name).is_file():
            found.append(read_offer(Path(name)))
            continue
        kept = {one.key: one.offer for one in list_offers()} if kept is None else kept
        if name not in kept:
            raise NotFound("kept offer", name, list(kept)[:5])
        found.append(kept[name])
    return tuple(found)


def compare_offers(
    named: Sequence[str],
    currency: str | None = None,
    rates: Sequence[str] = (),
    price_levels: Sequence[str] = (),
) -> Comparison:
    """Files or kept offers in one currency (the first one's by default), at the rates that come with headway or those
    given (`EUR=0.92`: one US dollar's worth); `price_levels` as `DE=0.85`."""
    offers = find_offers(named)
    if not offers:
        raise WrongUse("no offers given", "name two to five files, or keys of `headway offer list`")
    known = load_rates()
    given = read_pairs(rates, "--rate EUR=0.92", "[A-Z]{3}")
    levels = read_pairs(price_levels, "--price-level DE=0.85", "[A-Z]{2}")
    if levels:
        levels.setdefault(BASE_COUNTRY, Decimal(1))
    chosen = (currency or offers[0].currency).upper()
    if chosen not in CURRENCIES:
        raise WrongUse(f"{chosen!r} is no currency", "write its ISO code, as USD or EUR")
    used = {offer.currency for offer in offers} | {chosen}
    notes = ["Before tax: taxes and social charges differ by place and person, and are left out."]
    if len(used) > 1:
        notes += [_say_rate(code, given, known.get(code)) for code in sorted(used)]
    countries = {offer.country for offer in offers}
    notes += _say_prices(countries, levels)
    table = {code: rate.per_usd for code, rate in known.items()} | dict(given)
    try:
        return compare(offers, chosen, Map(table), levels, notes)
    except ValidationError:
        raise too_large(chosen) from None


def too_large(currency: str) -> HeadwayError:
    return HeadwayError(f"amounts grow too large in {currency}", "check units, prices and rates")


def keep_offer(path: Path, key: str | None = None) -> str:
    """Adds an offer to the store, or replaces the one of its key; gives the key."""
    from headway.actions.home import open_home
    from headway.store.kinds import OFFER

    offer = read_offer(path)
    chosen = key or make_key(offer.name)
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", chosen) or len(chosen) > 80:
        raise WrongUse(f"{chosen!r} is no key", "use small letters, digits and hyphens, as --as larkfield")
    with open_home() as store:
        there = store.get(OFFER, chosen)
        if there is None and len(store.all(OFFER)) >= MOST_KEPT:
            raise HeadwayError(f"{MOST_KEPT} offers are kept already")
        store.put(OFFER, offer, there.version if there else 0, chosen)
    return chosen


def list_offers() -> tuple[KeptOffer, ...]:
    from headway.actions.home import open_home
    from headway.store.kinds import OFFER

    with open_home() as store:
        return tuple(KeptOffer(key=kept.key, offer=kept.value) for kept in store.all(OFFER))


def save_text(path: Path, text: str) -> Path:
    return write_files(path.parent, {path.name: text.encode("utf-8")})[0]


def make_key(name: str) -> str:
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:80] or "offer"


def read_pairs(said: Sequence[str], example: str, pattern: str) -> dict[str, Decimal]:
    """`EUR=0.92` -> EUR: 0.92; WrongUse for anything else, and for what is not above zero."""
    found: dict[str, Decimal] = {}
    for pair in said:
        name, _, number = pair.partition("=")
        try:
            value = Decimal(number)
        except InvalidOperation:
            value = Decimal(0)
        if not re.fullmatch(pattern, name.upper()) or not value.is_finite() or not 0 < value < 10**7:
            raise WrongUse(f"{pair!r} cannot be read", f"write it as {example}")
        found[name.upper()] = value
    return found


def _say_rate(code: str, given: Mapping[str, Decimal], known: Rate | None) -> str:
    if code in given:
        return f"One US dollar buys {code} {given[code]}: your rate."
    if known is None or code == "USD":
        return "Rates are for one US dollar."
    basis = known.basis
    return (
        f"One US dollar buys {code} {known.per_usd}: the rate that collected salaries were converted with "
        f"({basis.kind}, {basis.source}, {basis.date}); give today's with --rate {code}=…"
    )


def _say_prices(countries: set[str], levels: Mapping[str, Decimal]) -> list[str]:
    """Whose price levels were used, and where to find those that are missing."""
    used = [f"{country} {levels[country]}" for country in sorted(countries & levels.keys())]
    said = [f"Price levels against the United States as 1: {', '.join(used)}; yours."] if used else []
    missing = sorted(countries - levels.keys() - {BASE_COUNTRY})
    if len(countries) > 1 and missing:
        said.append(
            f"Prices in {', '.join(missing)} are not compared: no table of price levels that could be checked comes "
            "with headway. The OECD (monthly comparative price levels) and the World Bank (PA.NUS.PPPC.RF) publish "
            f"them; say one, with the United States as 1, with --price-level {missing[0]}=…"
        )
    return said


def read_template() -> str:
    return (files("headway.pay") / "template.toml").read_text(encoding="utf-8")
