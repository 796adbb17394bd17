"""How alike the work of two titles, roles or occupations is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.catalog.model import Catalog
from headway.errors import WrongUse

if TYPE_CHECKING:
    from headway.routes.footing import Ground
    from headway.routes.relatedness import Relatedness


def open_ground(catalog: Catalog) -> Ground:
    """All that relatedness is found in, from the shipped tables."""
    from headway.catalog.classification import load_occupations
    from headway.catalog.title_space import load_title_space
    from headway.catalog.work import load_work
    from headway.routes.footing import make_ground

    return make_ground(catalog, load_occupations(), load_title_space(), load_work())


def relate(start: str, end: str, ground: Ground) -> Relatedness:
    """The relatedness of two titles, roles, role stages or codes, by its parts."""
    from headway.routes.footing import find_footing
    from headway.routes.relatedness import relate_ends

    for name in (start, end):
        if not name.strip():
            raise WrongUse("an empty title cannot be compared", "give a title, a role or a code")
    return relate_ends(find_footing(start, ground), find_footing(end, ground), ground)
