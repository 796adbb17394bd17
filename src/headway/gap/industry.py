"""A profile against an industry: what of its own skills is there already, what to add, and the rules to know."""

from __future__ import annotations

import re
from datetime import date

from headway.catalog.model import Catalog, Need
from headway.catalog.world import Industry, Rule
from headway.gap.model import GapItem, GapStatus
from headway.gap.needs import learn_together
from headway.gap.weigh import weigh_need
from headway.profile.model import Profile
from headway.skills.tenure import describe_position, years_in
from headway.values import Hours, Level, Month, Slug, Text, Value, judged

ENTRY_LEVEL = Level.WORKING
"""Judged: an industry's own skills are asked at this level of whoever enters it; adverts seldom say how much."""
WHY = "An industry's own skills are asked at working level of whoever enters it; adverts seldom say how much"


class IndustryGap(Value):
    """What entering an industry asks beside the role. It is no part of the readiness for the role."""

    industry: Slug
    name: Text
    skills: tuple[GapItem, ...]
    """The industry's own skills at working; those held come first."""
    worked: tuple[Text, ...]
    """Positions whose title or employer speaks of the industry, newest first."""
    years: float
    """Years in those that are dated, overlaps counted once."""
    hours: Hours
    """To bring all of them to working; what the role asks as well is counted in both."""
    learn: tuple[Text, ...]
    rules: tuple[Rule, ...]

    @property
    def speaking(self) -> tuple[GapItem, ...]:
        """Skills for which the document already holds something."""
        return tuple(item for item in self.skills if item.evidence)


def measure_industry(profile: Profile, industry: Industry, catalog: Catalog, today: date) -> IndustryGap:
    """The skills of `industry` against `profile`, judged to be asked at working level, all of the same weight."""
    basis = judged(WHY, Month.of(today))
    needs = (
        Need(skill=skill, level=ENTRY_LEVEL, importance=1.0, basis=basis, level_basis=basis)
        for skill in industry.domain
    )
    items = [weigh_need(need, profile, catalog, today) for need in needs]
    worked = [p for p in profile.positions if speaks_of(industry, f"{p.title} {p.organisation or ''}")]
    return IndustryGap(
        industry=industry.slug,
        name=industry.name,
        skills=tuple(sorted(items, key=lambda item: (-item.credit, item.skill))),
        worked=tuple(describe_position(position) for position in worked),
        years=round(years_in(worked, today), 1),
        hours=learn_together(item.hours for item in items if item.status is not GapStatus.MET),
        learn=industry.learn,
        rules=industry.rules,
    )


def speaks_of(industry: Industry, text: str) -> bool:
    """Whether a word of `text`, a title or an employer's name, begins like one of the industry's own."""
    return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in industry.words)
