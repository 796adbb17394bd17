"""The words by which a job title, an organisation, a place, a degree and a school are told apart."""

from __future__ import annotations

import re

_TITLES = """
    engineer engineering developer programmer architect analyst scientist researcher research statistician
    mathematician economist physicist chemist biologist actuary manager management director head lead leader
    chief officer ceo cto cfo coo cpo cdo vp president founder co-founder cofounder owner partner principal
    staff senior junior consultant advisor adviser specialist expert coordinator administrator admin assistant
    associate intern trainee apprentice fellow postdoc postdoctoral doctoral student lecturer professor teacher
    tutor instructor trainer coach mentor educator headteacher librarian editor writer author journalist
    designer strategist planner buyer accountant auditor banker broker underwriter clerk secretary receptionist
    nurse physician doctor pharmacist therapist technician operator mechanic electrician supervisor foreman
    executive representative agent salesperson seller cashier barista waiter waitress chef cook driver courier
    volunteer tester qa sre devops mlops dba marketer recruiter counsel lawyer paralegal attorney investigator
    inspector controller treasurer examiner marker maintainer clinician surveyor translator interpreter
    photographer producer curator psychologist sociologist geologist geographer astronomer meteorologist
    ecologist epidemiologist product-owner scrum-master freelancer freelance contractor self-employed ingenieur
    ingenieurin entwickler entwicklerin softwareentwickler analystin wissenschaftler wissenschaftlerin
    mitarbeiter mitarbeiterin leiter leiterin berater beraterin lehrer lehrerin lehrkraft werkstudent
    werkstudentin praktikant praktikantin geschäftsführer geschäftsführerin teamleiter teamleiterin referent
    referentin dozent dozentin ingénieur ingénieure développeur développeuse analyste chercheur chercheuse
    responsable directeur directrice chef stagiaire enseignant enseignante professeur professeure consultante
    chargé chargée assistante doctorant doctorante ingeniero ingeniera desarrollador desarrolladora analista
    científico científica gerente jefe jefa profesor profesora maestro maestra consultor consultora becario
    becaria investigador investigadora director directora coordinador coordinadora docente
    """.split()
_TITLE_PHRASES = "scrum master|product owner|head of|data science lead|tech lead|team lead|member of technical staff"
_TITLE_SET = frozenset(_TITLES)
_PHRASE = re.compile(rf"(?<!\w)(?:{_TITLE_PHRASES})(?!\w)", re.I)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_CALLING = re.compile(
    r"\w{3,}(?:ologist|ologe|ologin|ologue|ólogo|óloga|tician|ographer|onomist|chemist)s?|linguist(?:in|e|a)?s?"
    r"|\w*(?:entwickler|ingenieur|berater|leiter|analyst|wissenschaftler|lehrer|forscher)(?:in(?:nen)?)?"
)
"""Words that name a calling by their ending: biostatistician, linguist, Softwareentwicklerin."""
_HEADWORD = frozenset(
    "senior junior staff principal lead chief head associate assistant freelance research engineering"
    " management".split()
)
"""Words that begin titles but also stand in names of teams and firms."""

