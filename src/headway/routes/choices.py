"""Which of interchangeable skills to go on with at one post of a route, when what comes after it is known.

The nearest skill is the best where there is one move. On a route another may be, as a later post asks for it. Left out
is only what cannot pay: a skill that takes more than the nearest and that no need still open later names or is helped
by.
"""

from __future__ import annotations

from itertools import product
from math import prod

import numpy as np

from headway.routes.crowd import Country
from headway.routes.learning import Ints, Marks, Ranks, Syllabus, Ways, meet
from headway.routes.moves import Flags

MOST_CHOICES = 4096
"""Of one person at one post; beyond it the needs that weigh least go on with the nearest. The shipped catalog stays
far below."""


def list_choices(row: int, held: Ranks, ways: Ways, nearest: Ints, later: Flags, country: Country) -> tuple[Ints, Ints]:
    """(place in the crowd, way of each need) of every choice on entering `row` that can pay, the nearest first.

    `later` says, person x role stage, which stones may follow; the target always does.
    """
    syllabus = country.syllabus(row)
    pays = _find_paying(syllabus, held, ways, nearest, later, country)
    who, chosen = [np.zeros(0, dtype=np.intp)], [nearest[:0]]
    for person in range(len(held)):
        options = _list_options(syllabus, nearest[person], np.flatnonzero(pays[person]))
        table = np.tile(nearest[person], (prod(map(len, options.values())), 1))
        table[:, list(options)] = list(product(*options.values())) or [()]
        who.append(np.full(len(table), person))
        chosen.append(table)
    return np.concatenate(who), np.vstack(chosen)


def _list_options(syllabus: Syllabus, nearest: Ints, paying: Ints) -> dict[int, list[int]]:
    """Of each need with a choice its ways, the nearest first."""
    found: dict[int, list[int]] = {}
    for way in paying.tolist():
        need = int(syllabus.need[way])
        found.setdefault(need, [int(nearest[need])]).append(way)
    kept: dict[int, list[int]] = {}
    for need in sorted(found, key=lambda need: -syllabus.importance[need]):
        if prod(map(len, kept.values())) * len(found[need]) <= MOST_CHOICES:
            kept[need] = found[need]
    return kept


def _find_paying(syllabus: Syllabus, held: Ranks, ways: Ways, nearest: Ints, later: Flags, country: Country) -> Flags:
    """Person x way: whether it may pay to go on with it rather than with the nearest of its need."""
    pays = ways.open & (held[:, syllabus.skill] < syllabus.wanted)
    pays &= nearest[:, syllabus.need] != np.arange(len(syllabus.need))
    people, tried = np.flatnonzero(pays.any(axis=1)), np.flatnonzero(pays.any(axis=0))
    if len(people):
        skill, instead = syllabus.skill[tried], nearest[np.ix_(people, syllabus.need[tried])]
        useful = _find_useful(held[people], later[people], country)[:, skill]
        useful |= _serve_end(syllabus, held[people], tried, instead, country.syllabus(country.target))
        pays[np.ix_(people, tried)] &= useful
    return np.asarray(pays)


def _find_useful(held: Ranks, later: Flags, country: Country) -> Flags:
    """Person x skill: whether it can be of use at a stone still to come: by a need that is open, or by helping to learn
    there what is of use after it."""
    stones = [(row, country.syllabus(row)) for row in np.flatnonzero(later.any(axis=0)).tolist()]
    useful = np.zeros(held.shape, dtype=np.bool_)
    for row, stone in stones:
        useful |= _mark((~meet(stone, held) & later[:, row, None]), stone.served)
    end = country.syllabus(country.target)
    at_end = _mark(~meet(end, held), end.served)
    while True:
        before = useful.sum()
        for row, stone in stones:
            wanting = (held[:, stone.skill] < stone.wanted) & (useful | at_end)[:, stone.skill] & later[:, row, None]
            useful |= _mark(wanting, stone.helped)
        if useful.sum() == before:
            return useful


def _mark(wanting: Flags, marks: Marks) -> Flags:
    """Person x skill, from person x what they are wanting and the skills that each of these marks."""
    return np.asarray(wanting.astype(np.float32) @ marks > 0)


def _serve_end(syllabus: Syllabus, held: Ranks, tried: Ints, instead: Ints, end: Syllabus) -> Flags:
    """Person x way of those `tried`: whether it serves a need of the last post that is open, and that the way `instead`
    would not meet: nothing is learned there for anything else."""
    closes = (end.named.T[syllabus.skill] > 0) & (end.need_wanted <= syllabus.wanted[:, None])
    serves = end.served.T[syllabus.skill[tried]] > 0
    left = ~meet(end, held)[:, None, :] & serves & ~closes[instead]
    return np.asarray(left.any(axis=2))
