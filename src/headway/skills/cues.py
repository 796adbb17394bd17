"""The words around a skill that change its sense: denials, wishes, levels, years, asked for or preferred, headings.

Cues are found in the same pass as the names. One that starts inside a longer one gives way (`not` in `not only`),
and a `NEUTRAL` cue stands here only to be such a longer one. In the lists below `{a|b} c` is short for `a c, b c`.
"""

from __future__ import annotations

import re
from enum import StrEnum, auto
from itertools import product
from typing import NamedTuple

from headway.scales import Level
from headway.skills.headings import HEADINGS, TELLING, Region


class Sense(StrEnum):
    NEUTRAL = auto()
    DENIED = auto()
    WISHED = auto()
    LEVEL = auto()
    REQUIRED = auto()
    PREFERRED = auto()
    YEARS = auto()
    POSTING = auto()
    """Speaks for a posting rather than a résumé."""
    HEADING = auto()
    DEGREE = auto()
    """Where subjects of a degree may follow."""
    LABEL = auto()
    """May begin a line that gives an employer."""
    PEERS = auto()
    """May end a list of departments that somebody works with."""
    HOUSE = auto()
    """May end the name of a company or school."""
    TELLING = auto()
    """May say what the list below its line is."""
    JOB = auto()
    """May make a job title of the name before it."""

    __hash__ = str.__hash__  # an enum's own is slow, and every cue is looked up by its sense


STRUCTURE = (
    Sense.POSTING,
    Sense.HEADING,
    Sense.TELLING,
    Sense.DEGREE,
    Sense.LABEL,
    Sense.PEERS,
    Sense.HOUSE,
    Sense.JOB,
)
"""What says something of the text, not of one name."""


class Cue(NamedTuple):
    """`ahead`, `behind`: the most characters between the cue and the first name that it speaks of; 0 is never.

    `many` cues go on to further names of the same list, the others speak of one.
    """

    sense: Sense
    ahead: int = 0
    behind: int = 0
    many: bool = True
    level: Level | None = None
    region: Region = Region.PLAIN


FAR, NEAR, TOUCHING = 60, 14, 3
"""Characters: a phrase with some words between, one with an article or adjective between, one with none."""

