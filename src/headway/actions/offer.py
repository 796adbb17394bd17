"""Offers: read, compared, kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from headway.actions.files import read_bytes, write_files
from headway.catalog.currencies import CURRENCIES, PriceLevel, Rate, load_price_levels, load_rates
from headway.errors import HeadwayError, NotFound, WrongUse
from headway.pay.compare import Comparison, compare
from headway.pay.offer import Offer
from headway.pay.read import parse_offer
from headway.values import Map, Text, Value

MOST_KEPT = 500


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
    """Files or kept offers in one currency (the first one's by default), at the rates and, in different countries, the
    price levels that come with headway or those given.

    `rates` as `EUR=0.92`: one US dollar's worth; `price_levels` as `DE=0.85`, with the United States as 1.
    """
    offers = find_offers(named)
    if not offers:
        raise WrongUse("no offers given", "name two to five files, or keys of `headway offer list`")
    known = load_rates()
    given = read_pairs(rates, "--rate EUR=0.92", "[A-Z]{3}")
    own_levels = read_pairs(price_levels, "--price-level DE=0.85", "[A-Z]{2}")
    chosen = (currency or offers[0].currency).upper()
    if chosen not in CURRENCIES:
        raise WrongUse(f"{chosen!r} is no currency", "write its ISO code, as USD or EUR")
    used = {offer.currency for offer in offers} | {chosen}
    notes = ["Before tax: taxes and social charges differ by place and person, and are left out."]
    if len(used) > 1:
        notes += [_say_rate(code, given, known.get(code)) for code in sorted(used)]
    table = {code: rate.per_usd for code, rate in known.items()} | dict(given)
    countries = {offer.country for offer in offers}
    shipped = _choose_levels(countries, own_levels)
    levels = {country: _at_rate(level, table) for country, level in shipped.items()} | own_levels
    notes += _say_prices(countries, levels, own_levels, shipped)
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


def _choose_levels(countries: set[str], own: Mapping[str, Decimal]) -> dict[str, PriceLevel]:
    """Those of headway for what is not said: of offers in one country none, as they would move all of them alike."""
    if len(countries) < 2 and not own:
        return {}
    return {country: level for country, level in load_price_levels().items() if country in countries - own.keys()}


def _at_rate(level: PriceLevel, rates: Mapping[str, Decimal]) -> Decimal:
    """The level at the rate that its amounts are converted with, so that a stale rate does not count twice."""
    return level.at(rates.get(level.currency, level.per_usd))


def _say_prices(
    countries: set[str],
    levels: Mapping[str, Decimal],
    own: Mapping[str, Decimal],
    shipped: Mapping[str, PriceLevel],
) -> list[str]:
    """Whose price levels were used, of what and when, and which country has none."""
    said: list[str] = []
    if mine := sorted(countries & own.keys()):
        listed = ", ".join(f"{country} {own[country].normalize():f}" for country in mine)
        said.append(f"Price levels against the United States as 1: {listed}; yours.")
    if shipped:
        listed = ", ".join(_say_level(shipped[country], levels[country]) for country in sorted(shipped))
        grounds = sorted({f"{one.basis.kind}, {one.basis.source}, {one.basis.date}" for one in shipped.values()})
        said.append(
            f"Price levels against the United States as 1: {listed} ({'; '.join(grounds)}). They are of all that "
            "households buy, a year's mean of a whole country: no city's, and no rents of one; give your own with "
            f"--price-level {max(shipped.keys() - {'US'}, default='US')}=…"
        )
    if (len(countries) > 1 or own) and (missing := sorted(countries - levels.keys())):
        said.append(
            f"Prices in {', '.join(missing)} are not compared: no price level of theirs could be confirmed; say one, "
            f"with the United States as 1, with --price-level {missing[0]}=…"
        )
    return said


def _say_level(shipped: PriceLevel, used: Decimal) -> str:
    published = "" if used == shipped.level else f" ({shipped.level:f} at that year's rate)"
    return f"{shipped.country} {used.normalize():f}{published}"


def read_template() -> str:
    return (files("headway.pay") / "template.toml").read_text(encoding="utf-8")
