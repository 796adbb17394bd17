"""What no learning opens: the years that a stage asks for, and credentials. They stand apart from readiness."""

from __future__ import annotations

from datetime import date

from headway.catalog.model import Catalog, RoleStage
from headway.catalog.occupations import place_title
from headway.catalog.schooling import Schooling
from headway.gap.model import Gate, GateState
from headway.profile.degrees import Degree, is_finished, read_degree
from headway.profile.model import Certification, Profile
from headway.skills.tenure import years_in
from headway.values import Month, Slug

MOST_NAMED = 3
HALF = 0.5
"""Judged: a degree is usual where so many say that the job takes it."""
NO_LICENCE = "No licence is known to be demanded, though an advert may."
ZONES = {
    1: (None, "none"),
    2: (None, "a school-leaving certificate"),
    3: (None, "vocational training or two years of college"),
    4: (Degree.BACHELOR, "a bachelor's in most posts"),
    5: (Degree.MASTER, "a master's in most posts, a doctorate in some"),
}
"""What O*NET says of its job zones, by zone, and the degree that is meant."""


def list_gates(profile: Profile, target: RoleStage, catalog: Catalog, today: date) -> tuple[Gate, ...]:
    return (
        compare_years(profile, target, catalog, today),
        compare_degree(profile, target, catalog, today),
        compare_credentials(profile, today),
    )


def years_in_field(profile: Profile, catalog: Catalog, today: date) -> float:
    """Years in dated positions whose title is one of the catalog's roles; overlaps count once."""
    return years_in((p for p in profile.positions if place_title(p.title, catalog)), today)


def compare_years(profile: Profile, target: RoleStage, catalog: Catalog, today: date) -> Gate:
    """The years that the stage asks for against those in dated positions of the field."""
    low, high = target.years
    asked = f"{low:g}+" if high is None else f"{low:g}-{high:g}"
    have = years_in_field(profile, catalog, today)
    dated = any(p.start for p in profile.positions)
    state = GateState.PASSED if have >= low else GateState.SHORT if dated else GateState.UNKNOWN
    short = "" if have >= low else " Years run on their own clock, and no course replaces them."
    return Gate(
        name="Experience",
        state=state,
        says=f"{target.stage} asks for {asked} years in the field, your dated positions show {have:.1f}.{short}",
    )


def compare_degree(profile: Profile, target: RoleStage, catalog: Catalog, today: date) -> Gate:
    """The degree that the target's occupation typically takes, which is no demand: without it the gate is unknown."""
    schooling = find_schooling(target.role, catalog)
    read = [(degree, s.title) for s in profile.studies if is_finished(s, today) and (degree := read_degree(s.title))]
    best = max(read, key=lambda pair: pair[0].rank, default=None)
    have = f"names {best[1]}" if best else "names no finished degree"
    if schooling is None:
        says = f"Nothing at hand says which degree is usual; your document {have}."
        return Gate(name="Degree", state=GateState.UNKNOWN, says=says)
    usual = find_usual(schooling)
    passed = usual is None or (best is not None and best[0] >= usual)
    return Gate(
        name="Degree",
        state=GateState.PASSED if passed else GateState.UNKNOWN,
        says=f"{say_schooling(schooling)} Your document {have}.",
        basis=schooling.basis,
    )


def find_schooling(role: Slug, catalog: Catalog) -> Schooling | None:
    """Of the first occupation of `role`; the next ones are farther from it."""
    first = catalog.roles[role].onet[:1]
    return next((one for one in catalog.schooling if one.onet in first), None)


def find_usual(schooling: Schooling) -> Degree | None:
    """The highest degree that at least half say it takes; by the job zone where nobody was asked."""
    if schooling.bachelor is None:
        return ZONES[schooling.zone][0]
    shares = (
        (Degree.DOCTORATE, schooling.doctorate),
        (Degree.MASTER, schooling.master),
        (Degree.BACHELOR, schooling.bachelor),
    )
    return next((degree for degree, share in shares if share and share >= HALF), None)


def say_schooling(schooling: Schooling) -> str:
    """What is usual and who says so, in one or two sentences."""
    basis = schooling.basis
    if schooling.bachelor is None:
        return f"Usual, not demanded: {ZONES[schooling.zone][1]} (O*NET job zone {schooling.zone}, {schooling.title})."
    named = (
        ("a bachelor's", schooling.bachelor),
        ("a master's", schooling.master),
        ("a doctorate", schooling.doctorate),
    )
    shares = [f"{share:.0%} say at least {name}" for name, share in named if share] or ["none says a degree"]
    asked = f"of {basis.n} asked" if basis.n else "by experts' estimates"
    caution = f", {basis.note}" if basis.n and basis.note else ""
    return f"Usual, not demanded: {asked} {', '.join(shares)} (O*NET, {schooling.title}, {basis.date}{caution})."


def compare_credentials(profile: Profile, today: date) -> Gate:
    """The catalog knows of no licence that a role stage demands; adverts may, so what is there is named."""
    titles = list(dict.fromkeys(_name(c, today) for c in profile.certifications))
    more = f" and {len(titles) - MOST_NAMED} more" if len(titles) > MOST_NAMED else ""
    have = f"names {'; '.join(titles[:MOST_NAMED])}{more}" if titles else "names none"
    return Gate(name="Credentials", state=GateState.UNKNOWN, says=f"{NO_LICENCE} Your document {have}.")


def _name(certification: Certification, today: date) -> str:
    """Its name, with the month in which it ran out where it did."""
    expires = certification.expires
    gone = expires is not None and expires.months_to(Month.of(today)) > 0
    return f"{certification.name} (expired {expires})" if gone else certification.name
