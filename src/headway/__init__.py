"""headway: a local-first career navigator for AI and ML professionals.

As a library it speaks the career guide's words; each class is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from headway.errors import HeadwayError
    from headway.faces.library.learning import LearningPlan
    from headway.faces.library.network import ProfessionalNetwork
    from headway.faces.library.transition import CareerTransition
    from headway.faces.library.wellbeing import WellbeingPlan

__all__ = ["CareerTransition", "HeadwayError", "LearningPlan", "ProfessionalNetwork", "WellbeingPlan"]
_ROOMS = {
    "CareerTransition": "headway.faces.library.transition",
    "HeadwayError": "headway.errors",
    "LearningPlan": "headway.faces.library.learning",
    "ProfessionalNetwork": "headway.faces.library.network",
    "WellbeingPlan": "headway.faces.library.wellbeing",
}


def __getattr__(name: str) -> Any:
    """The class of that name, loaded on first use."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'headway' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
