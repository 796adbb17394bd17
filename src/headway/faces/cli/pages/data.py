"""Backups and exports, told in a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from headway.faces.cli.console import open_console, put_list

if TYPE_CHECKING:
    from headway.store.backup import Manifest, Restored
    from headway.store.exchange import Contents


def show_backup(manifest: Manifest, file: Path) -> None:
    console = open_console()
    console.print(
        f"{file}: {_count(manifest.documents, manifest.events)}, {manifest.size / 1e3:,.0f} kB, proven whole."
    )


def show_restored(restored: Restored) -> None:
    manifest = restored.manifest
    console = open_console()
    made = f"{manifest.made_at:%Y-%m-%d %H:%M} UTC"
    console.print(f"Restored from the backup of {made}: {_count(manifest.documents, manifest.events)}.")
    if restored.aside:
        console.print(f"What was there before lies in {restored.aside}", soft_wrap=True)


def show_exported(contents: Contents, files: Sequence[Path]) -> None:
    console = open_console()
    console.print(f"Exported {_count(contents.documents, contents.events)}.")
    put_list(console, "Written", [str(file) for file in files])


def show_imported(contents: Contents) -> None:
    open_console().print(f"Imported {_count(contents.documents, contents.events)}.")


def _count(documents: int, events: int) -> str:
    return (
        f"{documents} {'document' if documents == 1 else 'documents'}, {events} {'event' if events == 1 else 'events'}"
    )
