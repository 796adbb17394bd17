"""Plan a career: from a document and a wish to the whole answer, and its files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from headway.actions.catalog import open_catalog
from headway.actions.files import read_bytes, write_files
from headway.actions.slots import add_slots
from headway.actions.vocabulary import open_lexicon
from headway.catalog.area_wages import load_estimates
from headway.catalog.model import Catalog
from headway.errors import HeadwayError, Problem
from headway.journey import Journey, Tell, make_journey
from headway.network.cadence import Keyed
from headway.plan.terms import OwnActivity, add_own, read_own
from headway.track.events import Away
from headway.values import Slug
from headway.wellbeing.balance import Lived
from headway.wish import Days, Wish


def plan_career(
    resume: Path,
    wish: Wish,
    today: date,
    tell: Tell,
    catalog: Catalog | None = None,
    lived: Lived | None = None,
    away: Sequence[Away] = (),
    curve: bool = False,
    contacts: Sequence[Keyed] = (),
) -> Journey:
    """The main job: from a résumé's file to the whole answer. Nothing is written.

    The hours for people that the wish keeps go to `contacts`, by their keys; `name_slots` fills in the names.
    """
    catalog = catalog or open_catalog()
    estimates = load_estimates(wish.country)
    data = read_bytes(resume)
    lexicon = partial(open_lexicon, catalog)
    journey = make_journey(data, resume.name, wish, catalog, lexicon, today, tell, lived, away, curve, estimates)
    absent: tuple[Days, ...] = (*away, *wish.away)
    profile, target, hours = journey.profile, journey.target.key, journey.capacity.hours
    plan = add_slots(journey.plan, hours, wish.network, absent, profile, target, catalog, today, contacts)
    return journey.change(plan=plan)


def mix_own(catalog: Catalog, file: Path) -> tuple[Catalog, tuple[OwnActivity, ...], tuple[Problem, ...]]:
    """The catalog with the activities of a file of one's own, these, and what is wrong with the file."""
    own, problems = read_own(read_bytes(file), file.name, catalog)
    if problems and not own:
        raise HeadwayError(str(problems[0]))
    return add_own(catalog, own), own, problems


def name_activities(names: Sequence[str], catalog: Catalog) -> tuple[Slug, ...]:
    """The slugs of activities by slug or name, or a part of it that one alone has."""
    from headway.track.naming import find_activity

    return tuple(dict.fromkeys(find_activity(name, None, lambda: catalog).slug for name in names))


def save_journey(journey: Journey, folder: Path, catalog: Catalog) -> tuple[Path, ...]:
    """Writes plan.md, plan.ics and plan.json into `folder`; each appears whole or not at all."""
    from headway.report.calendar import write_calendar
    from headway.report.markdown import write_markdown

    files = {
        "plan.md": write_markdown(journey, catalog).encode(),
        "plan.ics": write_calendar(journey),
        "plan.json": journey.model_dump_json(indent=2).encode() + b"\n",
    }
    return write_files(folder, files)
