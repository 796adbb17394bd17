"""What Django is told: one SQLite database for each folder, and nothing of the web."""

from __future__ import annotations

from pathlib import Path
from typing import Any

DATABASE = "headway.sqlite3"
WAIT = 20
"""Seconds that a writer waits for another one."""


def settings() -> dict[str, Any]:
    """For `django.conf.settings.configure`; databases are added as folders are opened."""
    return {
        "INSTALLED_APPS": ["headway.store.apps.StoreConfig"],
        "DATABASES": {},
        "USE_TZ": True,
        "USE_I18N": False,
        "LOGGING_CONFIG": None,
    }


def database(file: Path) -> dict[str, Any]:
    """Writes begin at once (IMMEDIATE), so that two writers wait for each other instead of failing half-way.

    FULL has every commit on the disk before it is acknowledged. What is removed is overwritten with zeros
    (secure_delete), as people who are forgotten must not be found in the file.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA secure_delete=ON;",
        },
    }
