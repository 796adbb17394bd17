"""The headings that people put over the parts of a résumé, in many wordings."""

from __future__ import annotations

import re

from headway.profile.model import SectionKind as Kind

_CORES: dict[Kind, str] = {
    Kind.EXPERIENCE: """experience|experiences|employment|employment history|work|work history|career history|career
        |career path|professional background|professional history|work placements|internships|internship
        |positions|positions held|appointments|teaching|research|volunteering|volunteer|volunteer work
        |jobs|roles|industry|consulting|assignments|engagements
        |berufserfahrung|berufliche erfahrung|beruflicher werdegang
        |werdegang|praktika|berufspraxis|ehrenamt|expérience|expériences|expérience professionnelle
        |expériences professionnelles|parcours professionnel|stages|experiencia|experiencia laboral
        |experiencia profesional|esperienza|esperienze|experiência|werkervaring""",
    Kind.PROJECTS: """project|projects|portfolio|home lab|homelab|open source|open-source|side projects
        |open source contributions|case studies|hackathons|projekte|projets|proyectos|progetti|projetos""",
    Kind.SKILLS: """skill|skills|skill set|skillset|competencies|competences|competence|expertise|technologies|tools
        |tooling|tech stack|toolbox|stack|toolkit|strengths|proficiencies|areas of expertise|know-how
        |programming languages|programming|software|it|it skills|computer skills|core competencies
        |capabilities|technical|methods|computing|what i bring|what i offer|what i can do
        |kenntnisse|fähigkeiten|kompetenzen|edv-kenntnisse|it-kenntnisse|compétences
        |habilidades|competencias|aptitudes|conocimientos|competenze|competências|vaardigheden""",
    Kind.EDUCATION: """education|academic background|academic history|academics|degrees|studies|schooling
        |qualifications|academic qualifications|coursework|courses|relevant coursework|university
        |teacher training|educational background|ausbildung|studium|bildung|bildungsweg|schulbildung
        |akademischer werdegang|formation|formations|études|diplômes|educación|formación|estudios
        |istruzione|formazione|educação|formação|opleiding|opleidingen""",
    Kind.CERTIFICATIONS: """certification|certifications|certificate|certificates|certified|licences|licenses|licence
        |license|certs|training|trainings|credentials|professional development|continuing education
        |accreditations|badges|zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildungen
        |certificats|certificaciones|certificados|certificazioni|cursos|certificações""",
    Kind.PUBLICATIONS: """publication|publications|papers|articles|patents|talks|conference talks|presentations
        |preprints|conferences|publications and talks|writing|blog|selected talks|invited talks|posters|theses
        |publikationen|veröffentlichungen|vorträge|publicaciones|pubblicazioni|publicações""",
    Kind.LANGUAGES: """languages|language|language skills|spoken languages|sprachen|sprachkenntnisse|langues|idiomas
        |lingue|foreign languages|talen""",
    Kind.INTERESTS: """interest|interests|hobbies|activities|extracurricular activities|personal interests
        |research interests|learning goals|learning|currently learning|goals|aspirations
        |what i am learning|what i want to learn|want to learn|looking for|what i am looking for
        |what i'm looking for|what i want next|what next|next steps|next|interessen|hobbys
        |centres d'intérêt|loisirs|intereses|aficiones|interessi|interesses""",
    Kind.SUMMARY: """summary|profile|about|about me|objective|career objective|overview|statement|personal statement
        |professional summary|executive summary|highlights|career highlights|bio|introduction
        |at a glance|who i am|snapshot|summary of qualifications|headline|personal profile|profil
        |kurzprofil|zusammenfassung|über mich|à propos|résumé professionnel|perfil|resumen|sobre mí
        |profilo|sobre mim|profiel""",
    Kind.HEADER: """contact|contact details|contact information|contact info|personal details|personal information
        |personal data|get in touch|details|kontakt|persönliche daten|coordonnées|contacto
        |datos personales|contatti|dati personali""",
    Kind.OTHER: """awards|award|honors|honours|achievements|accomplishments|scholarships|grants|fellowships|prizes
        |funding|references|referees|memberships|membership|affiliations|professional affiliations
        |service|community service|community|links|additional information|other|miscellaneous|misc|notes
        |further information|military service|patents pending|auszeichnungen|referenzen|sonstiges
        |distinctions|références|premios|referencias""",
}
_FILLERS = frozenset(
    """and & / + , : the of in my a an for with key core main other additional selected relevant professional technical
    technology personal work working recent previous past earlier early current further academic industry
    industrial teaching research leadership management business soft hard digital data engineering scientific
    science software history background areas area list details related practical hands-on notable representative
    major continuing formal international commercial clinical school classroom career voluntary volunteer freelance
    contract full-time part-time independent general und et y e de la technische fachliche relevante weitere
    techniques técnicas profesionales professionnelles""".split()
)
_KIND_OF = {" ".join(core.split()): kind for kind, cores in _CORES.items() for core in cores.split("|")}
_LONGEST_CORE = max(len(core.split()) for core in _KIND_OF)
_WEAK = frozenset({Kind.SUMMARY, Kind.OTHER, Kind.HEADER})
"""Kinds that give way to another one in the same heading: `Skills summary` is about skills."""
_HUMAN_LANGUAGES = re.compile(
    r"\b(?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|turkish|arabic|hindi|urdu"
    r"|tamil|bengali|igbo|yoruba|hausa|swahili|zulu|mandarin|cantonese|chinese|japanese|korean|vietnamese|thai|greek"
    r"|hebrew|farsi|persian|swedish|danish|norwegian|finnish|czech|slovak|hungarian|romanian|welsh|irish|catalan"
    r"|native|fluent|bilingual|mother tongue|[abc][12]|deutsch|englisch|französisch|spanisch|anglais|allemand"
    r"|français|inglés|alemán|español|francés)\b",
    re.IGNORECASE,
)
_DECORATION = re.compile(r"^[\W_\d]+|[\W_]+$")
_SPACED = re.compile(r"(?:\w ){3,}\w")
LONGEST = 60
"""Characters beyond which a line is no heading."""


