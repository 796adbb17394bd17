"""The relaxation priced week by week, without its rows of hours: what line-ups of activities stand in for.

Any prices of the rows bound every plan. They come from the small program, and are moved from there.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from headway.plan.solver.relaxation import Block, Floats, Program
from headway.plan.solver.surrogate import Flags, Indices, Surrogate


class Priced(NamedTuple):
    """What is left to choose at some prices: an end for activities, and a week from which on steps are held.

    The sum of `base` and of what is chosen is at least the worth of any plan with these choices.
    """

    base: float
    ends: Floats
    """Activities x weeks: what each gains when it ends in a week, -inf where it cannot."""
    holds: Floats
    """The same for blocks of steps that are attained in a week."""


class Weekly(NamedTuple):
    """Rows of a program by state, as `Program` has them; columns are those of the surrogate."""

    weeks: int
    choices: tuple[Block, ...]
    begin: Indices
    """The first column of each block."""
    last: Indices
    block: Indices
    """Of each column."""
    week: Indices
    worth: Floats
    limits: Floats
    row: Indices
    column: Indices
    factor: Floats
    knot: Indices
    """Of each row the surrogate row before it, and the share of its price that comes from the one behind."""
    share: Floats

    def spread(self, prices: Floats) -> Floats:
        """The prices of the rows that say the same as `prices` of the surrogate's."""
        return (1.0 - self.share) * prices[self.knot] + self.share * prices[self.knot + 1]

    def price(self, prices: Floats, once: Floats, allowed: Flags) -> Priced:
        """What is left at `prices` of the rows, and of each activity's ending at all; only `allowed` columns begin."""
        net = self.worth - np.bincount(self.column, self.factor * prices[self.row], len(self.worth))
        so_far = np.cumsum(net)
        gains = np.where(allowed, so_far[self.last][self.block] - so_far + net, -np.inf)
        table = np.full((len(self.begin), self.weeks), -np.inf)
        table[self.block, self.week] = gains
        table[: len(once)] -= once[:, None]
        return Priced(float((prices * self.limits).sum() + once.sum()), table[: len(once)], table[len(once) :])

    def find_excess(self, columns: Indices) -> Floats:
        """How far the rows are above their limits when `columns` begin, some of them more than once."""
        begun = np.bincount(columns, minlength=len(self.worth))
        so_far = np.cumsum(begun)
        state = so_far - (so_far - begun)[self.begin][self.block]
        return np.bincount(self.row, self.factor * state[self.column], len(self.limits)) - self.limits


def read_weekly(program: Program, small: Surrogate, weeks: int) -> Weekly:
    kept = np.repeat(~np.asarray(program.of_hours), np.diff(program.groups))
    entry = np.repeat(np.arange(len(kept)), np.diff(program.row_starts))
    of_kept = kept[entry]
    return Weekly(
        weeks,
        program.choices,
        small.begin,
        small.last,
        small.block,
        small.week,
        program.worth,
        program.limits[kept],
        (np.cumsum(kept) - 1)[entry[of_kept]],
        program.columns[of_kept].astype(np.intp),
        program.factors[of_kept],
        small.knot[kept],
        small.share[kept],
    )
