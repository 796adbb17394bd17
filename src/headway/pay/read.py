"""An offer from a TOML or JSON file; whatever is wrong with it is one line with its place."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from headway.catalog.currencies import CURRENCIES
from headway.catalog.places import find_lines, line_of
from headway.errors import HeadwayError, Problem
from headway.pay.offer import Offer

HINT = "`headway offer new` prints a template"


class BadOffer(HeadwayError):
    """An offer that cannot be meant; the first fault, with its place."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def parse_offer(data: bytes, name: str) -> Offer:
    """The offer in `data`, a file called `name`; JSON when it ends so, else TOML. Raises BadOffer."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadOffer(Problem(file=name, message="is no text in UTF-8", hint=HINT)) from None
    given, lines = _json(text, name) if name.lower().endswith(".json") else _toml(text, name)
    try:
        offer = Offer.model_validate(given)
    except ValidationError as fault:
        first = fault.errors(include_url=False)[0]
        raise BadOffer(_problem(name, first, lines)) from None
    if offer.currency not in CURRENCIES:
        message = f"{offer.currency!r} is no currency"
        line = line_of(("currency",), lines)
        raise BadOffer(
            Problem(file=name, line=line, field="currency", message=message, hint="write its ISO code, as USD or EUR")
        )
    return offer


def _toml(text: str, name: str) -> tuple[dict[str, Any], dict[tuple[str, ...], int]]:
    try:
        return tomllib.loads(text, parse_float=Decimal), find_lines(text)
    except RecursionError:
        raise BadOffer(Problem(file=name, message="is nested too deep", hint=HINT)) from None
    except ValueError as fault:  # also a number of thousands of digits
        raise BadOffer(Problem(file=name, message=f"is no TOML: {fault}", hint=HINT)) from None


def _json(text: str, name: str) -> tuple[Any, dict[tuple[str, ...], int]]:
    try:
        return json.loads(text, parse_float=Decimal), {}
    except json.JSONDecodeError as fault:
        raise BadOffer(Problem(file=name, line=fault.lineno, message=f"is no JSON: {fault.msg}", hint=HINT)) from None
    except RecursionError:
        raise BadOffer(Problem(file=name, message="is nested too deep", hint=HINT)) from None
    except ValueError as fault:  # a number of thousands of digits
        raise BadOffer(Problem(file=name, message=f"is no JSON: {fault}", hint=HINT)) from None


def _problem(name: str, fault: Any, lines: dict[tuple[str, ...], int]) -> Problem:
    place = tuple(str(part) for part in fault["loc"])
    kind, said = fault["type"], fault["msg"].removeprefix("Value error, ")
    hint = None
    if not place and (said.split()[0],) in lines:  # a rule over several fields names the faulty one first
        place = (said.split()[0],)
    if kind == "missing":
        said, hint = "is missing", HINT
    elif kind == "extra_forbidden":
        said, hint = "is nothing that an offer holds", HINT
    elif kind in ("greater_than_equal", "greater_than"):
        said = f"{fault['input']} is too little: {said[0].lower()}{said[1:]}"
    field = ".".join(place) or None
    return Problem(file=name, line=line_of(place, lines) if place else None, field=field, message=said, hint=hint)
