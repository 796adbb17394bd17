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
from headway.routes.learning import Ints, Ranks, Syllabus, Ways, meet
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
    other = (
        ways.open
        & (held[:, syllabus.skill] < syllabus.wanted)
        & (nearest[:, syllabus.need] != np.arange(len(syllabus.need)))
    )
    if not other.any():
        return np.asarray(other)
    stones, end = np.flatnonzero(later.any(axis=0)).tolist(), country.syllabus(country.target)
    useful = np.zeros(held.shape, dtype=np.bool_)
    for row in stones:
        useful |= _find_goals(country.syllabus(row), held, later[:, row])
    at_end = _find_goals(end, held, np.ones(len(held), dtype=np.bool_))
    grown = useful | at_end
    while True:  # what helps to learn, at a stone, something that is useful after it
        before = grown.copy()
        for row in stones:
            there = country.syllabus(row)
            wanting = (held[:, there.skill] < there.wanted) & grown[:, there.skill] & later[:, row, None]
            useful |= wanting @ there.helped > 0
        grown = useful | at_end
        if (grown == before).all():
            break
    pays = useful[:, syllabus.skill] | _serve_end(syllabus, held, nearest, end)
    return np.asarray(other & pays)


def _find_goals(syllabus: Syllabus, held: Ranks, going: Flags) -> Flags:
    """Person x skill: whether a need that is open names it or is helped by it, where the person is `going` there."""
    wanting = ~meet(syllabus, held)[:, syllabus.need] & going[:, None]
    return np.asarray(wanting @ (syllabus.names + syllabus.helped) > 0)


def _serve_end(syllabus: Syllabus, held: Ranks, nearest: Ints, end: Syllabus) -> Flags:
    """Person x way: whether it serves a need of the last post that is open, and that the nearest of its need would not
    meet: nothing is learned there for anything else."""
    of_need = np.equal.outer(np.arange(len(end.ways)), end.need)
    names, helped = of_need @ end.names > 0, of_need @ end.helped > 0
    wanted = np.array([end.wanted[ways[0]] for ways in end.ways], dtype=np.intp)
    closes = names.T[syllabus.skill] & (wanted <= syllabus.wanted[:, None])  # way x need of the last post
    left = ~meet(end, held)[:, None, :] & ~closes[nearest[:, syllabus.need]]
    return np.asarray((left & (names | helped).T[syllabus.skill]).any(axis=2))
