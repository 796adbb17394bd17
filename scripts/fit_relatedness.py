"""Learns how much each part of the relatedness of two occupations counts, from observed changes of occupation.

Usage: python scripts/fit_relatedness.py FOLDER
FOLDER holds cps_nodes.csv (census, title, onet_codes, inflow_dev), cps_edges_dev.csv (origin, dest, observations) and,
if roles are to be checked too, role_flows_dev.csv (past, current, log_lift). Prints the shares for LEARNED in
routes/relatedness.py, how they hold over origins that they were not learned on, and 95 % intervals (bootstrap over
origins, or over pairs of roles). Moves are told from what the sizes of occupations alone would give: a logistic
regression with weights of zero or more, so that no part can count against its meaning.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from headway.actions.catalog import open_catalog
from headway.actions.relatedness import open_ground
from headway.routes.footing import Ground, find_footing, stand_on_codes
from headway.routes.relatedness import LEARNED, Among, compare_rows, lay_out, score_all

FOLDS = 5
RESAMPLED = 300
STEPS = 40
Floats = NDArray[np.float64]


def main(folder: Path) -> None:
    ground = open_ground(open_catalog())
    alike, moved, expected = read_moves(folder, ground)
    chance = np.random.default_rng(1)
    fold = chance.permutation(len(moved)) % FOLDS
    foreseen = np.zeros(moved.shape)
    for held in range(FOLDS):
        learned = fit(alike[fold != held], moved[fold != held], expected[fold != held])
        print(f"without fold {held}:", say(learned))
        foreseen[fold == held] = alike[fold == held] @ learned
    print("LEARNED =", say(fit(alike, moved, expected)))
    auc = separate(foreseen, moved, expected)
    drawn = []
    for _ in range(RESAMPLED):
        rows = chance.integers(0, len(moved), len(moved))
        drawn.append(separate(foreseen[rows], moved[rows], expected[rows]))
    low, high = np.percentile(drawn, [2.5, 97.5])
    print(f"occupations, {FOLDS} folds by origin: {auc:.3f} ({low:.3f} to {high:.3f}), {len(moved)} origins")
    for i, name in enumerate(LEARNED):
        print(f"  {name} alone: {separate(alike[:, :, i], moved, expected):.3f}")
    if (folder / "role_flows_dev.csv").is_file():
        check_roles(folder / "role_flows_dev.csv", ground, chance)


def read_moves(folder: Path, ground: Ground) -> tuple[Floats, Floats, Floats]:
    """Origins x destinations (x parts): how alike, moves counted, and moves expected from sizes alone."""
    nodes = pd.read_csv(folder / "cps_nodes.csv")
    edges = pd.read_csv(folder / "cps_edges_dev.csv")
    ends = [
        stand_on_codes(title, tuple(codes.split(";")), ground) for title, codes in nodes[["title", "onet_codes"]].values
    ]
    rows = lay_out(ends, ground, Among.OCCUPATIONS)
    place = {census: i for i, census in enumerate(nodes.census)}
    found = compare_rows(rows, rows)
    alike = np.stack([found[name] for name in LEARNED], axis=2)
    moved = np.zeros((len(nodes), len(nodes)))
    for origin, dest, count in edges[["origin", "dest", "observations"]].values:
        moved[place[origin], place[dest]] = count
    np.fill_diagonal(moved, 0)
    origins = np.flatnonzero(moved.sum(axis=1))
    inflow = nodes.inflow_dev.fillna(0).to_numpy() + 0.5
    expected = moved.sum(axis=1, keepdims=True) * inflow
    np.fill_diagonal(expected, 0)
    return alike[origins], moved[origins], expected[origins] / expected[origins].sum() * moved.sum()


def fit(alike: Floats, moved: Floats, expected: Floats) -> Floats:
    """Shares of the parts, 0 or more, summing to 1: Newton's method, a part that would turn negative held at zero."""
    given = alike.reshape(-1, alike.shape[2])
    columns = np.column_stack([np.ones(len(given)), given])
    yes, no = moved.ravel(), expected.ravel() * moved.sum() / expected.sum()
    weights = np.zeros(columns.shape[1])
    free = np.ones(len(weights), bool)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (no * chance - yes * (1 - chance))
        free = (weights > 0) | (slope < 0)
        free[0] = True
        used = columns[:, free]
        bend = (used * ((yes + no) * chance * (1 - chance))[:, None]).T @ used
        step = np.zeros(len(weights))
        step[free] = np.linalg.solve(bend, slope[free])
        weights = weights - step
        weights[1:] = np.maximum(weights[1:], 0)
    shares: Floats = weights[1:] / weights[1:].sum()
    return shares


def separate(scores: Floats, moved: Floats, expected: Floats) -> float:
    """Chance that an observed move scores above one drawn by size alone; ties count half."""
    order = np.argsort(scores, axis=None)
    sorted_scores = scores.ravel()[order]
    yes, no = moved.ravel()[order], expected.ravel()[order]
    starts = np.flatnonzero(np.r_[True, np.diff(sorted_scores) > 0])
    won, lost = np.add.reduceat(yes, starts), np.add.reduceat(no, starts)
    below = np.cumsum(lost) - lost
    return float((won * (below + lost / 2)).sum() / (yes.sum() * no.sum()))


def check_roles(path: Path, ground: Ground, chance: np.random.Generator) -> None:
    """Nothing is learned here: the rank correlation of the score with the observed over-representation."""
    flows = pd.read_csv(path)
    names = sorted({*flows.past, *flows.current})
    ends = [find_footing(name, ground) for name in names]
    scores = score_all(ends, ends, ground, Among.FIELD)
    said = np.array([scores[names.index(a), names.index(b)] for a, b in flows[["past", "current"]].values])
    lift = flows.log_lift.to_numpy()
    drawn = []
    for _ in range(RESAMPLED):
        rows = chance.integers(0, len(lift), len(lift))
        drawn.append(correlate(said[rows], lift[rows]))
    low, high = np.percentile(drawn, [2.5, 97.5])
    print(f"roles, rank correlation: {correlate(said, lift):.3f} ({low:.3f} to {high:.3f}), {len(lift)} pairs")


def correlate(one: Floats, other: Floats) -> float:
    ranks = [pd.Series(values).rank() for values in (one, other)]
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def say(shares: Floats) -> str:
    return "{" + ", ".join(f'"{name}": {share:.3f}' for name, share in zip(LEARNED, shares, strict=True)) + "}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
