"""`ProfessionalNetwork`: people one knows, who could mentor, and what to do each month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pydantic import ValidationError

from headway.errors import HeadwayError, NotFound, Problem, WrongUse
from headway.faces.library.shown import Listed, Row, Table, write_html, write_text
from headway.faces.library.words import (
    day_of,
    find_role,
    find_skill,
    open_own,
    read_count,
    read_day,
    read_list,
    read_stage,
    read_text,
    read_word,
)
from headway.network.alike import sort_arrivals
from headway.network.cadence import Due, Keyed, list_due, record
from headway.network.mentors import Meeting, Search
from headway.network.model import Contact, ContactKind, Mentorship, Side, Tier, Touch, TouchKind, Willing
from headway.network.names import fold
from headway.network.plan import Move, NetworkPlan, plan_network
from headway.values import Map, Slug, Stage, Text

if TYPE_CHECKING:
    from headway.catalog.model import Catalog

MOST_MONTHS = 12
FARTHEST_AHEAD = 366
"""Days."""
SIDES = {"mentor": Side.MENTOR, "mentee": Side.MENTEE}
KINDS = {"community": ContactKind.COMMUNITY, "event": ContactKind.EVENT}
"""Relationships that mean something to the engine; any other word says how you met."""
MENTORS_AT = Stage.SENIOR
OTHERS_AT = Stage.MID
"""The stage in their expertise where none is said. Defaults."""


class Connection(Row):
    """Somebody in the network, as the guide's dictionary has them."""

    person: Text
    relationship: Text
    industry: Text
    expertise: tuple[Slug, ...]
    last_contact: date | None = None
    """The last real one: no try and no plan."""
    contact: Contact
    """Everything that is known of them."""
    reasons: tuple[Text, ...] = ()
    """Why they were found."""

    named: ClassVar[tuple[str, ...]] = ("person", "relationship", "industry", "expertise", "last_contact")


class MentorList(Listed[Connection]):
    """Who could be asked, best first; `search` holds who else could, and where to look."""

    search: Search


class NetworkingActivities(Listed[str]):
    """What to do, a sentence each; `plan` holds the month, the hours, the reason and the source of each."""

    plan: NetworkPlan


