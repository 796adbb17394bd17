"""Where `headway` starts. Heavy imports wait inside the commands, so that `headway --help` answers at once."""

from __future__ import annotations

import gc
import sys

import typer

from headway.faces.cli.app import app
import headway.faces.cli.commands.plan
import headway.faces.cli.commands.gap
import headway.faces.cli.commands.catalog
import headway.faces.cli.commands.world


def main() -> None:
    """Runs a command; every refusal is one line on standard error."""
    gc.disable()  # a command lives for a second: collecting garbage costs a tenth of it and frees little
    try:
        code = typer.main.get_command(app).main(standalone_mode=False)
    except typer.TyperException as fault:
        code = fault.exit_code
        print(f"headway: {fault.format_message()}", file=sys.stderr)
    except typer.Abort:
        code = 130
    except Exception as fault:
        from headway.errors import HeadwayError

        if not isinstance(fault, HeadwayError):
            raise
        code = fault.exit_code
        print(f"headway: {fault}", file=sys.stderr)
    sys.exit(code if isinstance(code, int) else 0)
