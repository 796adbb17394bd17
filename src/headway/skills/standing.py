"""Where somebody stands on the map of roles, by the position held last and the years in the field."""

from __future__ import annotations

from datetime import date

from headway.catalog.model import Catalog
from headway.catalog.occupations import TitleMatch, place_title
from headway.profile.model import Position, Profile, Standing
from headway.skills.tenure import is_aside, last_month, years_in
from headway.values import Stage

STAGE_YEARS = ((8.0, Stage.LEADERSHIP), (5.0, Stage.SENIOR), (2.0, Stage.MID), (0.0, Stage.ENTRY))
"""Years in the field from which each stage runs."""


def stand(profile: Profile, catalog: Catalog, today: date) -> Standing | None:
    """The role stage that `profile` stands on; None when the work done last is outside of the catalog's roles.

    A title with a rank keeps its stage unless the years are two stages short of it; a title without one takes the
    stage of the years, up to senior.
    """
    latest = _latest(profile, today)
    placed = [(match, position) for position in latest if (match := place_title(position.title, catalog))]
    if placed:
        match, position = max(placed, key=lambda pair: (not is_aside(pair[1]), pair[0].score))
    elif not profile.positions and profile.headline and (by_headline := place_title(profile.headline, catalog)):
        match, position = by_headline, None
    else:
        return None
    related = [p for p in profile.positions if place_title(p.title, catalog) and not is_aside(p)]
    dated = [p for p in related if p.start and last_month(p, today)]
    years = years_in(dated, today)
    stage = _settle_stage(match, years) if dated else match.stage
    role_stage = catalog.roles[match.role].at(stage, match.track) or catalog.roles[match.role].at(
        match.stage, match.track
    )
    if role_stage is None:
        return None
    return Standing(
        role=match.role,
        stage=role_stage.stage,
        track=role_stage.track,
        reason=_explain(position, profile, years if dated else None),
        confidence=round(match.score * (0.9 if dated else 0.6) * (1.0 if role_stage.stage is match.stage else 0.9), 2),
    )


def _latest(profile: Profile, today: date) -> list[Position]:
    """The positions that last now, or else those that ended last, or else the first of the document."""
    current = [position for position in profile.positions if position.current]
    if current:
        return current
    ends = [(end.index, position) for position in profile.positions if (end := last_month(position, today))]
    if not ends:
        return list(profile.positions[:1])
    newest = max(end for end, _ in ends)
    return [position for end, position in ends if end == newest]


def _settle_stage(match: TitleMatch, years: float) -> Stage:
    by_years = next(stage for least, stage in STAGE_YEARS if years >= least)
    if match.stage is Stage.MID:
        return min(by_years, Stage.SENIOR)
    if match.stage.rank - by_years.rank >= 2:
        return list(Stage)[match.stage.rank - 1]
    return match.stage


def _explain(position: Position | None, profile: Profile, years: float | None) -> str:
    if position is None:
        return f"Your headline says {profile.headline!r}; no position is dated."
    who = f"{position.title}, {position.organisation}" if position.organisation else position.title
    if position.current:
        when = f" since {position.start}" if position.start else " now"
    else:
        when = f" until {position.end}" if position.end else ""
    shown = f"{years:.1f} years in dated positions of the field" if years is not None else "its dates are not known"
    return f"{who}{when}; {shown}."