class ProfessionalNetwork:
    """People, communities and events that one keeps up with. It lives as long as the program: nothing is stored."""

    def __init__(self, *, today: date | str | None = None, catalog: Catalog | None = None) -> None:
        self._catalog = open_own(catalog)
        self._today = today
        self._entries: list[Connection] = []
        self.problems: tuple[Problem, ...] = ()
        """What was odd about a file that was read."""

    @classmethod
    def read(
        cls, file: Path | str, *, today: date | str | None = None, catalog: Catalog | None = None
    ) -> ProfessionalNetwork:
        """The contacts of a file: LinkedIn's connections, vCards, or a CSV table. Those like one above them are left
        out, and told in `problems`."""
        from headway.actions.files import read_bytes
        from headway.actions.people import make_place
        from headway.network.read import read_contacts

        network, path = cls(today=today, catalog=catalog), Path(file)
        place = make_place(lambda: network._catalog)
        reading = read_contacts(read_bytes(path), path.name, day_of(today), place)
        arrivals = sort_arrivals((), reading.contacts)
        network.problems = reading.problems
        for contact in arrivals.new:
            side = contact.mentorship.side if contact.mentorship else None
            network._keep(contact, side or (contact.met or "connection" if contact.kind == "person" else contact.kind))
        held = (
            Problem(message=f"{h.contact.name} was left out: {h.likeness} as {h.other.name}") for h in arrivals.held
        )
        network.problems = (*reading.problems, *held)
        return network

    @property
    def connections(self) -> Listed[Connection]:
        """Everybody, in the order in which they were added."""
        return self._list("Connections", self._entries)

    @property
    def communities(self) -> Listed[Connection]:
        """Communities and events."""
        return self._list("Communities", [c for c in self._entries if c.contact.kind is not ContactKind.PERSON])

    @property
    def mentors(self) -> Listed[Connection]:
        """Those who mentor you."""
        return self._list("Mentors", self._on(Side.MENTOR))

    @property
    def mentees(self) -> Listed[Connection]:
        """Those whom you mentor."""
        return self._list("Mentees", self._on(Side.MENTEE))

    @property
    def keyed(self) -> tuple[Keyed, ...]:
        """Everybody as the engine takes them."""
        return tuple((str(number), entry.contact) for number, entry in enumerate(self._entries))

    def add_connection(
        self,
        person: str,
        relationship: str,
        industry: str,
        expertise: Iterable[str] | Mapping[str, str],
        *,
        career_stage: str | None = None,
        organisation: str | None = None,
        last_contact: date | str | None = None,
        tier: str | None = None,
        willing: bool | None = None,
        room: int = 1,
        as_new: bool = False,
    ) -> Connection:
        """Adds somebody: a `mentor` or `mentee` of yours, a `community` or `event`, or any word for how you met.

        `expertise` names skills, each with its stage if you like: `["rag", "mlops:senior"]` or `{"rag": "senior"}`;
        those without are at `career_stage`. `tier` is close, regular or loose: how often to be reminded. `willing` says
        whether they would mentor, `room` how many they could. Who is like somebody there is refused, but with `as_new`.
        """
        today, word = day_of(self._today), read_text(relationship, "relationship")
        side = SIDES.get(word.lower())
        stage = read_stage(career_stage) if career_stage else MENTORS_AT if side is Side.MENTOR else OTHERS_AT
        on = read_day(last_contact, "last_contact", today) if last_contact else None
        would = side is Side.MENTOR if willing is None else willing
        fields = {
            "name": read_text(person, "person"),
            "kind": KINDS.get(word.lower(), ContactKind.PERSON),
            "added_on": today,
            "organisation": read_text(organisation, "organisation") if organisation else None,
            "industry": read_text(industry, "industry"),
            "expertise": self._read_expertise(expertise, stage),
            "met": None if side else word,
            "tier": read_word(Tier, tier, "tier") if tier else None,
            "willing": Willing.YES if would else Willing.UNASKED if willing is None else Willing.NO,
            "room": room,
            "mentorship": Mentorship(side=side, since=on or today) if side else None,
            "touches": (Touch(on=on),) if on else (),
        }
        contact = _build(fields)
        if not as_new and (held := sort_arrivals(self.keyed, [contact]).held):
            raise HeadwayError(
                f"{held[0].other.name} is there already, with {held[0].likeness}", "add another with as_new=True"
            )
        return self._keep(contact, word)

    def record_contact(self, person: str, on: date | str | None = None, kind: str = "message") -> Connection:
        """Notes that you were in touch: met, call, message or event; tried reached nobody, planned is to come."""
        today, said = day_of(self._today), read_word(TouchKind, kind, "kind")
        day = read_day(on, "on", None if said is TouchKind.PLANNED else today) if on else today
        place = self._find(person)
        entry = self._entries[place]
        self._entries[place] = _describe(record(entry.contact, Touch(on=day, kind=said)), entry.relationship, today)
        return self._entries[place]

    def list_due(self, ahead: int = 0) -> Listed[Due]:
        """Who is due today or in the `ahead` days after it, by tier, from the last real contact."""
        found = list_due(self.keyed, day_of(self._today), read_count(ahead, "ahead", 0, FARTHEST_AHEAD))
        rows = tuple((due.name, f"{due.days_over} days", due.reason) for due in found.items)
        return Listed(
            found.items, Table("To be in touch with", ("Person", "Over", "Why"), rows, "" if rows else "Nobody.")
        )

    def find_mentor(self, expertise_area: str, career_stage: str, *, companies: Iterable[str] = ()) -> MentorList:
        """Who could mentor somebody at `career_stage` in a skill: a stage above in it, willing, with room."""
        from headway.actions.network import search_skill

        skill = find_skill(expertise_area, "expertise_area", self._catalog)
        places = read_list(companies, "companies")
        search = search_skill(
            self.keyed, skill.slug, read_stage(career_stage), self._catalog, day_of(self._today), places
        )
        found = [self._entries[int(c.key)].change(reasons=c.reasons) for c in search.candidates]
        rows = tuple((c.person, c.contact.organisation or c.industry, "; ".join(c.reasons)) for c in found)
        caption = f"Mentors in {search.name} for somebody at {search.own}"
        listed = MentorList(found, Table(caption, ("Person", "Works", "Why"), rows, _say_search(search)))
        listed.search = search
        return listed

    def plan_networking_activities(self, *, goal: str | None = None, months: int = 3) -> NetworkingActivities:
        """What to do for your network in the next `months`, towards a role (`ml-engineer:mid`) where one is named."""
        months, today = read_count(months, "months", 1, MOST_MONTHS), day_of(self._today)
        if goal:
            from headway.actions.transition import meet_people

            role = find_role(goal, "goal", self._catalog)
            plan = meet_people(self.keyed, None, role, self._catalog, today, months)
        else:
            plan = plan_network(self.keyed, "your career", (), self._list_meetings(), today, months)
        table = show_moves(plan.moves)._replace(note=f"{plan.hours:g} h a week on the way to {plan.goal}.")
        listed = NetworkingActivities((move.what for move in plan.moves), table)
        listed.plan = plan
        return listed

    def _keep(self, contact: Contact, relationship: str) -> Connection:
        self._entries.append(_describe(contact, relationship, day_of(self._today)))
        return self._entries[-1]

    def _on(self, side: Side) -> list[Connection]:
        today = day_of(self._today)
        terms = [(entry, entry.contact.mentorship) for entry in self._entries]
        return [entry for entry, term in terms if term and term.side is side and term.runs(today)]

    def _find(self, person: str) -> int:
        wanted = fold(read_text(person, "person"))
        found = [place for place, entry in enumerate(self._entries) if fold(entry.person) == wanted]
        if not found:
            raise NotFound("person", person, [entry.person for entry in self._entries if wanted in fold(entry.person)])
        if len(found) > 1:
            raise HeadwayError(f"{person!r} fits {len(found)} people", "name one of them apart")
        return found[0]

    def _read_expertise(self, said: Iterable[str] | Mapping[str, str], stage: Stage) -> Map[Slug, Stage]:
        pairs = said.items() if isinstance(said, Mapping) else [_split(one) for one in read_list(said, "expertise")]
        return Map(
            {
                find_skill(skill, "expertise", self._catalog).slug: read_stage(own, "expertise") if own else stage
                for skill, own in pairs
            }
        )

    def _list_meetings(self) -> tuple[Meeting, ...]:
        """Without a goal, the communities that are about most."""
        ranked = sorted(self._catalog.communities.values(), key=lambda one: (-len(one.focus), one.slug))
        return tuple(Meeting.model_validate(one.model_dump(include=set(Meeting.model_fields))) for one in ranked)

    def _list(self, caption: str, entries: list[Connection]) -> Listed[Connection]:
        rows = tuple(
            (c.person, c.relationship, c.industry, ", ".join(c.expertise), str(c.last_contact or "-")) for c in entries
        )
        headings = ("Person", "Relationship", "Industry", "Expertise", "Last contact")
        return Listed(entries, Table(caption, headings, rows, "" if rows else "Nobody yet."))

    def __repr__(self) -> str:
        return write_text((self.connections.table,))

    def _repr_html_(self) -> str:
        return write_html((self.connections.table,))


