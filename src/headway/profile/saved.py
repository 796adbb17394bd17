"""A profile as a file: the value as JSON, told from documents by what it holds."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import from_json

from headway.errors import UnreadableFile
from headway.profile.model import Profile


def write_profile(profile: Profile) -> bytes:
    return profile.model_dump_json(indent=2).encode() + b"\n"


def read_profile(data: bytes, name: str) -> Profile | None:
    """The profile that `headway read --save` wrote; None for any other document. Raises UnreadableFile if damaged."""
    if data.lstrip()[:1] != b"{":
        return None
    try:
        given = from_json(data)
    except ValueError:
        return None
    if not isinstance(given, dict) or not {"claims", "words"} <= given.keys():
        return None
    try:
        return Profile.model_validate(given)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise UnreadableFile(name, f"is no profile that can be read: {where}: {first['msg']}", "save it anew") from None
