"""What no learning opens: the years that a stage asks for, and credentials. They stand apart from readiness."""

from __future__ import annotations

from datetime import date

from headway.catalog.model import Catalog, RoleStage
from headway.catalog.occupations import place_title
from headway.gap.model import Gate, GateState
from headway.profile.model import Certification, Profile
from headway.skills.tenure import years_in
from headway.values import Month

MOST_NAMED = 3


def list_gates(profile: Profile, target: RoleStage, catalog: Catalog, today: date) -> tuple[Gate, ...]:
    return compare_years(profile, target, catalog, today), compare_credentials(profile, today)


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


def compare_credentials(profile: Profile, today: date) -> Gate:
    """The catalog knows of no degree or licence that a role stage demands; adverts may, so what is there is named."""
    named = [study.title for study in profile.studies] + [_name(c, today) for c in profile.certifications]
    titles = list(dict.fromkeys(named))
    more = f" and {len(titles) - MOST_NAMED} more" if len(titles) > MOST_NAMED else ""
    have = f"names {'; '.join(titles[:MOST_NAMED])}{more}" if titles else "names none"
    return Gate(
        name="Credentials",
        state=GateState.UNKNOWN,
        says=f"No degree or licence is known to be demanded, though an advert may; your document {have}.",
    )


def _name(certification: Certification, today: date) -> str:
    """Its name, with the month in which it ran out where it did."""
    expires = certification.expires
    gone = expires is not None and expires.months_to(Month.of(today)) > 0
    return f"{certification.name} (expired {expires})" if gone else certification.name
