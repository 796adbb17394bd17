"""Any job title -> the role and stage of the catalog that it most likely names, or None.

A title has a head (engineer, scientist ...), a field (machine learning, data ...) and words of rank (senior, head of).
The rank becomes the stage and track; head and field are compared with the titles of the catalog, rare words weighing
more. A title with another head (teacher, nurse) is never a role of the catalog, whatever its field.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log, sqrt

from rapidfuzz import fuzz, process

from headway.catalog.model import Catalog, Role, RoleStage
from headway.values import Name, Share, Slug, Stage, Track, Value, fold_case

LOWEST = 0.6
"""Below this a likeness is chance: `Physics researcher` and `AI researcher` come to 0.2."""

SHORT = {
    "ai": "artificial intelligence",
    "bi": "business intelligence",
    "cv": "computer vision",
    "dev": "developer",
    "ds": "data scientist",
    "eng": "engineer",
    "engr": "engineer",
    "genai": "generative artificial intelligence",
    "llms": "llm",
    "mgr": "manager",
    "ml": "machine learning",
    "mle": "machine learning engineer",
    "nlp": "natural language processing",
    "sde": "software engineer",
    "swe": "software engineer",
    "vp": "vice president",
}
HEADS = {
    "analyst": "analy",
    "architect": "architect",
    "developer": "develop",
    "engineer": "engineer",
    "manager": "manage",
    "modeler": "model",
    "officer": "offic",
    "programmer": "program",
    "researcher": "research",
    "scientist": "scien",
    "specialist": "special",
    "strategist": "strateg",
}
"""Words for a person at work, and the stem that they share with the field (scientist, science)."""
FIELDS = {
    "analysis": "analy",
    "analytics": "analy",
    "architecture": "architect",
    "development": "develop",
    "engineering": "engineer",
    "modeling": "model",
    "operations": "ops",
    "programming": "program",
    "research": "research",
    "science": "scien",
    "sciences": "scien",
}
FOREIGN = frozenset(
    re.findall(
        r"\w+",
        """accountant administrator advisor agent assistant buyer cashier chef clerk coach coordinator designer doctor
        driver editor educator evangelist executive fellow instructor journalist lawyer lecturer librarian mechanic
        nurse owner paralegal pharmacist physician producer professor recruiter representative sales salesperson
        secretary student support teacher technician therapist trainer translator tutor writer""",
    )
)
"""Heads of other trades: with one of them a title is a role only if the catalog's title has it too."""
ENTRY = frozenset({"junior", "jr", "associate", "graduate", "entry", "i", "1"})
LEARNERS = frozenset({"intern", "internship", "trainee", "apprentice"})
MID = frozenset({"mid", "intermediate", "ii", "2"})
SENIOR = frozenset({"senior", "sr", "snr", "staff", "principal", "distinguished", "expert", "iii", "iv", "v", "3", "4"})
LEADS = frozenset({"lead", "leader"})
CHIEFS = frozenset({"head", "director", "chief", "president"})
FREE = frozenset({"consultant", "contractor", "freelance", "freelancer"})
FILLER = FREE | {"a", "an", "and", "at", "for", "in", "level", "of", "remote", "hybrid", "the", "to", "with", "vice"}
RANKS = ENTRY | LEARNERS | MID | SENIOR | LEADS | CHIEFS
STAND_INS = {
    word: kind
    for kind, words in (("learner", LEARNERS), ("lead", LEADS), ("chief", CHIEFS), ("free", FREE - {"consultant"}))
    for word in words
} | {"consultant": "consultant"}
"""Words that stand where a head would (`data science intern`, `head of machine learning`), and their kinds."""


class TitleMatch(Value):
    """The role of the catalog that a job title names, at the stage and track that its words of rank say."""

    role: Slug
    stage: Stage
    track: Track
    score: Share
    matched: Name
    """The title of the catalog that it is like."""


@dataclass(frozen=True)
class _Words:
    """A title taken apart."""

    stems: frozenset[str]
    heads: frozenset[str]
    ranks: frozenset[str]
    stands_in: frozenset[str]
    """Kinds of its words that stand where a head would."""
    manages: bool
    leads: bool
    """The manager comes first (`manager, data engineering`): of people, whatever the field's own managers do."""


_Names = tuple[Slug, tuple[Name, ...], tuple[tuple[str, tuple[Name, ...]], ...]]
"""A role's slug, names, and its stages' keys with their titles."""


