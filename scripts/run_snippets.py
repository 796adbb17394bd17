"""Runs the Python snippets of a page and compares what they print with the text below each; `--write` puts it there.

    python scripts/run_snippets.py docs/library.md --write

Snippets of one page share their names, from top to bottom. A snippet without a `text` block below it prints nothing.
"""

from __future__ import annotations

import io
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

SNIPPET = re.compile(r"^```python\n(?P<code>.*?)^```\n(?:\n^```text\n(?P<said>.*?)^```\n)?", re.MULTILINE | re.DOTALL)


def run_page(page: str, name: str) -> str:
    """The page with what each snippet prints in the block below it."""
    names: dict[str, Any] = {"__name__": "__main__"}

    def run(match: re.Match[str]) -> str:
        line = page.count("\n", 0, match.start("code"))
        code = compile("\n" * line + match["code"], name, "exec")
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(code, names)  # noqa: S102  # the project's own page
        snippet = f"```python\n{match['code']}```\n"
        return f"{snippet}\n```text\n{printed.getvalue()}```\n" if printed.getvalue() else snippet

    return SNIPPET.sub(run, page)


def main(words: list[str]) -> int:
    write = "--write" in words
    stale = 0
    for path in (Path(word) for word in words if word != "--write"):
        page = path.read_text(encoding="utf-8")
        told = run_page(page, str(path))
        if told != page:
            stale += 1
            print(f"{path}: {'written anew' if write else 'prints something else'}")
            if write:
                path.write_text(told, encoding="utf-8")
    return 0 if write else min(stale, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
