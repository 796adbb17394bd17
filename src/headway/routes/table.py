"""Every move between role stages at once, as numbers: made once for a catalog, and kept in the cache folder.

The file holds plain arrays (numpy's npz, never pickled), named by the catalog's digest and the state of the code that
made them. Whatever is broken or stale there is made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

import headway.gap
from headway.catalog.folders import SHIPPED, keep, place_kept, sign_files
from headway.catalog.model import Catalog, RoleStage
from headway.gap.needs import Held
from headway.routes.find import EARLY, LATE, middle_years
from headway.routes.learning import add_up, find_practised, learn, line_up, make_ground, make_syllabus
from headway.routes.moves import survey
from headway.routes.transition import AT_WORK, SEARCH, WEEKS_A_MONTH, learn_for

Floats = NDArray[np.float32]
MADE_FROM = (
    (Path(__file__).parent, ("*.py",)),
    (Path(headway.gap.__file__).parent, ("*.py",)),
    (SHIPPED / "occupations", ("*.npz", "*.csv")),
)
"""Beside the catalog and its own code, for which its digest stands."""
KIND, FORM = "moves", "npz"


@dataclass(frozen=True)
class MoveTable:
    """Start x end in the order of `keys`; percentiles p10, p50, p90 come first. For somebody who meets every need of
    the start, no more, in the middle of its years."""

    keys: tuple[str, ...]
    hours: Floats
    """For every need."""
    asked: Floats
    """For what an average advert asks."""
    alone: Floats
    """The part of it that the post at the start does not practise."""
    years_short: Floats
    overlap: Floats
    relatedness: Floats

    def months(self, per_week: float) -> Floats:
        """Study beside the post and time on the job, then the search, at `per_week` hours of one's own."""
        at_work = np.array(AT_WORK, dtype=np.float32)[:, None, None]
        study = np.maximum(self.alone / per_week, self.asked / (per_week + at_work)) / WEEKS_A_MONTH
        wait = self.years_short * 12 * np.array([EARLY, 1.0, LATE])[:, None, None]
        search = np.array([SEARCH.p10, SEARCH.p50, SEARCH.p90])[:, None, None]
        return np.asarray(np.maximum(study, wait) + search, dtype=np.float32)


def make_table(catalog: Catalog, relatedness: NDArray[np.float64]) -> MoveTable:
    """All moves between the role stages of `catalog` that ask for something; `relatedness` is that of all its role
    stages, in its order. Equal to `find_transition` pair by pair."""
    terrain, ground = survey(catalog), make_ground(catalog)
    stages = terrain.stages
    people: list[Held] = [learn_for(stage, {}, catalog) for stage in stages]
    held = line_up(people, ground)
    syllabi = [make_syllabus(stage, ground, catalog) for stage in stages]
    used = np.stack([syllabus.asked for syllabus in syllabi])
    hours, asked, alone = np.zeros((3, 3, len(stages), len(stages)), dtype=np.float32)
    for end, syllabus in enumerate(syllabi):
        learned = learn(syllabus, held, ground)
        hours[:, :, end], asked[:, :, end] = learned.hours, add_up(learned.asked)
        alone[:, :, end] = add_up(np.where(find_practised(syllabus, used), 0.0, learned.asked))
    places = {key: place for place, key in enumerate(catalog.role_stages)}
    rows = [places[key] for key in terrain.rows]
    return MoveTable(
        keys=tuple(terrain.rows),
        hours=hours,
        asked=asked,
        alone=alone,
        years_short=_find_short(stages),
        overlap=terrain.overlap.astype(np.float32),
        relatedness=relatedness[np.ix_(rows, rows)].astype(np.float32),
    )


def _find_short(stages: Sequence[RoleStage]) -> Floats:
    """Years that each end asks beyond the middle of those of each start."""
    least, middle = np.array([stage.years[0] for stage in stages]), np.array([middle_years(s) for s in stages])
    return np.asarray(np.maximum(0.0, least[None, :] - middle[:, None]), dtype=np.float32)


def hash_table(catalog: Catalog) -> str:
    """The digest of the catalog with a signature of the code and the tables of occupations that the table rests on."""
    return f"{catalog.digest}-{sign_files(MADE_FROM)}"


def read_table(folder: Path, digest: str) -> MoveTable | None:
    """The table kept under `digest`; None when there is none, or it is broken."""
    try:
        content = place_kept(folder, KIND, digest, FORM).read_bytes()
        with np.load(BytesIO(content), allow_pickle=False) as kept:
            parts = {name: kept[name] for name in MoveTable.__dataclass_fields__}
        return MoveTable(keys=tuple(parts.pop("keys").tolist()), **parts)
    except (OSError, ValueError, LookupError, TypeError, EOFError, BadZipFile):  # whatever stands there is not ours
        return None


def write_table(folder: Path, digest: str, table: MoveTable) -> None:
    """Keep `table`, whole or not at all. A folder that cannot be written is no error: the next start is slower."""
    content = BytesIO()
    arrays = {name: np.asarray(getattr(table, name)) for name in MoveTable.__dataclass_fields__}
    np.savez(content, allow_pickle=False, **arrays)
    keep(folder, KIND, digest, content.getvalue(), FORM)