@dataclass(frozen=True)
class _Known:
    """A title of the catalog; `stage` is a key, where the title is of one stage alone."""

    title: Name
    folded: str
    words: _Words
    role: Slug
    stage: str | None
    managing: bool
    """It is a title of the management track alone."""
    chiefly: bool
    """Its role has no stage below leadership."""
    total: float
    """Weight of all its stems."""


@dataclass(frozen=True)
class _Index:
    """The titles of a catalog, and where each stem stands, so that few of them need be compared."""

    known: tuple[_Known, ...]
    weights: dict[str, float]
    unknown: float
    """Weight of a stem that no title has."""
    holding: dict[str, list[int]]

    def like(self, words: _Words, folded: str) -> list[_Known]:
        """The titles that `words` hold enough of to reach LOWEST, or that are written the same, in catalog order."""
        shared: dict[int, float] = {}
        for stem in words.stems:
            for place in self.holding.get(stem, ()):
                shared[place] = shared.get(place, 0.0) + self.weights[stem]
        enough = 0.99 * sqrt(LOWEST)
        found = {place for place, both in shared.items() if both >= enough * self.known[place].total}
        return [self.known[place] for place in sorted(found.union(self.holding.get(f"={folded}", ())))]


def place_title(title: str, catalog: Catalog) -> TitleMatch | None:
    """The role, stage and track that `title` most likely means, with a score of 0..1; None when nothing is like it."""
    index = _index(tuple(_names(role) for role in catalog.roles.values()))
    for part in _parts(title):
        words, folded = _correct(_take_apart(part), frozenset(index.weights)), fold_case(part)
        best: tuple[tuple[float, bool, bool], _Known] | None = None
        for known in index.like(words, folded):
            same = known.folded == folded
            if known.chiefly and not same and not words.ranks & CHIEFS:
                continue  # nobody becomes a chief by a word that means nothing here, as in `technology consultant`
            score = 1.0 if same else _compare(words, known, index)
            likeness = (score, same and known.stage is not None, words.ranks == known.words.ranks)
            if score >= LOWEST and (best is None or likeness > best[0]):
                best = likeness, known
        if best:
            (score, exact, _), found = best
            said = catalog.role_stages[found.stage] if exact and found.stage else None
            return _settle(score, found, catalog.roles[found.role], said, _take_apart(title))
    return None


def read_stage(title: str, known: str = "") -> tuple[Stage, Track, bool]:
    """The stage and track that a title's words of rank say, and whether it says any; without one it is mid.

    What the name of the occupation (`known`) says already is no rank, unless it is that of a chief: a sales associate
    is no beginner, and a financial manager may lead nobody.
    """
    words, own = _take_apart(title), _take_apart(known)
    words = replace(words, ranks=words.ranks - (own.ranks - CHIEFS))
    stage, track = _rank(words, own)
    return stage, track, bool(words.ranks) or (words.manages and not own.manages)


def _settle(score: float, known: _Known, role: Role, said: RoleStage | None, words: _Words) -> TitleMatch | None:
    own = replace(known.words, manages=known.words.manages and not known.managing)
    stage, track = (said.stage, said.track) if said else _rank(words, own)
    on_track = [s for s in role.stages if s.track is track]
    fitting = on_track or list(role.stages)
    if not fitting:
        return None
    nearest = min(fitting, key=lambda s: (abs(s.stage.rank - stage.rank), s.stage.rank))
    return TitleMatch(
        role=role.slug,
        stage=nearest.stage,
        track=nearest.track,
        score=score if on_track else 0.8 * score,
        matched=known.title,
    )


def _rank(words: _Words, known: _Words) -> tuple[Stage, Track]:
    manages = words.ranks & CHIEFS or (words.manages and not known.manages) or words.leads
    track = Track.MANAGEMENT if manages else Track.INDIVIDUAL
    if words.ranks & CHIEFS:
        return Stage.LEADERSHIP, track
    if words.ranks & (SENIOR | LEADS) or manages:
        return Stage.SENIOR, track
    if words.ranks & (ENTRY | LEARNERS):
        return Stage.ENTRY, track
    return Stage.MID, track


def _compare(given: _Words, known: _Known, index: _Index) -> float:
    """How much of the known title the given one holds, squared; less for what it says beyond that. 0..1."""
    if not given.stems & known.words.stems:
        return 0.0
    stands_in = (given.manages or bool(given.stands_in)) and not given.heads - {"manager"}
    if not (given.heads & known.words.heads or stands_in):
        return 0.0
    if len(known.words.stems) == 1 and (given.stems != known.words.stems or _stands_apart(given, known.words)):
        return 0.0
    if (given.heads & FOREIGN) - known.words.heads or "consultant" in known.words.stands_in - given.stands_in:
        return 0.0
    both = sum(index.weights[stem] for stem in given.stems & known.words.stems)
    given_all = sum(index.weights.get(stem, index.unknown) for stem in given.stems)
    return round((both / known.total) ** 2 * (0.7 + 0.3 * both / given_all), 3)


