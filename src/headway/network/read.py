"""A file of contacts -> contacts, and what was odd, line by line: a CSV table, vCards, or LinkedIn's connections.

Only what serves keeping in touch is taken over: no telephone numbers, postal addresses, birthdays or pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from headway.errors import Problem, UnreadableFile
from headway.network.readers import linkedin, table, vcard
from headway.network.readers.entry import Reading
from headway.profile.archives import is_zip
from headway.profile.encodings import decode
from headway.values import Slug

MOST_CONTACTS = 200_000
Place = Callable[[str], Slug | None]
"""A skill's slug by any of its names; None where the catalog knows none."""


def read_contacts(data: bytes, name: str, today: date, place: Place) -> Reading:
    """The contacts of a file. UnreadableFile where it is of no known kind or holds none."""
    if is_zip(data) or linkedin.identify(data):
        reading = linkedin.read(data, name, today)
    else:
        text, problems = decode(data, name)
        read = vcard.read if vcard.identify(text) else table.read
        reading = read(text, name, today, place)
        reading = Reading(reading.contacts, (*problems, *reading.problems))
    if not reading.contacts:
        first = f": {reading.problems[0]}" if reading.problems else ""
        hint = "give LinkedIn's connections, a vCard or a CSV table"
        raise UnreadableFile(name, f"holds no contact that can be read{first}", hint)
    if len(reading.contacts) > MOST_CONTACTS:
        over = Problem(message=f"holds more than {MOST_CONTACTS:,} contacts; the others were left out", file=name)
        return Reading(reading.contacts[:MOST_CONTACTS], (*reading.problems, over))
    return reading
