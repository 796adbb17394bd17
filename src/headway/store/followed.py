"""Those whom somebody keeps up with, as far as they may be due: an index tells the others, which are not read."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q
from django.db.models.lookups import Exact, GreaterThan, In, IsNull, LessThanOrEqual

from headway.network.cadence import find_limits
from headway.network.model import Consent, Followed, TouchKind
from headway.store.front import Store
from headway.store.kinds import CONTACT
from headway.store.said import Said, SaidLast

FOLLOWED = reduce(or_, (Q(IsNull(Said(field), False)) for field in ("tier", "every", "mentorship")))
"""As the index has it."""


class Read(NamedTuple):
    found: tuple[tuple[str, Followed], ...]
    """By key: all who may be due, and some who may not."""
    resting: int
    """The others, who are followed too."""


def read_followed(store: Store, today: date, ahead: int = 0) -> Read:
    """Who may be due on `today` or in the `ahead` days after it."""
    texts = store.texts(CONTACT, FOLLOWED, _is_resting(today, ahead))
    asked = [(key, text) for key, text in texts if text is not None]
    parts = CONTACT.load_parts([text for _, text in asked], Followed)
    found = tuple((key, part) for (key, _), part in zip(asked, parts, strict=True))
    return Read(found, len(texts) - len(found))


def _is_resting(today: date, ahead: int) -> Q:
    """Reached lately for their tier, by the last touch that is recorded, where nothing else could shorten the cadence.

    What is missing or of another form makes this NULL, and the body is read.
    """
    reached = SaidLast("touches", "on")
    late = [
        Q(Exact(Said("tier"), tier.value)) & Q(GreaterThan(reached, limit.isoformat()))
        for tier, limit in find_limits(today, ahead).items()
    ]
    return (
        Q(IsNull(Said("mentorship"), True))
        & Q(IsNull(Said("every"), True))
        & Q(In(Said("consent"), [consent.value for consent in Consent if consent is not Consent.REFUSED]))
        & Q(In(SaidLast("touches", "kind"), [kind.value for kind in TouchKind if kind.real]))
        & Q(LessThanOrEqual(reached, today.isoformat()))
        & reduce(or_, late)
    )