def _stands_apart(given: _Words, known: _Words) -> bool:
    """Neither has a head, and what stands there differs: a data lead is no data intern."""
    return not known.heads and not given.stands_in & known.stands_in


def _names(role: Role) -> _Names:
    return role.slug, (role.name, *role.aliases), tuple((stage.key, stage.titles) for stage in role.stages)


@lru_cache(maxsize=8)
def _index(roles: tuple[_Names, ...]) -> _Index:
    """Every title taken apart; stem -> weight: rare ones tell more (`learning`), common ones less (`engineer`)."""
    given: list[tuple[Name, _Words, Slug, str | None, bool, bool]] = []
    for slug, names, stages in roles:
        chiefly = all(f":{Stage.LEADERSHIP}" in key for key, _ in stages)
        counts = Counter(fold_case(title) for _, titles in stages for title in titles)
        given += [(name, _take_apart(name), slug, None, False, chiefly) for name in names]
        for key, titles in stages:
            managing = key.endswith(Track.MANAGEMENT)
            for name in titles:
                alone = key if counts[fold_case(name)] == 1 else None
                given.append((name, _take_apart(name), slug, alone, managing, chiefly))
    spread = Counter(stem for stems in {words.stems for _, words, *_ in given} for stem in stems)
    weights = {stem: 1 + log((1 + spread.total()) / count) for stem, count in spread.items()}
    known = tuple(
        _Known(
            title, fold_case(title), words, slug, stage, managing, chiefly, sum(weights[stem] for stem in words.stems)
        )
        for title, words, slug, stage, managing, chiefly in given
    )
    holding: dict[str, list[int]] = {}
    for place, one in enumerate(known):
        for key in {*one.words.stems, f"={one.folded}"}:
            holding.setdefault(key, []).append(place)
    return _Index(known, weights, max(weights.values(), default=0) / 2, holding)


def _parts(title: str) -> list[str]:
    """The title without brackets and employer. Two jobs in one title (`analyst / engineer`) are two parts."""
    plain = re.split(r"\s+at\s+|\s*@\s*", re.sub(r"\([^)]*\)|\[[^]]*\]", " ", title))[0].strip()
    pieces = re.split(r"\s*[|/;:]\s*|\s+[-–—]\s+", plain)
    jobs = [piece for piece in pieces if _take_apart(piece).heads]
    return jobs if len(jobs) > 1 else [plain]


def _take_apart(title: str) -> _Words:
    text = re.sub(r"\bco-?op\b|\bworking student\b|\bwerkstudent\b", "intern", title.casefold())
    raw = [word.strip(".") for word in re.findall(r"[\w+#.&]+", text.replace("/", " ").replace("-", " "))]
    words = [word for part in raw for word in SHORT.get(part, part).split()]
    words = [single if (single := word.removesuffix("s")) in HEADS or single in FOREIGN else word for word in words]
    core = [word for word in words if word not in RANKS and word not in FILLER]
    return _Words(
        stems=frozenset(HEADS.get(word) or FIELDS.get(word, word) for word in core),
        heads=frozenset(word for word in core if word in HEADS or word in FOREIGN),
        ranks=frozenset(word for word in words if word in RANKS),
        stands_in=frozenset(STAND_INS[word] for word in words if word in STAND_INS),
        manages="manager" in words,
        leads=core[:1] == ["manager"] and len(core) > 1,
    )


def _correct(words: _Words, known: frozenset[str]) -> _Words:
    """The same words with slips of the keyboard mended, where a long word is very near to a known one."""
    mended: dict[str, str] = {}
    for stem in words.stems - known:
        choices = [word for word in (*known, *HEADS) if len(word) > 4]
        if len(stem) > 4 and (near := process.extractOne(stem, choices, scorer=fuzz.ratio, score_cutoff=85)):
            mended[stem] = near[0]
    if not mended:
        return words
    heads = words.heads | {word for word in mended.values() if word in HEADS}
    stems = frozenset(HEADS.get(word, word) for word in (mended.get(stem, stem) for stem in words.stems))
    return replace(words, stems=stems, heads=heads, manages=words.manages or "manager" in heads)
