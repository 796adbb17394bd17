"""The whole problem week by week, for small instances that the relaxation leaves in doubt: exact, and slower.

Columns: X[a, w], ended by week w; B[a, w], begun by week w; Y[s, w], attained by week w; Z[a, w], the share of the
hours of a that lies in week w.
"""

from __future__ import annotations

import math
from typing import Any

import highspy
import numpy as np

from headway.plan.solver.branch import Case, Relaxed
from headway.plan.solver.decode import Placed
from headway.plan.solver.linear import open_linear
from headway.plan.solver.problem import Problem
from headway.plan.solver.relaxation import (
    CLEAR,
    Floats,
    Program,
    Rows,
    collect,
    latest_starts,
    line_up,
    put_budget,
    put_hours,
    put_rising,
    put_teaching,
)


def model_weeks(problem: Problem) -> Program:
    """The exact program of `problem`, in which X and B are whole; its optimum is that of the problem."""
    ended = line_up(0, problem.soonest, problem.last)
    begun = line_up(ended[-1].end, problem.first, problem.last)
    attained = line_up(begun[-1].end, problem.attainable, (problem.weeks - 1,) * len(problem.steps))
    given = line_up(attained[-1].end, problem.first, problem.last)
    rows = Rows()
    put_rising(rows, ended)
    put_rising(rows, begun)
    put_teaching(rows, problem, ended, attained)
    put_hours(rows, problem, ended)
    if problem.budget is not None:
        put_budget(rows, problem.budget, problem, ended)
    in_week = rows.open(np.asarray(problem.capacity[1:]))
    at_once = rows.open(np.full(problem.weeks, float(problem.max_parallel)))
    for a, (x, b, z) in enumerate(zip(ended, begun, given, strict=True)):
        weeks = b.weeks
        after = weeks > x.soonest  # weeks in which it may have ended before
        before = x.at(weeks[after] - 1)
        for q in problem.requires[a]:  # begun only after the week in which q is attained
            numbers = rows.open(np.zeros(len(weeks)))
            rows.put(numbers, b.columns, 1.0)
            rows.put(numbers, attained[q].at(weeks - 1), -1.0)
        ending = np.searchsorted(latest_starts(problem, a, x.weeks), weeks, side="right")
        some = ending > 0
        numbers = rows.open(np.zeros(int(some.sum())))  # begun by the last week that still allows its end
        rows.put(numbers, x.columns[ending[some] - 1], 1.0)
        rows.put(numbers, b.columns[some], -1.0)
        numbers = rows.open(np.zeros(len(weeks)))  # hours only in progress
        rows.put(numbers, z.columns, 1.0)
        rows.put(numbers, b.columns, -1.0)
        rows.put(numbers[after], before, 1.0)
        _put_sum(rows, {b.end - 1: 1.0, x.end - 1: -1.0})  # what begins ends
        _put_sum(rows, {x.end - 1: 1.0} | {int(column): -1.0 for column in z.columns})  # with all its hours
        rows.put(in_week[weeks - 1], z.columns, problem.hours[a])
        rows.put(at_once[weeks - 1], b.columns, 1.0)
        rows.put(at_once[weeks[after] - 1], before, -1.0)
    return collect(rows, problem, [*ended, *begun], attained, given)


def read_spans(problem: Problem, program: Program, point: Floats) -> list[Placed] | None:
    """The activities chosen at a point of the exact program, and when each is in progress; None if it is not whole."""
    choices = point[: program.whole]
    if np.any(np.minimum(choices, 1.0 - choices) > CLEAR):
        return None
    size = len(problem.activities)
    spans: list[Placed] = []
    for a, (x, b) in enumerate(zip(program.choices[:size], program.choices[size:], strict=True)):
        if point[x.end - 1] > 0.5:
            first = b.soonest + int(np.argmax(point[b.begin : b.end] > 0.5))
            spans.append((a, first, x.soonest + int(np.argmax(point[x.begin : x.end] > 0.5))))
    return spans


def open_program(program: Program) -> Any:
    """A linear solver that holds `program`."""
    linear = open_linear()
    linear.setOptionValue("primal_feasibility_tolerance", 1e-9)  # its whole points are read as plans
    size, height = len(program.worth), len(program.limits)
    linear.addVars(size, np.zeros(size), np.ones(size))
    linear.changeColsCost(size, np.arange(size, dtype=np.int32), program.worth)
    linear.addRows(
        height,
        np.full(height, -highspy.kHighsInf),
        program.limits,
        len(program.columns),
        program.row_starts[:-1],
        program.columns,
        program.factors,
    )
    return linear


def solve_program(linear: Any, program: Program, case: Case, basis: object) -> Relaxed | None:
    """The relaxation where the ranges of columns in `case` are fixed, solved from `basis`; None if impossible."""
    lower, upper = np.zeros(program.whole), np.ones(program.whole)
    for begin, end, value in case:
        np.maximum(lower[begin:end], value, out=lower[begin:end])
        np.minimum(upper[begin:end], value, out=upper[begin:end])
    if np.any(lower > upper):
        return None
    if case:
        linear.setOptionValue("presolve", "off")
        linear.setOptionValue("simplex_dual_edge_weight_strategy", 1)  # Devex: a case takes few iterations
        linear.setBasis(basis)
    linear.changeColsBounds(program.whole, np.arange(program.whole, dtype=np.int32), lower, upper)
    linear.run()
    info, status = linear.getInfo(), linear.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    point = np.array(linear.getSolution().col_value)
    bound = info.objective_function_value if status == highspy.HighsModelStatus.kOptimal else math.inf
    return Relaxed(bound, point, max(0, info.simplex_iteration_count), linear.getBasis())


def _put_sum(rows: Rows, terms: dict[int, float]) -> None:
    """The sum of factor x column is at most 0."""
    number = rows.open(np.zeros(1))
    columns = np.fromiter(terms, dtype=np.int32, count=len(terms))
    rows.put(np.repeat(number, len(terms)), columns, np.fromiter(terms.values(), dtype=np.float64, count=len(terms)))
