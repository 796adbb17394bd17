"""A text and the lexicon -> every mention of a skill, as values."""

from __future__ import annotations

from headway.profile.model import Section
from headway.skills.lexicon import Lexicon
from headway.skills.mentions import find_names
from headway.skills.model import Mention


def find_mentions(text: str, lexicon: Lexicon, sections: tuple[Section, ...] = ()) -> tuple[Mention, ...]:
    """Every mention of a skill in `text`, by place, without overlaps; spans in code points of `text`.

    `sections` are those of a draft of the same text. Never fails, whatever the text.
    """
    return tuple(
        Mention.model_validate(
            {
                "skill": name.term.skill,
                "span": {"start": name.start, "end": name.end},
                "surface": text[name.start : name.end],
                "name": name.term.written,
                "negated": name.negated,
                "wished": name.wished,
                "level": name.level,
                "years": name.years,
                "required": name.required,
                "confidence": name.confidence,
                "rule": name.rule,
            }
        )
        for name in find_names(text, lexicon, sections)
    )
