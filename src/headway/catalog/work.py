"""What the occupations of O*NET have in common: one matrix a part, one row an occupation, as compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SHIPPED = Path(__file__).parent / "data" / "occupations" / "work.npz"
COMPARED = ("skills", "content", "words", "field", "technology")
"""Parts that are compared by their centred cosine."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False, repr=False)
class Work:
    """The compiled table: `parts` maps a part to occupations x columns; `preparation` is education and experience."""

    codes: tuple[str, ...]
    parts: dict[str, Floats]
    preparation: Floats
    """Mean categories, education (1 to 12) and earlier experience (1 to 11)."""
    skill_names: tuple[str, ...]
    group_names: tuple[str, ...]
    rated: NDArray[np.bool_]
    """Whether O*NET rates the occupation's skills; else they are its relatives'."""

    @cached_property
    def places(self) -> dict[str, int]:
        return {code: place for place, code in enumerate(self.codes)}

    @cached_property
    def spread(self) -> Floats:
        """Standard deviations of `preparation`, by column."""
        deviations: Floats = self.preparation.std(axis=0)
        return deviations


@lru_cache(maxsize=2)
def load_work(path: Path = SHIPPED) -> Work:
    """The table as scripts/build_work.py wrote it; raises OSError where the file is gone."""
    with np.load(path, allow_pickle=False) as table:
        return Work(
            codes=tuple(bytes(code).decode() for code in table["codes"]),
            parts={name: table[name].astype(np.float32) for name in COMPARED},
            preparation=table["preparation"].astype(np.float32),
            skill_names=tuple(str(name).partition(": ")[2] for name in table["skill_names"]),
            group_names=tuple(str(name) for name in table["group_names"]),
            rated=table["rated"],
        )
