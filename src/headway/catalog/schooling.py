"""The education that O*NET's occupations take: what people in them say, or the job zone. Typical, never demanded."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from headway.values import Basis, Name, Share, Value


class Schooling(Value):
    """Of one occupation. Shares are of the people asked: who says that the job takes the degree, or a higher one."""

    onet: Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}\.\d{2}$")]
    title: Name
    zone: Annotated[int, Field(ge=1, le=5)]
    """O*NET's job zone: 1 little or no preparation, 5 extensive preparation."""
    bachelor: Share | None = None
    """None where nobody was asked; then the others are, too."""
    master: Share | None = None
    doctorate: Share | None = None
    basis: Basis
