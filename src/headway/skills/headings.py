"""Headings of postings and résumés, by what holds under them. `{a|b} c` is short for `a c, b c`."""

from __future__ import annotations

from enum import Enum, auto


class Region(Enum):
    """What holds under a heading until the next."""

    PLAIN = auto()
    REQUIRED = auto()
    PREFERRED = auto()
    DENIED = auto()
    INTERESTS = auto()
    OFFERED = auto()
    """What an employer gives: `life insurance` is no skill there."""
    EMPLOYER = auto()
    """What an employer says of itself: `curiosity` is nobody's there."""


OF_EMPLOYERS = (Region.OFFERED, Region.EMPLOYER)
UNSETTLED = (Region.PLAIN, *OF_EMPLOYERS)
"""What says nothing of whether a person has, wants or needs what stands under it."""


HEADINGS = {
    Region.REQUIRED: """
        {requirements|requirement}, {minimum|key|job|technical|tech} requirements, must {have|haves|have skills},
        {qualifications|qualification}, {minimum|basic|required|key|your} {qualifications|qualification},
        {required|technical|key|essential|mandatory|your|soft|hard|core} skills, skills, {required|your} experience,
        required, what {you'll|you will} {need|bring}, what you {need|bring|should have}, what we {need|look for},
        {what|who} {we're|we are} looking for, who you are, {skills|knowledge|education|experience} {and|&}
        {experience |skills|abilities|qualifications}, skills required, experience required, knowledge, your
        {profile|background}, about you, you {have|bring|should have}, essential, essential criteria, mandatory,
        {the|our|} ideal candidate, {desired|candidate} profile, {core|key|} competencies, what makes you a fit,
        what it takes
    """,
    Region.PREFERRED: """
        nice to {have|haves|have skills}, preferred, {preferred|bonus|desired|desirable}
        {qualifications|skills|experience |requirements}, bonus, bonus points, pluses, plus, desirable, desired,
        additional desired {experience|skills}, good to have, extra credit, optional, advantageous, ideally, {would
        be|it's} a plus, even better, what would be great, you might also have, added advantage
    """,
    Region.DENIED: """
        not {needed|required|necessary}, {what|} you {don't|do not} need, what {is|what's} not required, no need
        for, no experience, out of scope, not in scope
    """,
    Region.INTERESTS: """
        interests, hobbies, {hobbies|interests} {and|&} {interests|hobbies}, personal interests, pastimes, {outside
        of|outside|away from} work, {in my|} free time, {learning|next|} goals, {what i|} want to learn, currently
        exploring
    """,
    Region.OFFERED: """
        benefits, {our|your} benefits, perks, {perks|compensation} {and|&} benefits, {what we|we|our} offer, why {join|}
        us, compensation, salary
    """,
    Region.EMPLOYER: """
        about {us|the company|our company}, who we are, {company|our company} overview, our {values|culture|mission|story}, {company|the}
        culture, our company
    """,
    Region.PLAIN: """
        {key|your|} responsibilities, responsabilities, duties, {duties|roles} {and|&} responsibilities, what
        {you'll|you will} {do|be doing}, {the|your} role, about the {role|team}, about, {position|} overview, job {description|summary}, summary, description, location, logistics,
        how to apply, application process, {our|} tech stack, {our|} stack, technologies, environment,
        {equal|equal employment} opportunity, {work|professional|} experience, employment history, {personal|}
        projects, education, certifications, publications, languages, day to day, your {day|tasks}, tasks, the
        {job|team}, mission, interview process, diversity, disclaimer, additional information, work schedule,
        travel, physical requirements
    """,
}
