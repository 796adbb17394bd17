"""What an answer takes for granted, said in words so that its reader can object."""

from __future__ import annotations

from headway.plan.model import Plan
from headway.profile.model import Standing
from headway.routes.transition import SEARCH
from headway.wellbeing.capacity import Capacity


def list_assumptions(
    asked_hours: float | None, standing: Standing | None, capacity: Capacity, plan: Plan, away: int = 0
) -> list[str]:
    """One sentence for each thing that was not said and had to be supposed, the weightiest first."""
    said = []
    if standing is None:
        said.append("No position matched a role of the catalog, so routes start from the skills alone.")
    elif standing.confidence < 1:
        said.append(f"Where you stand was read from the document: {standing.reason} Say it with --from ROLE:STAGE.")
    if asked_hours is None:
        said.append(f"You gave no hours, so {capacity.hours:g} h a week come from the default week budget.")
    said.append("Levels are read from years of use, seniority and wording; a document shows less than a person can do.")
    said.append("Hours to learn are judged ranges for a learner with the prerequisites; your own pace may differ.")
    if plan.weeks:
        rest = f"except in {away} times away" if away > 1 else "except while you are away" if away else ""
        spends = f"the same hours every week {rest}" if rest else "the same hours every week; no holidays are known"
        said.append(f"The plan starts on {plan.start} and spends {spends}.")
    said.append(f"Finding the job takes {SEARCH.p10:g} to {SEARCH.p90:g} months, a judgement no course can shorten.")
    return said
