"""The words around a skill that change its sense: denials, wishes, levels, years, asked for or preferred, headings.

Cues are found in the same pass as the names. One that starts inside a longer one gives way (`not` in `not only`),
and a `NEUTRAL` cue stands here only to be such a longer one.
"""

from __future__ import annotations

from enum import Enum, auto
from itertools import product
from typing import NamedTuple

from headway.values import Level


class Sense(Enum):
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


class Region(Enum):
    """What holds under a heading until the next."""

    PLAIN = auto()
    REQUIRED = auto()
    PREFERRED = auto()
    DENIED = auto()
    INTERESTS = auto()


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

_NEUTRAL = """
not only, not just, not limited to, not necessarily, not merely, not simply, not least, not to mention, no longer,
no less than, no matter, no later than, no more than, no doubt, no code, low code, no problem, no one, no two,
no stranger to, no sql, no nonsense, not hesitate, not an expert, no need to worry, no wonder, without compromising,
without sacrificing, without losing, nothing but, basic research, basic salary, basic needs, strong passion, visual basic,
strong plus, advanced degree, advanced degrees, solid state, basic science, advanced analytics, all levels,
required to, requirements analysis, requirements engineering, requirements gathering, required by law, good knowledge base
"""

_DENIED_AHEAD = """
no, no experience, no experience with, no experience in, no knowledge of, no prior, no previous, no need for, no need to,
no background in, no exposure to, no deep, no formal, zero experience, zero knowledge, lack of, lacking, lack, lacks,
little to no, little or no, hardly any, neither, nor, unfamiliar with, never, never used, never worked with, never touched,
never written, never learned, never learnt, never tried, yet to, have yet to, excluding, except for, except,
without, without any, without prior, without previous, cannot, unable to
"""

_AFTER_NOT = """
need, needed, require, required, requiring, use, used, using, have, know, expect, expected, expecting, want, worked with,
work with, touched, tried, looking for, hiring, familiar with, proficient in, proficient with, experienced in,
experienced with, comfortable with, interested in, learned, learnt, studied, written, write, involve, include, cover,
asking for, ask for, seeking, claim, fluent in, qualified in, skilled in, had, done, touch, employ, work in, worked in,
care about, mean, do
"""

_DENIED_NEAR = "not, rather than, instead of, as opposed to"

_DENIED_BEHIND = """
not required, not needed, not necessary, not a requirement, not expected, not essential, not relevant, not used here,
not part of, n't required, n't needed, n't necessary, n't expected, n't a requirement, is unnecessary, are unnecessary,
no longer required, no longer needed, not applicable
"""

_WISHES = """
want, wants, wanting, would like, would love, like, love, keen, eager, hope, hopes, hoping, plan, plans, planning, looking,
willing, willingness, excited, aim, aims, aiming, aspire, aspires, aspiring, curious, wish, wishes, intend, intending,
desire, goal is, goals are, opportunity, chance, motivated, ready, happy, going, ambition is, objective is, seek, seeking
"""
_WISHED_VERBS = """
learn, study, explore, get into, move into, pick up, master, dive into, transition into, transition to, grow into,
break into, gain experience in, gain experience with, gain exposure to, get better at, specialise in, specialize in,
be trained in, become, start learning, begin learning, start with, deepen into, upskill in, train in
"""
_WISHED_AHEAD = """
interested in learning, interest in learning, looking forward to learning, keen on learning, you will learn,
you'll learn, we will teach you, we'll teach you, learn more about, next on my list, on my wish list, on my learning list,
not yet learned, not yet learnt, would like to know, want to know, dreaming of, learning goals, learning goal, wish list
"""

