"""A journey as a Markdown document that one can read, print and keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from headway.catalog.model import Catalog
from headway.gap.agenda import list_todos
from headway.gap.model import GapItem
from headway.gap.needs import held_levels
from headway.journey import Journey
from headway.pay.model import Band
from headway.plan.model import Plan, PlannedActivity, Step, Week
from headway.report.words import (
    ROUTE_MONTHS,
    list_words,
    say_band,
    say_day,
    say_hours,
    say_learning_year,
    say_money,
    say_months,
    say_pay_basis,
    say_readiness,
    say_route_cost,
    say_slot,
    say_stage,
)
from headway.routes.model import Route

LEARNING_CLAIM = "learning-hours"
"""The published figure that the plan's hours stand beside."""


def write_markdown(journey: Journey, catalog: Catalog) -> str:
    """The whole journey; text that comes from the document is escaped."""
    parts = [
        _title(journey, catalog),
        _standing(journey),
        _gap(journey),
        _agenda(journey, catalog),
        _routes(journey.routes, catalog),
        _plan(journey, catalog),
        _milestones(journey, catalog),
        _curve(journey),
        _pay(journey),
        _notes(journey),
    ]
    return "\n".join(line for part in parts for line in part) + "\n"


def escape(text: str) -> str:
    """Text as data: on one line, without Markdown or HTML meaning."""
    return re.sub(r"([\\`*_{}\[\]<>#|~!])", r"\\\1", " ".join(text.split()))


def _title(journey: Journey, catalog: Catalog) -> Iterator[str]:
    role = catalog.roles[journey.target.role]
    whose = f"{escape(journey.profile.name)}: " if journey.profile.name else ""
    yield f"# {whose}the way to {role.name}, {say_stage(journey.target)}"
    yield ""
    yield f"Made with headway on {say_day(journey.today)}. Estimates are ranges: middle, then 10 % and 90 % bounds."
    yield ""


def _standing(journey: Journey) -> Iterator[str]:
    gap = journey.gap
    yield "## Where you stand"
    yield ""
    if journey.standing:
        yield f"- **Now:** {journey.standing.key}. {escape(journey.standing.reason)}"
    if gap.readiness:
        yield (
            f"- **Readiness:** {say_readiness(gap.readiness)}, the importance-weighted share of what the role asks "
            "that your document shows. It is not a chance of success."
        )
    else:
        yield f"- **Readiness:** not given, because {escape(gap.refusal or '')}."
    yield from (f"- **{gate.name}:** {escape(gate.says)}" for gate in gap.gates)
    yield f"- **Hours to close everything:** {say_hours(gap.hours)}"
    yield ""


def _gap(journey: Journey) -> Iterator[str]:
    yield f"## What {journey.target.titles[0]} asks, and what was found"
    yield ""
    yield "| Need | Asked | Shown | Status | Weight | What was found |"
    yield "|---|---|---|---|---|---|"
    for item in journey.gap.items:
        cells = (item.name, item.wanted, item.held, item.status, item.asked, _found(item))
        yield "| " + " | ".join(escape(str(cell)) for cell in cells) + " |"
    yield ""


def _agenda(journey: Journey, catalog: Catalog) -> Iterator[str]:
    agenda = list_todos(journey.gap, held_levels(journey.profile), catalog)
    lists = (("prove", agenda.prove), ("refresh", agenda.refresh), ("learn", agenda.learn))
    for verb, todos in lists:
        if not todos:
            continue
        yield f"### What to {verb}"
        yield ""
        for todo in todos:
            hours = f", {say_hours(todo.hours)}" if todo.hours.p50 and verb != "prove" else ""
            leaves = f". It leaves: {escape(todo.proof)}" if todo.proof else ""
            yield f"- **{escape(todo.name)}** ({todo.wanted} is asked{hours}). Next: {escape(todo.next)}{leaves}"
        yield ""


def _found(item: GapItem) -> str:
    quote = f" “{item.evidence[0].quote}”" if item.evidence else ""
    return item.reason + quote


def _routes(routes: tuple[Route, ...], catalog: Catalog) -> Iterator[str]:
    yield "## Routes"
    yield ""
    yield ROUTE_MONTHS
    yield ""
    for route in routes:
        way = " → ".join(hop.title for hop in route.hops)
        yield f"### {route.label.capitalize()}: {way}"
        yield ""
        yield " ".join(filter(None, (f"{say_route_cost(route)}.", route.reason, route.warning)))
        yield ""
        for hop in route.hops:
            known = list_words([catalog.skills[s].name for s in hop.transfers[:5]]) or "nothing in full"
            new = list_words([catalog.skills[s].name for s in hop.learns[:5]]) or "nothing"
            clocks = f"Study {say_months(hop.study)}, search {say_months(hop.search)}."
            yield f"- **{hop.title}** ({hop.to}): carries over {known}; new {new}. {clocks}"
        yield ""


def _plan(journey: Journey, catalog: Catalog) -> Iterator[str]:
    plan = journey.plan
    yield "## The plan"
    yield ""
    if not plan.activities:
        yield "Nothing had to be planned: every need is met, or nothing fits the hours and the deadline."
        yield ""
    else:
        yield from _plan_summary(journey)
        yield "| When | What | Hours | Why | Leaves to show |"
        yield "|---|---|---|---|---|"
        for activity in plan.activities:
            yield _activity_row(activity)
        yield ""
        yield "### Week by week"
        yield ""
        for week in plan.weeks:
            yield _week_line(week, plan, catalog)
        yield ""
    if plan.left_out:
        yield "### Not in this plan"
        yield ""
        yield from (f"- {reason}" for reason in plan.left_out)
        yield ""


