"""Bytes -> text, with the encoding found out from the bytes alone."""

from __future__ import annotations

import codecs
import re

from headway.errors import Problem, UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f\ufffd\ufffe\uffff]")
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,80}encoding|<meta[^>]{0,120}charset)\s*=\s*["']?(iso-8859-(?:[1-9]|1[0-6])|windows-125[0-8]|koi8-[ru]"""
    rb"""|shift_jis|euc-jp|euc-kr|gb2312|gbk|gb18030|big5)["'\s;>]""",
    re.IGNORECASE,
)
_AS_UTF8 = "save it as UTF-8 text, or as PDF or DOCX"


def decode(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file in UTF-8, UTF-16 or UTF-32 (with a byte order mark, or UTF-16 where it is plain to see
    without one), or else in the encoding that HTML or XML declares, or else Windows-1252, which is noted as a guess.
    Binary noise is refused."""
    encoding = guess_encoding(data)
    if encoding is None:
        encoding = declared_encoding(data)
    if encoding is None:
        return _eight_bit(data, name)
    problems: tuple[Problem, ...] = ()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text, problems = data.decode(encoding, "replace"), (_damaged(name, encoding),)
    if _noisy(text):
        raise UnreadableFile(
            name, "holds binary data, not text", "give a résumé as PDF, DOCX, Markdown, text or JSON Resume"
        )
    return _without_nul(text, name, problems)


def guess_encoding(data: bytes) -> str | None:
    """The Unicode encoding that the bytes speak for; None where they do not."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) >= 4 and max(even, odd) > 0.3 * len(head) / 2 and min(even, odd) <= 0.05 * len(head) / 2:
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        good = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]+", data))
        bad = data.decode("utf-8", "replace").count("\ufffd")
        return "utf-8" if good > 4 * bad else None
    return "utf-8"


def declared_encoding(data: bytes) -> str | None:
    """The eight-bit or East Asian encoding that a page or XML file names in its first lines; None for any other."""
    named = _DECLARED.search(data[:2048]) if data.lstrip()[:1] == b"<" else None
    return named[1].decode("ascii").lower() if named else None


def peek(data: bytes) -> str:
    """The beginning of a file as text, for telling formats apart; never fails."""
    head = data[:8192]
    return head.decode(guess_encoding(head) or "cp1252", "replace").lstrip("\ufeff \t\r\n")


def _eight_bit(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    text = data.decode("cp1252", "replace")
    foreign = len(data.translate(None, bytes(range(0x80))))
    if _noisy(text) or foreign > 0.3 * len(data):
        why = "holds binary data, not text" if _noisy(text) else "is text in an encoding that cannot be told"
        raise UnreadableFile(name, why, _AS_UTF8)
    guess = Problem(
        message="is not UTF-8; it was read as Windows-1252", file=name, hint="check accents and quotes, or " + _AS_UTF8
    )
    return _without_nul(text, name, (guess,))


def _noisy(text: str) -> bool:
    """Whether a text has more control characters and undecodable places than a slip could leave."""
    sample = text[:200_000]
    return len(_CONTROL.findall(sample)) + sample.count("\x00") > max(3, 0.02 * len(sample))


def _damaged(name: str, encoding: str) -> Problem:
    return Problem(message=f"is damaged {encoding.upper()}: some characters were lost", file=name, hint=_AS_UTF8)


def _without_nul(text: str, name: str, problems: tuple[Problem, ...]) -> tuple[str, tuple[Problem, ...]]:
    count = text.count("\x00")
    if not count:
        return text, problems
    lost = Problem(message=f"{count} NUL character{'s' if count > 1 else ''} left out", file=name)
    return text.replace("\x00", ""), (*problems, lost)
