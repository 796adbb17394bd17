"""The folder of one's own data, opened. Django is imported here and not before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from headway.store.front import Store


def open_home() -> Store:
    """What the owner of this machine keeps; made where there is nothing yet."""
    from headway.store.opening import find_home, open_store

    return open_store(find_home())


def home_folder() -> Path:
    from headway.store.opening import find_home

    return find_home()


def make_uid() -> str:
    """A name for an event that no other will have."""
    return str(uuid4())
