"""The linear solver as it is used here: quiet, on one thread, for the most."""

from __future__ import annotations

from typing import Any

import highspy


def open_linear() -> Any:
    """An empty program to be filled."""
    linear: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    linear.silent()
    linear.setOptionValue("threads", 1)
    linear.changeObjectiveSense(highspy.ObjSense.kMaximize)
    return linear
