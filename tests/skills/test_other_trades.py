"""Names of other trades in the shipped catalog: read where a text names them, not where it speaks of something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headway.skills.lexicon import Lexicon
from headway.skills.read import find_mentions

Surfaces = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def surfaces(shipped: Lexicon) -> Surfaces:
    """What is named in a text, as it is written there."""
    return lambda text: [mention.surface for mention in find_mentions(text, shipped, ())]


@pytest.mark.parametrize(
    "line",
    [
        "Java, Struts, JSP, Servlets, JDBC, WebLogic, Eclipse, Ant, Windows",
        "C#, ASP.NET, LINQ, WCF, WPF, Visual Studio, TFS, IIS, AJAX",
        "Wireshark, Nmap, Cisco ASA, Palo Alto, Active Directory, LAN/WAN",
        "Embedded C, Keil, Proteus, I2C, SPI, Eagle, Xilinx, ModelSim, VHDL",
        "AutoCAD, STAAD Pro, Revit, Primavera, CATIA, NX, Creo, Inventor, ANSYS",
        "Tally, GST, TDS, payroll, bookkeeping, accounts payable, QuickBooks",
        "PCR, ELISA, Western blot, HPLC, cell culture, GMP, GLP",
        "patient care, vital signs, CPR, BLS, Epic, phlebotomy",
        "Photoshop, Illustrator, InDesign, After Effects, Maya, Blender, Unity",
        "MS Word, Excel, Access, PowerPoint, Visio",
        "Lean, Six Sigma, Kaizen, 5S, ISO 9001",
        "COBOL, JCL, CICS, VSAM, Endevor, mainframe",
        "Hadoop, Hive, Pig, Flume, ZooKeeper, Ambari",
        "Objective-C, Swift, Xcode",
    ],
)
def test_every_item_of_a_list_of_a_trade_is_read(surfaces: Surfaces, line: str) -> None:
    assert surfaces(line) == line.split(", ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Languages: English, Hindi, German", ["English", "Hindi", "German"]),
        ("Languages\nEnglish, Hindi", ["English", "Hindi"]),
        ("English (fluent), French (native), Spanish (B1)", ["English", "French", "Spanish"]),
        ("Native: Dutch", ["Dutch"]),
        ("I speak Russian and Mandarin.", ["Russian", "Mandarin"]),
        ("Fluent in Italian", ["Italian"]),
        ("Our French office has German customers and a Greek cook.", []),
        ("The Chinese market is growing, the Italian company too.", []),
        ("English fries and French toast", []),
        ("He has a polish about him and a Danish pastry.", []),
    ],
)
def test_a_language_counts_beside_words_of_speaking(surfaces: Surfaces, text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A family business in Palo Alto with large windows.",
        "Our offices are in Cadence, Ohio and Eagle, Idaho.",
        "In spring we watched the solar eclipse; an ant ran by.",
        "I enjoy cooking, gardening and photography.",
        "Forecast Sales data for the Marketing department.",
        "Our sales team and our marketing team meet with HR.",
        "A competitive compensation and benefits package, childcare benefits and legal help.",
        "Access to a gym, remote access and open access.",
        "A first aid kit hangs in the kitchen.",
        "The proposal had unity of purpose, not a waterfall of words.",
        "We fortify our position and ignite change.",
        "Maya and Ada joined as interns; Ajax won the match.",
        "The remedy is simple: less is more.",
        "A blender, bluetooth speakers and a 5G phone for everyone.",
        "Our real estate is close to the station; agriculture is our passion.",
        "A philosophy of work: chemistry between people counts.",
        "A negative PCR test is needed to enter.",
        "Lean on us. Your onboarding buddy helps; onboarding is quick.",
        "The trading company in Epic style, at a valuation of $3 billion.",
        "A golden eagle, a rhino and a camel in the desert.",
        "A groovy party with a dart board and an elixir of life.",
        "It was built from scratch; a gulp of water, some grunt work.",
        "Illustrator of books. Inventor of the year.",
        "Customer support tickets and call center transcripts were classified.",
        "Serving the insurance, real estate and agriculture markets.",
        "The after effects of the move, and I concur.",
        "Human Resources department, Building 4. The jury's depositions took hours.",
        "We canoe on the lake, eat a canape, quicken the pace.",
        "Typing indicators, static typing and the tools of the trade.",
        "The assembly line of the General Assembly tallied the votes.",
        "Used putty on windows; the putty held.",
        "Operating Systems:",
    ],
)
def test_a_text_that_speaks_of_something_else_names_no_skill(surfaces: Surfaces, text: str) -> None:
    assert surfaces(text) == []


def test_the_plural_of_an_acronym_that_only_looks_like_one_is_no_name(surfaces: Surfaces) -> None:
    assert surfaces("ADAS and sensors; thanks to Ada") == ["ADAS"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We serve the banking sector and have large datasets.", []),
        ("Experience in the banking sector", ["banking sector"]),
        ("Success metrics, business cases and customer feedback guide us.", []),
        ("Skills: SQL, test plans, Jira", ["SQL", "test plans", "Jira"]),
        ("Our enterprise software keeps bakers on time.", []),
        ("Knowledge of legacy systems", ["legacy systems"]),
    ],
)
def test_phrases_of_everyday_business_count_where_somebody_has_or_needs_them(
    surfaces: Surfaces, text: str, expected: list[str]
) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Knowledge of computer science fundamentals", ["computer science fundamentals"]),
        ("Experience in software development", ["software development"]),
        ("Our software engineering team is small; the architecture is not.", []),
        ("You join the front-end team and sit beside the automation department; both write code.", []),
        ("Automation and scripting in Python", ["Automation", "scripting", "Python"]),
    ],
)
def test_a_field_counts_where_it_is_known_and_not_where_it_names_a_team(
    surfaces: Surfaces, text: str, expected: list[str]
) -> None:
    assert surfaces(text) == expected


def test_a_level_of_the_european_framework_makes_a_language_of_a_word(surfaces: Surfaces) -> None:
    assert surfaces("3+ years SAP, German C1") == ["SAP", "German"]


def test_the_maker_of_a_city_is_no_standard_of_building(surfaces: Surfaces) -> None:
    assert surfaces("Leeds and York. LEED and BREEAM certified buildings.") == ["LEED", "BREEAM"]
