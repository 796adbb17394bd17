"""Several targets side by side for one person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from headway.catalog.lookup import find_role_stage
from headway.catalog.model import Catalog
from headway.gap.measure import measure_gap
from headway.profile.model import Profile
from headway.routes.aims import compare_aims
from headway.values import Level

W, P = Level.WORKING, Level.PRACTITIONER


def test_each_target_has_the_numbers_of_its_own_gap(toy: Catalog, today: date, person: Callable[..., Profile]) -> None:
    profile = person(python=W, sql=P, git=W, statistics=W)
    targets = [find_role_stage(key, toy) for key in ("ml-engineer:mid", "data-engineer:mid")]
    aims = compare_aims(profile, None, targets, {}, toy, 6, today)
    for aim, target in zip(aims.aims, targets, strict=True):
        report = measure_gap(profile, target, toy, today)
        assert (aim.key, aim.readiness, aim.hours) == (target.key, report.readiness, report.hours)
        assert aim.pay is None


def test_what_is_open_in_all_is_in_none_alone(toy: Catalog, today: date, person: Callable[..., Profile]) -> None:
    targets = [find_role_stage(key, toy) for key in ("ml-engineer:mid", "data-engineer:mid", "mlops-engineer:mid")]
    aims = compare_aims(person(excel=P), None, targets, {}, toy, 6, today)
    assert "Python" in aims.shared
    alone = {name for aim in aims.aims for name in aim.alone}
    assert alone
    assert not alone.intersection(aims.shared)


def test_with_everything_shown_nothing_is_open(toy: Catalog, today: date, person: Callable[..., Profile]) -> None:
    targets = [find_role_stage(key, toy) for key in ("ml-engineer:mid", "data-engineer:mid")]
    levels = {need.skill.replace("-", "_"): Level.EXPERT for target in targets for need in target.needs}
    aims = compare_aims(person(**levels), None, targets, {}, toy, 6, today)
    assert aims.shared == ()
    assert [aim.met for aim in aims.aims] == [aim.needs for aim in aims.aims]