_ORGANISATION = re.compile(
    r"(?<!\w)(?:ltd|limited|llc|llp|plc|inc|corp|corporation|gmbh|mbh|ag|kg|se|sa|sas|sarl|srl|s\.?l|s\.?p\.?a"
    r"|bv|b\.v|nv|oy|ab|aps|co|company|group|holding|holdings|partners|associates|labs?|laboratory"
    r"|laboratories|technologies|systems|solutions|studio|studios|agency|bank|insurance|insurers|capital"
    r"|ventures|foundation|trust|charity|ngo|council|ministry|department|government|agency|office for|nhs"
    r"|hospital|clinic|university|université|universität|universidad|universidade|università|college|school"
    r"|academy|akademie|gymnasium|lycée|colegio|instituto?|institute|institut|institution|centre|center"
    r"|society|association|federation|union|museum|library|airlines|airways|logistics|retail|stores|consulting"
    r"|consultants|media|publishing|press|software|pharma|pharmaceuticals|energy|foods|freight|works"
    r"|cooperative|co-op|collective|network|services)\.?(?!\w)",
    re.I,
)
_LEGAL = re.compile(r"(?:ltd|limited|llc|llp|plc|inc|corp|co|gmbh|ag|kg|se|sa|sas|srl|bv|nv)\.?", re.I)
_REGION = re.compile(
    r"(?:usa?|u\.s\.a?\.?|uk|u\.k\.|eu|united (?:kingdom|states)|england|scotland|wales|ireland|germany"
    r"|deutschland|france|spain|españa|italy|italia|portugal|(?:the )?netherlands|belgium|switzerland|schweiz"
    r"|austria|österreich|poland|sweden|norway|denmark|finland|canada|india|nigeria|ghana|kenya|south africa"
    r"|singapore|australia|new zealand|japan|china|brazil|brasil|mexico|argentina|israel|turkey|greece|romania"
    r"|ukraine|czech republic|hungary|california|texas|ontario"
    r"|bavaria|bayern|(?:(?:north|west|south|east) )?yorkshire|greater manchester|(?-i:[A-Z]{2}))",
    re.I,
)
_TOWN = re.compile(
    r"(?:(?:fully )?remote|hybrid|on-?site|home office|london|manchester|leeds|bristol|edinburgh|glasgow"
    r"|cardiff|dublin|birmingham|liverpool|newcastle|york|nottingham|sheffield|cambridge|oxford|berlin|münchen"
    r"|munich|hamburg|cologne|köln|frankfurt|leipzig|stuttgart|heidelberg|dresden|paris|lyon|toulouse|madrid"
    r"|barcelona|valencia|lisbon|porto|amsterdam|rotterdam|utrecht|brussels|zürich|zurich|geneva|basel|vienna"
    r"|wien|warsaw|kraków|prague|budapest|stockholm|oslo|copenhagen|helsinki|new york|nyc|boston|chicago"
    r"|seattle|austin|san francisco|los angeles|denver|toronto|vancouver|montreal|bangalore|bengaluru|mumbai"
    r"|delhi|hyderabad|pune|lagos|abuja|nairobi|accra|sydney|melbourne|tokyo|beijing"
    r"|shanghai|tel aviv|milan|rome)(?:\s*\((?:remote|hybrid|on-?site)\))?",
    re.I,
)
_DEGREE = re.compile(
    r"(?<!\w)(?:b\.?\s?sc|m\.?\s?sc|b\.?a|m\.?a|b\.?eng|m\.?eng|m\.?phys|m\.?math|m\.?chem|m\.?phil|mres|mba"
    r"|llb|llm|ph\.?\s?d|d\.?phil|dr|bs|ms|b\.s|m\.s|pgce|pgdip|pgcert|qts|hnd|hnc|bachelors?|masters?"
    r"|doctorate|doctor|degree|diploma|diplom|certificate|licence|licenciatura|grado|máster|maestría|doctorado"
    r"|laurea|magister|abitur|baccalauréat|bachillerato|matura|a[- ]levels?|gcses?|ib"
    r"|high school|associate of|bootcamp|nanodegree|apprenticeship|ausbildung|promotion|staatsexamen|minor"
    r"|major)\.?(?!\w)",
    re.I,
)
_STUDY = re.compile(
    r"\W*(?:ph\.?\s?d|d\.?phil|[bm]\.?\s?sc|[bm]\.?eng|mba|master'?s?|bachelor'?s?|diplom|nanodegree"
    r"|(?:[\w&-]+ ){0,3}bootcamp)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"(?<!\w)(?:universit\w+|universidad\w*|university|college|school|institut\w*|academy|akademie|gymnasium"
    r"|lycée|hochschule"
    r"|fachhochschule|polytechnic|école|escuela|faculty|conservatoire|grammar|tu|eth|epfl|mit|ucl|lse"
    r"|open university)(?!\w)",
    re.I,
)


def has_title_word(text: str) -> bool:
    """Whether a text names a kind of job: `engineer`, `teacher`, `head of`."""
    return bool(_title_words(text))


def _title_words(text: str) -> set[str]:
    words = {word.lower() for word in _WORD.findall(text)}
    words |= {part for word in words if "-" in word for part in word.split("-")}
    known = {w for w in words if w in _TITLE_SET or w.removesuffix("s") in _TITLE_SET or _CALLING.fullmatch(w)}
    phrase = _PHRASE.search(text)
    return known | {phrase[0].lower()} if phrase else known


def title_score(text: str) -> float:
    """How much a text looks like a job title rather than an organisation; above 0 it does."""
    words = _title_words(text)
    score = 2.0 * len(words - _HEADWORD) + 0.8 * len(words & _HEADWORD)
    return score - 1.5 * len(_ORGANISATION.findall(text)) - (2.0 if is_place(text) else 0.0) - len(text.split()) / 40


def looks_like_organisation(text: str) -> bool:
    """Whether a text holds a word that organisations carry in their names."""
    return bool(_ORGANISATION.search(text))


def is_legal_form(text: str) -> bool:
    """`Ltd`, `Inc.`: belongs to the name before the comma."""
    return bool(_LEGAL.fullmatch(text.strip()))


def is_place(text: str) -> bool:
    """Whether a text is only a place: `Remote`, `Leeds, UK`, `Harrogate, England`, `Austin, TX`."""
    parts = [part.strip() for part in re.split(r"[,/]", text.strip(" ()"))]
    if not all(parts) or len(parts) > 3 or any(len(part.split()) > 3 for part in parts):
        return False
    if all(_TOWN.fullmatch(part) or (_REGION.fullmatch(part) and not part.isupper()) for part in parts):
        return True
    if len(parts) == 1:
        return parts[0] in ("UK", "US", "USA", "EU")
    named = _title_words(parts[0]) or _ORGANISATION.search(parts[0]) or (parts[0].isupper() and len(parts[0]) > 2)
    return bool(_REGION.fullmatch(parts[-1])) and not named


def names_degree(text: str) -> bool:
    """Whether a text names a degree or a school-leaving certificate."""
    return bool(_DEGREE.search(text))


def is_study(head: tuple[str, ...]) -> bool:
    """Whether the head of an entry names a study and no job, wherever it stands: `PhD, bioinformatics`, `Bootcamp`."""
    return bool(head) and bool(_STUDY.match(head[0])) and not any(map(has_title_word, head))


def names_school(text: str) -> bool:
    """Whether a text names a place of education."""
    return bool(_SCHOOL.search(text))
