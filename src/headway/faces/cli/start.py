"""Where `headway` starts. What programs call by the thousand (`headway extract`) starts without the rest.

Parsing words with typer takes a tenth of a second and the catalog's values another, so the plain forms
`extract FILE --json` and `extract --jsonl FILE` are read here; every other command line goes to typer.
"""

from __future__ import annotations

import gc
import os
import sys

PATIENT = 1_000_000
"""Objects made before garbage is looked for: a command lives for a second, and a tenth of it would go into that; one
that reads a million documents still needs it."""


def main() -> None:
    """Runs a command; every refusal is one line on standard error."""
    gc.set_threshold(PATIENT)
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141
    except OSError as fault:  # wherever a name is too long or a disk full
        code = 1
        print(f"headway: {fault.filename or 'a file'}: {fault.strerror or fault}", file=sys.stderr)
    except Exception as fault:
        from headway.errors import HeadwayError

        if not isinstance(fault, HeadwayError):
            raise
        code = fault.exit_code
        print(f"headway: {fault}", file=sys.stderr)
    sys.exit(code)


def _run(words: list[str]) -> int:
    if len(words) == 3 and words[0] == "extract" and not os.environ.get("HEADWAY_CATALOG"):
        from headway.faces.cli.streams import print_extract, print_lines

        match words[1:]:
            case ["--jsonl", source] if _is_plain(source):
                return print_lines(source)
            case ["--json", source] | [source, "--json"] if _is_plain(source):
                return print_extract(source)
    from headway.faces.cli.main import run

    return run()


def _is_plain(word: str) -> bool:
    return word == "-" or not word.startswith("-")
