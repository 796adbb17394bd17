"""Headings of postings and résumés, by what holds under them. `{a|b} c` is short for `a c, b c`.

English first, then what is usual in German, French, Spanish, Italian, Portuguese and Dutch.
"""

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
        required, what {you'll|you will} {need|bring}, what you {need|have|bring|bring along|should have|should bring},
        what you should bring along, what we {need|look for|expect},
        {what|who} {we're|we are} looking for, who you are, {skills|knowledge|education|experience} {and|&}
        {experience |skills|abilities|qualifications}, skills required, experience required, knowledge, your
        {profile|background}, about you, you {have|bring|should have}, essential, {essential|minimum|selection} criteria,
        essential requirements, person specification, mandatory,
        {the|our|} ideal candidate, {desired|candidate} profile, {core|key|} competencies, what makes you a fit,
        what it takes, profile,
        {dein|ihr} profil, {das|was} bringst du mit, das bringen sie mit, was {du mitbringst|sie mitbringen|wir erwarten},
        anforderungen, voraussetzungen, {deine|ihre} qualifikationen, {votre|le} profil, profil recherché, compétences requises,
        {perfil|requisitos|requisitos mínimos}, {tu perfil|o teu perfil|il tuo profilo}, requisiti, jouw profiel, functie eisen
    """,
    Region.PREFERRED: """
        nice to {have|haves|have skills}, nice, {nice|good|helpful|desirable}{, | but }not
        {needed|required|necessary|mandatory|essential}, preferred, {preferred|bonus|desired|desirable}
        {qualifications|skills|experience |requirements|criteria}, bonus, bonus points, pluses, plus, desirable, desired,
        additional desired {experience|skills}, good to have, extra credit, optional, advantageous, ideally, {would
        be|it's} a plus, even better, what would be great, you might also have, added advantage,
        {von vorteil|wünschenswert|idealerweise|pluspunkte|das wäre schön}, {les plus|atouts}, {deseable|se valora|valorable}, pluspunten
    """,
    Region.DENIED: """
        {things|what} you can skip, {don't|do not} worry about, what {i|we} {don't|do not} do, nicht nötig,
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
        us, compensation, salary, what you {get|can expect}, what you get from us, what's in it for you,
        {wir|das|was wir} bieten, das bieten wir, unser angebot, {nous|ce que nous} offrons, ofrecemos, qué ofrecemos, offriamo,
        wij bieden, wat wij bieden
    """,
    Region.EMPLOYER: """
        about {us|the company|our company}, who we are, {company|our company} overview, our {values|culture|mission|story}, {company|the}
        culture, our company, {about|who we are at} us, über uns, wer wir sind, {qui sommes nous|à propos de nous}, sobre nosotros,
        quiénes somos, chi siamo, over ons, wie zijn wij
    """,
    Region.PLAIN: """
        {key|your|} responsibilities, responsabilities, duties, {duties|roles} {and|&} responsibilities, what
        {you'll|you will} {do|be doing}, {the|your} role, about the {role|team}, about, {position|} overview, job {description|summary}, summary, description, location, logistics,
        how to apply, application process, {our|} tech stack, {our|} stack, technologies, environment,
        {equal|equal employment} opportunity, {work|professional|} experience, employment history, {personal|}
        projects, education, certifications, publications, languages, day to day, your {day|tasks}, tasks, the
        {job|team}, mission, interview process, diversity, disclaimer, additional information, work schedule,
        travel, physical {requirements|demands}, main duties, {essential|key} functions, what awaits you, jd, behaviours,
        please note, things you need to know, edu,
        {deine|ihre|} aufgaben, das erwartet {dich|sie}, was {dich|sie} erwartet, tätigkeiten, {vos|les|} missions, funciones,
        responsabilidades, responsabilità, attività, taken, {jouw|je} taken, wat ga je doen
    """,
}

TELLING = {
    Region.DENIED: "{n't|not} {ask|expect|need|require|use|want|worry}, not needed, {can|may} skip, nicht nötig, pas nécessaire",
    Region.PREFERRED: """
        nice, bonus, plus, pluses, would be {great|good|a plus|ideal|nice}, {helps|help} if, helpful, would help, advantage, advantages, advantageous, desirable, desired,
        preferred, preferably, preferences, merits, merit, meriterande, optional, ideally, ideal, love to see, {no|not a} must,
        kein muss, great if, even better, good to have, extra points, wünschenswert, von vorteil, pluspunten
    """,
    Region.REQUIRED: """
        {we|we'll|we will|you|you'll|you will} {ask|need|require|expect|want|bring|must}, we {really |always |do |}{ask|need|expect}
        {for|of|from|}, looking for, requirement, requirements, required, must, mandatory, essential, essentials, criteria,
        qualifications, krav, {mitbringst|mitbringen|mitbringt}, suchen, erwarten
    """,
    Region.OFFERED: "we offer, {you|you'll|you will} {get|receive}, benefits, perks",
    Region.PLAIN: """
        {you|you'll|you will} {do|be doing}, responsibilities, duties, tasks, your {day|plate|mission|role|work}
    """,
}
"""Words by which a line over a list says what the list is, where it is no usual heading."""