_NEUTRAL = """
    not {only|just|less than|fewer than|limited to|necessarily|merely|simply|least|to mention|hesitate|an expert|a fan of|a big fan of}, nothing but, visual
    basic, no {longer|less than|fewer than|matter|later than|more than|doubt|code|problem|one|two|
    stranger to|sql|nonsense|wonder|need to worry|trouble|difficulty|hesitation|fear}, {not|n't} do without, low code, without {compromising|sacrificing|losing|having to}, basic
    {research|salary|needs|science}, solid state, advanced {degree|degrees|analytics|encryption}, required {to|by
    law}, requirements {analysis|engineering|gathering}, strong passion, all levels, do not expect a, new to {the
    role|this}
"""
_DENIED_AHEAD = """
    no, no {experience|experience with|experience in|knowledge of|prior|previous|need for|need to|background
    in|exposure to |deep|formal}, {zero|lack of|lacking|limited to no} {experience|knowledge}, lack of, lacking,
    lack, lacks, {little to no|little or no|hardly any}, neither, nor, unfamiliar with, never, yet to, have yet to,
    keine {erfahrung|kenntnisse} {in|mit}, nobody {here|will}, nobody here will,
    you can skip, n't worry about, no longer {do|doing|offer|take|taking|use|using|work with|working with}, excluding, except for, except, without, without {any|prior|previous}, cannot, unable to
"""
_DENIED_AFTER_NOT = """
    need, needed, require, required, requiring, use, used, using, have, had, know, expected, want, {work|worked}
    with, {work|worked} in, touch, touched, tried, looking for, asking for, ask for, hiring, seeking,
    find, see, {familiar|comfortable} with, {proficient|experienced|skilled|fluent|qualified} in, {proficient|experienced}
    with, interested in, learned, learnt, studied, written, write, involve, include, cover, claim, done, employ,
    care about, do, {code|program} in, {quiz|test|interview} you {on|about}, send me, be asked to {do|know|use|write},
    be {doing|building|using|writing|working with}, {be expected|expect you} to {have|know|use}
"""
_DENIED_NEAR = "not, n't {a|an}, rather than, instead of, as opposed to, avoid, avoids, avoiding"
_DENIED_TOUCHING = "zero, {not|n't} be, keine"
_DENIED_NOTES = "no, none, no {experience|knowledge}, not yet, never {used|worked with}, unfamiliar"
"""Behind a name and a colon, a dash or a bracket: `Rust: none`."""
_DENIED_BEHIND = """
    {not|n't} {required|needed|necessary|a requirement|expected|essential|relevant|used here|part of|applicable}, {is|are}
    {unnecessary|irrelevant|out of scope|non existent}, no longer {required|needed}, need not apply,
    {brauchst du|brauchen sie} nicht, nicht {erforderlich|notwendig|nötig}, keine {pflicht|voraussetzung}
"""
_WISHES = """
    want, wants, wanting, would like, would love, like, love, keen, eager, hope, hopes, hoping, plan, plans,
    planning, looking, willing, willingness, excited, aim, aims, aiming, aspire, aspires, aspiring, curious, wish,
    wishes, intend, intending, desire, {goal|ambition|objective} is, goals are, opportunity, chance, motivated,
    ready, happy, going, seek
"""
_WISHED_VERBS = """
    learn, study, explore, {get|move|dive|grow|break} into, pick up, master, transition {into|to}, get better at,
    become, try, try out, gain {experience|exposure} {in|with|to}, {specialise|specialize|train|upskill} in, be trained in,
    {start|begin} learning, take a {course|class|bootcamp} {in|on}
"""
_WISHED_AHEAD = """
    {interested|interest} in {learning|studying}, looking forward to learning, keen on {learning|studying}, dreaming
    of, {you will|you'll} learn, {we will|we'll} {teach you|train you in|train you on}, learn more about, next on my list, on my {wish|learning}
    list, not yet {learned|learnt|used}, {would like|want} to know, learning {goals|goal}, {next|my} goal is, wish list
"""
_EXPERT = """
    expert {in|at|with|of|user of|knowledge of|knowledge in|level|command of|skills in}, {expertise|deep expertise}
    {in|with}, mastery {of|in}, mastered, authority on, world class, {guru|specialist|subject matter expert} in
"""
_PRACTITIONER = """
    {proficient|highly proficient} {in|with|at}, proficient knowledge of, proficiency {in|with|of},
    {strong|advanced|high} proficiency {in|with}, {skilled|highly skilled} {in|at|with}, well versed {in|with},
    {advanced|strong|solid|deep|extensive|excellent|in depth|thorough|proven|profound}
    {knowledge|understanding|experience |skills|command|grasp|expertise|use} {of|in|with}, {strong|solid} foundation
    in, advanced user of, {strong|excellent|very good} {in|at}, {fluent|fluency} {in|with}, adept {at|in|with},
    {sehr gute|fundierte|umfassende|tiefe} {erfahrung|kenntnisse} {in|mit}
"""
_WORKING = """
    intermediate {knowledge of|level|skills in}, working {knowledge|experience|proficiency} {of|in|with},
    comfortable {with|in|using}, {competent|conversant} {in|with}, capable in, {good|sound|reasonable}
    {knowledge|understanding|command|grasp} of, good skills in, good {in|at}, gute kenntnisse in
"""
_AWARENESS = """
    familiar with, familiarity {with|in|of}, {basic|elementary|introductory|rudimentary|theoretical|entry
    level|limited|some} {knowledge|understanding|experience|skills|proficiency|exposure} {of|in|with|to}, basics
    {of|in}, {beginner|novice} {in|at|with}, exposure to, awareness of, new to, dabbled {in|with}, a little, a bit
    of, {currently|now|am|been|started|recently started|self} {learning|studying}, getting started with, learning
    the basics of, taking {a course|courses} {in|on}, {interested|curious} {in|about}, {weak|rusty} {in|at|with},
    grundkenntnisse in, erste erfahrung {in|mit}
"""
_ADJECTIVES = {
    Level.EXPERT: "expert, expertise, guru, master",
    Level.PRACTITIONER: "advanced, proficient, proficiency, strong, solid, excellent, fluent, highly skilled, extensive",
    Level.WORKING: "intermediate, upper intermediate, competent, good",
    Level.AWARENESS: "basic, basics, beginner, novice, elementary, familiar, familiarity, some, limited, rudimentary",
}
_PREFERRED_BEHIND = """
    a plus, {is|are|as} a plus, {big|strong|huge|real|definite} plus, a bonus, is a bonus, {strongly|highly|is|are}
    preferred, preferred, {highly|is|are} {desirable|desired}, desirable, desired, an advantage, advantageous, an
    asset, nice to {have|haves}, not {mandatory|a must}, n't {mandatory|a must}, {but|though|although} not
    {required|necessary |essential|mandatory}, not {required|essential|necessary} but, helpful, beneficial, would be
    {great|nice|ideal}, {is|are} {nice|welcome|optional|appreciated|valued}, optional, good to have, is a nice
    to have, {of|added} advantage, no must, von vorteil, wünschenswert, {ein|ist ein} plus
"""
_PREFERRED_AHEAD = """
    nice to have, bonus points {for|if}, bonus for, {extra|plus} points for, preferably, preferably with, ideally with,
    idealerweise, {would|we would} love to see, good to have, preferred, desirable, even better if, optionally
"""
_PREFERRED_NOTES = "{nice|good|helpful|desirable}{, | but |, but }not {needed|required|necessary|mandatory|essential}"
_PREFERRED_BETWEEN = "ideally"
"""Between what is asked for and what is preferred: `Java, ideally Kotlin`."""
_REQUIRED_AHEAD = """
    must {have|know|possess|bring}, must be {proficient|fluent} in, required, you {have|bring|need|must}, you should
    {have|know|be}, {you'll|you will} need, should have, {we are|we're} looking for, {we|role} require, requires, we
    need, seeking, we want to see, the ideal candidate, ideal candidate has
"""
_REQUIRED_BEHIND = """
    required, {is|are} required, a must, {is|are} a must, must have, mandatory, is mandatory, essential, {is|are}
    essential, experience required, is {needed|necessary}
"""
_POSTING = """
    {we are|we're} {looking for|seeking|hiring}, you {will|have|bring}, you'll, the ideal candidate, ideal
    candidate, successful candidate, this {role|position|opportunity}, our {client|team}, join {our|us}, we
    {offer|provide}, equal opportunity, about {us|the role|you}, apply, applicants, the {role|candidate},
    candidates, your {responsibilities|profile|role}, wir {suchen|bieten}, {dein|ihr} profil, bewirb dich, {notice|probation} period,
    day rate, {m/f|f/m|m/w|w/m}/{d|x}, is {looking for|seeking|hiring}, what we offer, who we are
"""
_DEGREES = """
    degree, degrees, bachelor, bachelors, bachelor's, master, masters, master's, phd, {ph.d|ph d|ph. d}, doctorate,
    diploma, msc, m.sc, bsc, b.sc, major, majoring, majored
"""
_LABELS = "company, employer, client, customer, organisation, organization, firm"
_HOUSES = """
    inc, llc, ltd, limited, gmbh, ag, ab, plc, corp, corporation, company, university, college, group, lab, labs, solutions,
    technologies, partners, holdings, institute
"""
_JOBS = """
    {engineer|scientist|developer|analyst|architect|researcher|consultant|specialist|administrator|programmer|lead|manager|
    intern|trainer|instructor|practitioner|master|evangelist|director}{|s}
"""
_PEERS = "team, teams, department, departments, stakeholders, colleagues, counterparts, functions, partners"
_NOT = ("not", "n't", "never")
_YEARS = """
    year, years, yr, yr., yrs, yrs., of {them|those|which}, month, months, mos, mos., year's, years', yoe, jahr, jahre, jahren, ans, années, años,
    anni, jaar
"""
_CHOICE = re.compile(r"\{([^}]*)\}")
_NEXT = re.compile(r",(?![^{}]*\})")


