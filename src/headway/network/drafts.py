"""Drafts of messages, filled in from what is kept. They are shown to be changed, and never sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from headway.errors import WrongUse
from headway.network.model import Contact
from headway.values import Text, Value

FIELD = re.compile(r"\{([a-z_]+)\}")
LONGEST = 10_000


class DraftKind(StrEnum):
    RECONNECT = "reconnect"
    MENTOR = "mentor"
    INTRODUCTION = "introduction"
    THANKS = "thanks"


TEMPLATES = {
    DraftKind.RECONNECT: (
        "Hello {first_name},\n\nit has been a while: we were last in touch {last_contact}. I thought of you because "
        "{reason}. How are things at {organisation}?\n\nI am working towards {goal} at the moment. Would you have "
        "twenty minutes for a call in the next weeks? No matter if not.\n\nAll the best"
    ),
    DraftKind.MENTOR: (
        "Hello {first_name},\n\nI am working towards {goal}, and {skill} is what I have furthest to go in. I have seen "
        "how you work with it ({reason}). Would you be open to half an hour a month for three months? I would bring "
        "one question each time, and what became of the last one.\n\nA no is a fine answer, and so is a name to ask "
        "instead.\n\nThank you"
    ),
    DraftKind.INTRODUCTION: (
        "Hello {first_name},\n\nI am working towards {goal} and would like to learn how {company} goes about {skill}. "
        "Do you know somebody there who might talk with me for twenty minutes? I am glad to write a short note "
        "that you can pass on.\n\nThank you, and tell me when I can return it"
    ),
    DraftKind.THANKS: (
        "Hello {first_name},\n\nthank you for {reason}. What came of it: {outcome}. If there is something I can do for "
        "you, I would be glad to.\n\nAll the best"
    ),
}


class OutreachDraft(Value):
    """A message to be finished by whoever sends it."""

    to: Text
    text: Text
    open: tuple[Text, ...]
    """Fields that nothing was known for: they stand in the text in square brackets."""


def write_draft(template: str, contact: Contact, said: Mapping[str, str], today: date) -> OutreachDraft:
    """The template with its fields filled in; what is `said` goes before what is kept. Nothing is made up."""
    if len(template) > LONGEST:
        raise WrongUse(f"a template of {len(template):,} characters is no message", f"keep it under {LONGEST:,}")
    last = contact.last_real(today)
    known = {
        "name": contact.name,
        "first_name": contact.name.split()[0],
        "organisation": contact.organisation,
        "role": contact.role,
        "met": contact.met,
        "last_contact": f"in {last:%B %Y}" if last else None,
    }
    known = {**known, **said}
    missing: dict[str, None] = {}

    def fill(match: re.Match[str]) -> str:
        value = known.get(match[1])
        if value:
            return value
        missing[match[1]] = None
        return f"[{match[1].replace('_', ' ')}]"

    text = FIELD.sub(fill, template)
    return OutreachDraft(to=contact.name, text=text, open=tuple(missing))
