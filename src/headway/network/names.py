"""Names as they are compared: without case, accents, marks and titles."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_TITLES = frozenset("dr prof professor mr mrs ms mx ir ing dipl phd msc bsc mba md pmp".split())


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> str:
    """`Dr. Zoë Ångström, PhD` -> `angstrom zoe`: words in any order fold alike."""
    before = name.split(",", maxsplit=1)[0] if _only_titles(name.partition(",")[2]) else name
    words = [word for word in fold(before).split() if word not in _TITLES]
    return " ".join(sorted(words)) or fold(name)


def fold(text: str) -> str:
    """Small letters without accents; marks become spaces."""
    if text.isascii():
        plain = text.lower()
    else:
        parts = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
        plain = "".join(c for c in parts if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain).strip()


def fold_address(url: str) -> str:
    """A page's address as it is compared: without scheme, `www.`, query and a slash at the end."""
    bare = re.sub(r"^https?://(www\.)?", "", url.strip().lower())
    return re.split(r"[?#]", bare)[0].rstrip("/")


def _only_titles(text: str) -> bool:
    """Whether what stands behind a comma is no first name: `PhD`, `CFA, MBA`."""
    words = re.findall(r"[^\s,]+", text)
    return bool(words) and all(fold(word).replace(" ", "") in _TITLES or word.strip(".").isupper() for word in words)