def heading_kind(text: str) -> Kind | None:
    """The kind of section that a heading opens, if its words are ones that people use for headings and nothing else."""
    words = _words(text)
    if not words:
        return None
    found: list[Kind] = []
    place = 0
    while place < len(words):
        for size in range(min(_LONGEST_CORE, len(words) - place), 0, -1):
            kind = _KIND_OF.get(" ".join(words[place : place + size]))
            if kind and not (size == 1 and words[place] in _FILLERS and _core_follows(words, place)):
                found.append(kind)
                place += size
                break
        else:
            if words[place] not in _FILLERS:
                return None
            place += 1
    return next((kind for kind in found if kind not in _WEAK), found[0] if found else None)


def plain_heading(text: str) -> str:
    """A heading without its decoration: `== E X P E R I E N C E ==` is `EXPERIENCE`; a long line stays as it is."""
    if len(text) > 4 * LONGEST:
        return text
    text = _DECORATION.sub("", text)
    return re.sub(r" {2,}", " ", re.sub(r"(?<=\b\w) (?=\w\b)", "", text)) if _SPACED.fullmatch(text) else text


def names_human_languages(text: str) -> bool:
    """Whether a text under the heading `Languages` is about English and German rather than Python and Go."""
    return bool(_HUMAN_LANGUAGES.search(text))


def _core_follows(words: list[str], place: int) -> bool:
    """`Work experience`, `Software skills`: the first word only qualifies the second."""
    rest = words[place + 1 :]
    return any(" ".join(rest[i : i + size]) in _KIND_OF for i in range(len(rest)) for size in (1, 2, 3))


def _words(text: str) -> list[str]:
    if len(text) > 2 * LONGEST:
        return []
    text = plain_heading(text)
    if not text or len(text) > LONGEST:
        return []
    text = re.sub(r"\((?:[^()]{0,30})\)$", "", text)
    return [w for w in re.sub(r"([&/+,|:])", r" \1 ", text.lower()).replace("’", "'").split() if w not in "|:"]