def _plan_summary(journey: Journey) -> Iterator[str]:
    plan = journey.plan
    yield f"{journey.capacity.hours:g} h a week from {say_day(plan.start)}; {say_hours(plan.hours)} in all."
    if plan.finish:
        bounds = f"early by {say_day(plan.finish.early)}, almost surely by {say_day(plan.finish.surely)}"
        yield f"Done likely by {say_day(plan.finish.likely)}, {bounds}. {plan.finish.says}"
    if journey.covered_after is not None:
        yield f"After it the middle readiness would be {journey.covered_after:.0%}."
    if plan.gap is not None:
        yield f"No other schedule of these choices can be better by more than {plan.gap:.1%} (proven)."
    yield ""


def _milestones(journey: Journey, catalog: Catalog) -> Iterator[str]:
    if not journey.dated:
        return
    yield "## Milestones, reviews, renewals"
    yield ""
    for item in journey.dated:
        surely = f" Almost surely by {say_day(item.surely)}, an estimate." if item.surely else ""
        proof = f" To show: {escape(item.proof)}." if item.proof else ""
        yield f"- **{say_day(item.on)}** ({item.kind}): {escape(item.what.rstrip('.'))}.{proof}{surely}"
    yield ""
    if journey.wish.network:
        yield f"Every week keeps {journey.wish.network:g} h for people; the weeks above say what for."
        yield ""
    hours = sum(activity.planned for activity in journey.plan.activities)
    yield escape(say_learning_year(hours, len(journey.plan.weeks), catalog.claims.get(LEARNING_CLAIM)))
    yield ""


def _curve(journey: Journey) -> Iterator[str]:
    curve = journey.curve
    if curve is None:
        return
    yield "## What an hour more a week buys"
    yield ""
    yield f"Readiness (middle) after {curve.weeks} weeks, from {curve.now:.0%} now. Good plans, not proven best ones."
    yield ""
    yield "| Hours a week | Readiness | Activities |"
    yield "|---|---|---|"
    yield from (f"| {point.hours:g} | {point.readiness:.0%} | {point.activities} |" for point in curve.points)
    yield ""


def _activity_row(activity: PlannedActivity) -> str:
    weeks = f"week {activity.first}" if activity.first == activity.last else f"weeks {activity.first}-{activity.last}"
    name = f"[{escape(activity.name)}]({activity.url})" if activity.url else escape(activity.name)
    price = f", {say_money(activity.cost)}" if activity.cost and activity.cost.amount else ""
    why = activity.reason + (f" Left out for it: {activity.instead}." if activity.instead else "")
    surely = f"; almost surely by {say_day(activity.surely)}" if activity.surely else ""
    cells = (f"{name} ({activity.provider}{price})", f"{activity.planned:g}", why, activity.proof or "")
    return f"| {weeks}{surely} | {cells[0]} | {cells[1]} | {escape(cells[2])} | {escape(cells[3])} |"


def _week_line(week: Week, plan: Plan, catalog: Catalog) -> str:
    said = [f"{catalog.activities[b.activity].name} {b.hours:g} h" for b in week.blocks]
    said += [f"review of {review.name} {review.hours:g} h" for review in plan.reviews if review.monday == week.monday]
    said += [escape(say_slot(slot)) for slot in plan.people if slot.monday == week.monday]
    blocks = "; ".join(said) or "free"
    reached = f" **Reached:** {say_steps(week.attains, catalog)}." if week.attains else ""
    return f"- **{week.number}** ({say_day(week.monday)}): {blocks}.{reached}"


def say_steps(steps: Iterable[Step], catalog: Catalog) -> str:
    """`Python practitioner, SQL working`: the highest step of each skill."""
    highest: dict[str, Step] = {}
    for step in steps:
        if step.skill not in highest or highest[step.skill].level < step.level:
            highest[step.skill] = step
    return ", ".join(f"{catalog.skills[s.skill].name} {s.level}" for s in highest.values())


def _pay(journey: Journey) -> Iterator[str]:
    yield "## Pay"
    yield ""
    if not journey.pay_now and not journey.pay_then:
        yield f"The catalog knows no pay for these roles in {journey.wish.country}."
        yield ""
    yield from _bands("Now", journey.pay_now)
    yield from _bands("Then", journey.pay_then)


def _bands(when: str, bands: tuple[Band, ...]) -> Iterator[str]:
    if not bands:
        return
    yield f"**{when}**"
    yield ""
    for band in bands:
        yield f"- {escape(band.title)}, {band.country}: {say_band(band)} ({say_pay_basis(band.basis)}). {band.note}"
    yield ""


def _notes(journey: Journey) -> Iterator[str]:
    for note in journey.capacity.notes:
        yield f"> {note}"
        yield ""
    yield "## What was assumed"
    yield ""
    yield from (f"- {escape(assumption)}" for assumption in journey.assumptions)
    yield from (f"- {escape(str(problem))}" for problem in journey.problems)
    yield ""
    yield "## Sources"
    yield ""
    for source in journey.sources:
        line = f"- {source.name}, {source.publisher}, {source.date} ({source.licence})."
        yield f"{line} {source.attribution}" if source.attribution else line