_EXPERT = """
expert in, expert at, expert with, expert of, expert user of, expert knowledge of, expert knowledge in, expert level,
expertise in, expertise with, deep expertise in, deep expertise with, mastery of, mastery in, mastered, authority on,
world class, guru in, specialist in, subject matter expert in, expert command of, expert skills in
"""
_PRACTITIONER = """
proficient in, proficient with, proficient at, proficient knowledge of, proficiency in, proficiency with, proficiency of,
highly proficient in, highly proficient with, strong proficiency in, strong proficiency with, advanced proficiency in,
advanced knowledge of, advanced knowledge in, advanced skills in, advanced experience in, advanced experience with,
advanced user of, advanced use of, advanced understanding of, strong experience in, strong experience with,
strong knowledge of, strong knowledge in, strong skills in, strong command of, strong understanding of, strong grasp of,
strong foundation in, strong expertise in, solid command of, solid experience in, solid experience with,
solid knowledge of, solid understanding of, solid grasp of, solid skills in, solid foundation in, deep knowledge of,
deep understanding of, deep experience in, deep experience with, extensive experience in, extensive experience with,
extensive knowledge of, in depth knowledge of, in depth understanding of, in depth experience with, fluent in, fluency in,
fluent with, skilled in, skilled at, skilled with, highly skilled in, well versed in, well versed with,
excellent knowledge of, excellent command of, excellent understanding of, excellent skills in, adept at, adept in,
adept with, thorough knowledge of, thorough understanding of, proven experience in, proven experience with
"""
_WORKING = """
intermediate knowledge of, intermediate level, working knowledge of, working knowledge in, working experience with,
working proficiency in, comfortable with, comfortable in, comfortable using, competent in, competent with, conversant with,
conversant in, good knowledge of, good understanding of, good command of, good grasp of, good skills in, capable in,
sound knowledge of, reasonable knowledge of
"""
_AWARENESS = """
familiar with, familiarity with, familiarity in, familiarity of, basic knowledge of, basic knowledge in,
basic understanding of, basic experience with, basic experience in, basic skills in, basic proficiency in, basics of,
basics in, beginner in, beginner at, beginner with, novice in, novice at, elementary knowledge of, some exposure to,
exposure to, limited experience with, limited experience in, limited knowledge of, some experience with,
some experience in, some knowledge of, introductory knowledge of, new to, rudimentary knowledge of, currently learning,
currently studying, now learning, am learning, been learning, started learning, recently started, getting started with,
dabbled in, dabbled with, a little, a bit of, entry level knowledge of, awareness of, learning the basics of, self studying,
theoretical knowledge of, taking a course in, taking a course on, taking courses in, interested in, curious about
"""
_ADJECTIVES = {
    Level.EXPERT: "expert, expertise, guru, master",
    Level.PRACTITIONER: "advanced, proficient, proficiency, strong, solid, excellent, fluent, highly skilled, extensive",
    Level.WORKING: "intermediate, competent, working knowledge, good, upper intermediate",
    Level.AWARENESS: "basic, basics, beginner, novice, elementary, familiar, familiarity, some, limited, rudimentary",
}

_PREFERRED_BEHIND = """
a plus, is a plus, are a plus, as a plus, big plus, strong plus, huge plus, real plus, a bonus, is a bonus, preferred,
strongly preferred, highly preferred, is preferred, desirable, highly desirable, desired, highly desired, an advantage,
advantageous, an asset, nice to have, nice to haves, a bonus but not required, not mandatory, not a must, but not required,
but not necessary, but not essential, but not mandatory, though not required, although not required, not required but,
not essential but, helpful, beneficial, would be great, would be nice, would be ideal, is welcome, are welcome, is optional,
are optional, optional, valued, appreciated, ideally, good to have, n't mandatory, n't a must, is a nice to have
"""
_PREFERRED_AHEAD = """
nice to have, bonus points for, bonus points if, bonus for, extra points for, preferably, ideally, ideally with,
would love to see, we would love, good to have, preferably with, preferred, desirable, even better if, plus points for,
advantage if, optionally
"""
_REQUIRED_AHEAD = """
must have, must know, must be proficient in, must be fluent in, must possess, required, you have, you bring, you should have,
you should know, you should be, you need, you'll need, you will need, should have, we are looking for, we're looking for,
we require, requires, we need, seeking, we want to see, you must, the ideal candidate, ideal candidate has, is essential
"""
_REQUIRED_BEHIND = """
required, is required, are required, is a must, are a must, a must, must have, mandatory, is mandatory, essential,
is essential, are essential, experience required, is needed, is necessary
"""

_POSTING = """
we are looking for, we're looking for, we are seeking, we're seeking, we are hiring, we're hiring, you will, you'll,
you have, you bring, the ideal candidate, ideal candidate, successful candidate, this role, this position, our client,
join our, join us, we offer, we provide, equal opportunity, about us, about the role, about you, apply, applicants, the role,
the candidate, your responsibilities, your profile, candidates, this opportunity, is looking for, is seeking, is hiring,
what we offer, who we are, our team, your role
"""

