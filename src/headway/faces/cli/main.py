"""Every command, registered. Heavy imports wait inside the commands, so that `headway --help` answers at once."""

from __future__ import annotations

import sys

import typer

from headway.faces.cli.app import app
import headway.faces.cli.commands.plan
import headway.faces.cli.commands.track
import headway.faces.cli.commands.replan
import headway.faces.cli.commands.wellbeing
import headway.faces.cli.commands.routes
import headway.faces.cli.commands.gap
import headway.faces.cli.commands.read
import headway.faces.cli.commands.match
import headway.faces.cli.commands.extract
import headway.faces.cli.commands.explore
import headway.faces.cli.commands.outlook
import headway.faces.cli.commands.habits
import headway.faces.cli.commands.pay
import headway.faces.cli.commands.offer
import headway.faces.cli.commands.negotiate
import headway.faces.cli.commands.people
import headway.faces.cli.commands.network
import headway.faces.cli.commands.relate
import headway.faces.cli.commands.catalog
import headway.faces.cli.commands.world
import headway.faces.cli.commands.data


def run() -> int:
    """Runs the command that the process was called with; returns its exit code."""
    try:
        code = typer.main.get_command(app).main(standalone_mode=False)
    except typer.TyperException as fault:
        print(f"headway: {fault.format_message()}", file=sys.stderr)
        return fault.exit_code
    except typer.Abort:
        return 130
    return code if isinstance(code, int) else 0
