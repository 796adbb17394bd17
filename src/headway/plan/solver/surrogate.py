"""The relaxation made small: surrogate rows, each a sum of what is said of neighbouring weeks.

Weights that are not negative cut no plan off, and as prices change slowly from week to week, little is lost. In place
of states (so by week w) the columns are beginnings (so from week w on), at most one in each block.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headway.plan.solver.relaxation import Block, Floats, Program

Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]

HEIGHT = 300
"""Rows that are aimed at: the horizon is cut into as many parts, and prices are set at the ends of these."""
LEAST_PARTS = 4
PARTS_OF_HOURS = 13
"""The least parts for the rows that keep the activities within the hours."""
TINY = 1e-12


class Surrogate(NamedTuple):
    """Maximise the worth of the columns taken, within the limits of the rows; entries are in the order of columns."""

    choices: tuple[Block, ...]
    """The blocks of what is 0 or 1 in every plan; they come first."""
    begin: Indices
    """The first column of each block."""
    last: Indices
    block: Indices
    """Of each column."""
    week: Indices
    worth: Floats
    limits: Floats
    knot: Indices
    """Of each row of the program the row before it, and the share of it that went to the row behind it."""
    share: Floats
    row: Indices
    column: Indices
    factor: Floats

    def find_gains(self, prices: Floats, allowed: Flags) -> tuple[Floats, Floats]:
        """What each column gains at `prices` of the rows, -inf where it is not allowed, and the most of each block."""
        costs = np.bincount(self.column, self.factor * prices[self.row], len(self.worth))
        gains = np.where(allowed, self.worth - costs, -np.inf)
        return gains, np.maximum.reduceat(gains, self.begin)


def combine(program: Program) -> Surrogate:
    blocks = program.blocks
    begin = np.array([block.begin for block in blocks])
    last = np.array([block.end - 1 for block in blocks])
    block = np.repeat(np.arange(len(blocks)), last - begin + 1)
    week = np.concatenate([block.weeks for block in blocks]).astype(np.intp)
    sums = np.cumsum(program.worth)
    worth = sums[last][block] - sums + program.worth  # what begins in a week is so in all later ones
    knot, share = _place_rows(program, int(week.max()))
    row = np.concatenate([knot, knot + 1])
    weight = np.concatenate([1.0 - share, share])
    limits = np.bincount(row, weight * np.tile(program.limits, 2)).astype(np.float64)
    entries = _combine_entries(program, row, weight, block, week)
    return Surrogate(program.choices, begin, last, block, week, worth, limits, knot, share, *entries)


def _combine_entries(
    program: Program, row: Indices, weight: Floats, block: Indices, week: Indices
) -> tuple[Indices, Indices, Floats]:
    """Row, column and factor of each entry, by column."""
    entry = np.repeat(np.arange(len(program.limits)), np.diff(program.row_starts))
    entry = np.concatenate([entry, entry + len(program.limits)])
    column = np.tile(program.columns, 2)
    count, weeks = len(program.blocks), int(week.max()) + 1
    pair, number = np.unique(row[entry] * count + block[column], return_inverse=True)
    factors = weight[entry] * np.tile(program.factors, 2)
    states = np.bincount(number * weeks + week[column], factors, len(pair) * weeks).reshape(len(pair), weeks)
    beginnings = np.cumsum(states[:, ::-1], axis=1)[:, ::-1]
    place = np.full((count, weeks), -1)
    place[block, week] = np.arange(len(block))
    columns = place[pair % count]
    kept = (columns >= 0) & (np.abs(beginnings) > TINY)
    rows = np.broadcast_to(pair[:, None] // count, kept.shape)
    order = np.argsort(columns[kept], kind="stable")
    return rows[kept][order], columns[kept][order], beginnings[kept][order]


def _place_rows(program: Program, weeks: int) -> tuple[Indices, Floats]:
    """Of each row the surrogate row of the knot before it, and the share of it that goes to the knot behind it.

    Where only one activity is done at a time, every row of hours stays: its weeks differ too much.
    """
    sizes = np.diff(program.groups)
    others = sizes[~np.asarray(program.of_hours)]
    parts = max(LEAST_PARTS, (HEIGHT - len(others)) * weeks / max(1, int(others.sum())))
    knots, shares, height = [], [], 0
    for size, of_hours in zip(sizes.tolist(), program.of_hours, strict=True):
        every = weeks if program.alone else max(PARTS_OF_HOURS, 2 * parts)
        count = max(1, round((size - 1) * (every if of_hours else parts) / weeks))
        at = np.unique(np.round(np.linspace(0, size - 1, count + 1)))
        place = np.interp(np.arange(size), at, np.arange(len(at)))
        knots.append(height + place.astype(np.intp))
        shares.append(place % 1)
        height += len(at)
    return np.concatenate(knots), np.concatenate(shares)
