"""Names that people type -> the things of the catalog, or the nearest names that exist."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

from headway.catalog.model import Catalog, Role, RoleStage, Skill
from headway.catalog.occupations import place_title
from headway.catalog.world import Industry
from headway.errors import NotFound
from headway.values import Slug, Stage, Track, fold_case


def find_role_stage(text: str, catalog: Catalog) -> RoleStage:
    """`ml-engineer:mid`, `ml-engineer` (its mid), `ml-engineer:management`, or a title such as `senior data scientist`.

    Raises NotFound with the nearest names, or with the stages that the role has.
    """
    name, *said = (part.strip().lower() for part in text.split(":"))
    role = _find_role(name, catalog)
    if role is None and not said and (match := place_title(text, catalog)) and match.score > 0.9:
        placed = catalog.roles[match.role].at(match.stage, match.track)
        if placed:
            return placed
    if role is None:
        raise NotFound("role", name, find_nearest(name, _role_names(catalog)))
    stages = {stage.value: stage for stage in Stage}
    tracks = {track.value: track for track in Track}
    stage = next((stages[word] for word in said if word in stages), None)
    track = next((tracks[word] for word in said if word in tracks), None)
    strange = [word for word in said if word not in stages and word not in tracks]
    found = _at(role, stage, track)
    if strange or found is None:
        raise NotFound("stage", text, [s.key for s in role.stages])
    return found


def find_skill(text: str, catalog: Catalog) -> Skill:
    """The skill with this slug, name or alias (case aside). Raises NotFound with the nearest names."""
    wanted = fold_case(text)
    names = _skill_names(catalog)
    slug = wanted if wanted in catalog.skills else names.get(wanted)
    if slug is None:
        raise NotFound("skill", text, find_nearest(text, names))
    return catalog.skills[slug]


def find_industry(text: str, catalog: Catalog) -> Industry:
    """The industry with this slug or name, or alone with this in its name. Raises NotFound with the nearest, or all."""
    wanted = fold_case(text)
    names = {fold_case(name): i.slug for i in catalog.industries.values() for name in (i.slug, i.name)}
    holding = {slug for name, slug in names.items() if wanted in name}
    slug = names.get(wanted) or (holding.pop() if len(holding) == 1 else None)
    if slug is None:
        raise NotFound("industry", text, find_nearest(text, names) or tuple(catalog.industries))
    return catalog.industries[slug]


def find_nearest(text: str, names: dict[str, Slug], count: int = 3) -> tuple[Slug, ...]:
    """The slugs whose names are most like `text`, nearest first; none when nothing is."""
    found = process.extract(
        text, names.keys(), scorer=fuzz.token_sort_ratio, processor=utils.default_process, limit=20, score_cutoff=70
    )
    return tuple(dict.fromkeys(names[name] for name, _, _ in found))[:count]


def _find_role(name: str, catalog: Catalog) -> Role | None:
    if name in catalog.roles:
        return catalog.roles[name]
    slug = _role_names(catalog).get(fold_case(name))
    return catalog.roles[slug] if slug else None


def _at(role: Role, stage: Stage | None, track: Track | None) -> RoleStage | None:
    """Without a stage: mid, or the nearest to it that the role has on the track."""
    if stage:
        return role.at(stage, track)
    fitting = [s for s in role.stages if track in (None, s.track)]
    return min(fitting, key=lambda s: (s.track is Track.MANAGEMENT, abs(s.stage.rank - Stage.MID.rank)), default=None)


def _role_names(catalog: Catalog) -> dict[str, Slug]:
    names: dict[str, Slug] = {}
    for role in catalog.roles.values():
        for name in (role.slug, role.name, *role.aliases, *role.formerly):
            names.setdefault(fold_case(name), role.slug)
    return names


def _skill_names(catalog: Catalog) -> dict[str, Slug]:
    names: dict[str, Slug] = {}
    for skill in catalog.skills.values():
        _add(names, (skill.slug, skill.name, skill.slug.replace("-", " ")), skill.slug)
    for skill in catalog.skills.values():
        _add(names, (*skill.aliases, *(skill.ambiguous.forms if skill.ambiguous else ())), skill.slug)
    return names


def _add(names: dict[str, Slug], added: Iterable[str], slug: Slug) -> None:
    for name in added:
        names.setdefault(fold_case(name), slug)