_HEADINGS = {
    Region.REQUIRED: """
        requirements, requirement, must have, must haves, must-have skills, qualifications, qualification, minimum qualification,
        basic qualifications, required qualifications, required skills, required experience, required, what you'll need,
        what you will need, what you need, what we need, who you are, what you'll bring, what you bring, what you will bring,
        what we're looking for, what we are looking for, what we look for, skills and experience, skills & experience,
        experience and skills, skills required, technical requirements, technical skills, key skills, knowledge and skills,
        knowledge, skills and abilities, skills and qualifications, your profile, about you, you have, essential,
        essential skills, essential criteria, mandatory skills, mandatory, minimum requirements, key requirements,
        job requirements, your skills, your background, the ideal candidate, ideal candidate, you bring, your experience,
        desired profile, core competencies, competencies, soft skills, hard skills, candidate profile, skills,
        education and experience, experience required, key qualifications, tech requirements, what makes you a fit,
        you should have, what you should have, what it takes, who we're looking for, who we are looking for
    """,
    Region.PREFERRED: """
        nice to have, nice to haves, nice-to-have skills, preferred, preferred qualifications, preferred skills,
        preferred experience, preferred requirements, bonus, bonus points, bonus skills, bonus qualifications, pluses, plus,
        desirable, desirable skills, desired, desired skills, desired experience, desired qualifications,
        additional desired experience, good to have, extra credit, optional, advantageous, ideally, would be a plus,
        it's a plus, even better, what would be great, you might also have, added advantage, not required but helpful
    """,
    Region.DENIED: """
        not needed, not required, what you don't need, what you do not need, you don't need, you do not need, not necessary,
        what is not required, what's not required, no need for, no experience, out of scope, not in scope
    """,
    Region.INTERESTS: """
        interests, hobbies, hobbies and interests, interests and hobbies, hobbies & interests, personal interests, pastimes,
        outside of work, outside work, in my free time, free time, learning goals, want to learn, currently exploring, goals,
        next goals, what i want to learn
    """,
    Region.PLAIN: """
        responsibilities, responsabilities, duties, duties and responsibilities, key responsibilities, roles and responsibilities,
        your responsibilities, what you'll do, what you will do, what you'll be doing, what you will be doing, the role, your role,
        about the role, about us, about the company, about the team, about, who we are, company overview, position overview,
        job description, job summary, overview, summary, description, benefits, perks, what we offer, we offer, our offer,
        why join us, why us, compensation, salary, location, logistics, how to apply, application process, tech stack, our stack,
        stack, our tech stack, technologies, environment, equal opportunity, equal employment opportunity, experience,
        work experience, professional experience, employment history, projects, personal projects, education, certifications,
        publications, languages, day to day, your day, your tasks, tasks, the job, mission, the team, interview process,
        diversity, disclaimer, additional information, work schedule, travel, physical requirements
    """,
}

_NOT = ("not", "n't", "never")
_YEARS = "year, years, yr, yrs, month, months, mos, year's, years', yoe"


def _split(phrases: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip()]


def list_cues() -> dict[str, tuple[Cue, ...]]:
    """Every cue by its phrase; one phrase may speak in several senses, the first that finds a name counting."""
    found: dict[str, list[Cue]] = {}

    def add(phrases: str | list[str], *cues: Cue) -> None:
        for phrase in _split(phrases) if isinstance(phrases, str) else phrases:
            found.setdefault(phrase.replace("-", " "), []).extend(cues)

    add(_NEUTRAL, Cue(Sense.NEUTRAL))
    add(_DENIED_BEHIND, Cue(Sense.DENIED, ahead=NEAR, behind=FAR))
    add(_DENIED_AHEAD, Cue(Sense.DENIED, ahead=FAR, behind=NEAR))
    add([f"{no} {verb}" for no, verb in product(_NOT, _split(_AFTER_NOT))], Cue(Sense.DENIED, ahead=FAR, behind=NEAR))
    add(_DENIED_NEAR, Cue(Sense.DENIED, ahead=NEAR))
    add([f"{wish} to {verb}" for wish, verb in product(_split(_WISHES), _split(_WISHED_VERBS))], Cue(Sense.WISHED, FAR))
    add(
        [f"{wish} {verb}ing" for wish, verb in product(("keen on", "interest in"), ("learn", "study"))],
        Cue(Sense.WISHED, FAR),
    )
    add(_WISHED_AHEAD, Cue(Sense.WISHED, ahead=FAR))
    levels = {
        Level.EXPERT: _EXPERT,
        Level.PRACTITIONER: _PRACTITIONER,
        Level.WORKING: _WORKING,
        Level.AWARENESS: _AWARENESS,
    }
    for level, phrases in levels.items():
        add(phrases, Cue(Sense.LEVEL, ahead=FAR, level=level))
    for level, phrases in _ADJECTIVES.items():
        add(phrases, Cue(Sense.LEVEL, ahead=TOUCHING, behind=TOUCHING, many=False, level=level))
    add(_PREFERRED_BEHIND, Cue(Sense.PREFERRED, behind=FAR))
    add(_PREFERRED_AHEAD, Cue(Sense.PREFERRED, ahead=FAR))
    add(_REQUIRED_BEHIND, Cue(Sense.REQUIRED, behind=FAR))
    add(_REQUIRED_AHEAD, Cue(Sense.REQUIRED, ahead=FAR))
    add(_YEARS, Cue(Sense.YEARS, ahead=FAR, behind=FAR))
    add(_POSTING, Cue(Sense.POSTING))
    for region, phrases in _HEADINGS.items():
        add(phrases, Cue(Sense.HEADING, region=region))
    return {phrase: tuple(cues) for phrase, cues in found.items()}