def expand(phrases: str) -> list[str]:
    """`{a|b} c, d` -> `a c`, `b c`, `d`, folded."""
    found: list[str] = []
    for phrase in _NEXT.split(phrases):
        parts = [part.split("|") for part in _CHOICE.split(phrase)]
        found += [" ".join("".join(choice).replace("-", " ").split()) for choice in product(*parts)]
    return [phrase for phrase in found if phrase]


def list_cues() -> dict[str, tuple[Cue, ...]]:
    """Every cue by its folded phrase; one may speak in several senses, the first that finds a name counting."""
    found: dict[str, list[Cue]] = {}

    def add(phrases: list[str], *cues: Cue) -> None:
        for phrase in phrases:
            found.setdefault(phrase, []).extend(cues)

    def pair(first: list[str] | tuple[str, ...], second: str, joint: str = " ") -> list[str]:
        return [f"{one}{joint}{two}" for one, two in product(first, expand(second))]

    levels = {
        Level.EXPERT: _EXPERT,
        Level.PRACTITIONER: _PRACTITIONER,
        Level.WORKING: _WORKING,
        Level.AWARENESS: _AWARENESS,
    }
    add(expand(_NEUTRAL), Cue(Sense.NEUTRAL))
    add(expand(_DENIED_BEHIND), Cue(Sense.DENIED, ahead=NEAR, behind=FAR))
    add(expand(_DENIED_AHEAD), Cue(Sense.DENIED, ahead=FAR))
    add(pair(_NOT, _DENIED_AFTER_NOT), Cue(Sense.DENIED, ahead=FAR, behind=NEAR))
    add(expand(_DENIED_NEAR), Cue(Sense.DENIED, ahead=NEAR))
    add(expand(_DENIED_TOUCHING), Cue(Sense.DENIED, ahead=TOUCHING))
    add(expand(_DENIED_NOTES), Cue(Sense.DENIED, behind=TOUCHING, many=False))
    add(pair(expand(_WISHES), _WISHED_VERBS, " to "), Cue(Sense.WISHED, ahead=FAR))
    add(expand(_WISHED_AHEAD), Cue(Sense.WISHED, ahead=FAR))
    for level, phrases in levels.items():
        add(expand(phrases), Cue(Sense.LEVEL, ahead=FAR, level=level))
    for level, phrases in _ADJECTIVES.items():
        add(expand(phrases), Cue(Sense.LEVEL, ahead=TOUCHING, behind=TOUCHING, many=False, level=level))
    add(expand(_PREFERRED_BEHIND), Cue(Sense.PREFERRED, behind=FAR))
    add(expand(_PREFERRED_AHEAD), Cue(Sense.PREFERRED, ahead=FAR))
    add(expand(_PREFERRED_NOTES), Cue(Sense.PREFERRED, ahead=FAR, behind=FAR))
    add(expand(_PREFERRED_BETWEEN), Cue(Sense.PREFERRED, ahead=FAR, behind=NEAR))
    add(expand(_REQUIRED_BEHIND), Cue(Sense.REQUIRED, behind=FAR))
    add(expand(_REQUIRED_AHEAD), Cue(Sense.REQUIRED, ahead=FAR))
    add(expand(_YEARS), Cue(Sense.YEARS, ahead=FAR, behind=FAR))
    add(expand(_POSTING), Cue(Sense.POSTING))
    add(expand(_DEGREES), Cue(Sense.DEGREE))
    add(expand(_LABELS), Cue(Sense.LABEL))
    add([f" {peer}" for peer in expand(_PEERS)], Cue(Sense.PEERS))
    add([f" {house}" for house in expand(_HOUSES)], Cue(Sense.HOUSE))
    add([f" {job}" for job in expand(_JOBS)], Cue(Sense.JOB))
    for sense, said in ((Sense.HEADING, HEADINGS), (Sense.TELLING, TELLING)):
        for region, phrases in said.items():
            add(expand(phrases), Cue(sense, region=region))
    return {phrase: tuple(cues) for phrase, cues in found.items()}