def show_moves(moves: Iterable[Move]) -> Table:
    """What to do for a network, as a table."""
    rows = tuple((str(m.month), m.what, f"{m.hours:g} h", m.why) for m in moves)
    return Table("Networking", ("Month", "To do", "Takes", "Why"), rows)


def _split(said: str) -> tuple[str, str]:
    """`pytorch:senior` -> its parts; no stage where none is said."""
    skill, _, stage = said.partition(":")
    return skill, stage


def _describe(contact: Contact, relationship: str, today: date) -> Connection:
    return Connection(
        person=contact.name,
        relationship=relationship,
        industry=contact.industry or "",
        expertise=tuple(contact.expertise),
        last_contact=contact.last_real(today),
        contact=contact,
    )


def _build(fields: Mapping[str, object]) -> Contact:
    try:
        return Contact.model_validate(fields)
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise WrongUse(f"{place} cannot be meant: {first['msg'].removeprefix('Value error, ')}") from None


def _say_search(search: Search) -> str:
    """What there is to say beside the candidates."""
    said = [search.says]
    if not search.candidates and search.ask_first:
        said.append(f"Ask first: {', '.join(one.name for one in search.ask_first)}.")
    if not search.candidates and search.meetings:
        said.append(f"People with it meet at {', '.join(one.name for one in search.meetings)}.")
    if not search.candidates and search.introductions:
        said.append("; ".join(f"{one.name} {one.through}" for one in search.introductions) + ".")
    return " ".join(said)
