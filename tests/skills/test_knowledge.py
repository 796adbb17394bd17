"""What is marked as knowledge in sentences of many kinds is found, with sensible borders, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from headway.skills.lexicon import Lexicon
from headway.skills.model import Mention
from headway.skills.read import find_mentions

Find = Callable[[str], tuple[Mention, ...]]


@pytest.fixture(scope="module")
def find(shipped: Lexicon) -> Find:
    return lambda text: tuple(mention for mention in find_mentions(text, shipped, ()) if not mention.negated)


SENTENCES = """
Solid knowledge of [object oriented programming] and [design patterns].
You know your way around [relational databases] such as [MySQL] or [MariaDB].
Experience with [cloud technologies], preferably [Azure].
You have built [REST APIs] with [Node.js] and [TypeScript].
We work in an [agile environment] with [Scrum] and [Kanban].
Familiarity with [CI/CD] pipelines, [GitLab] and [Docker].
A degree in [computer science], [mathematics] or [physics].
Hands-on experience in [test automation] with [Cypress] and [JUnit].
Strong [JavaScript] and [CSS] skills; [React] is a plus.
Understanding of [microservices] and [event-driven architecture].
Experience administering [Linux] servers and [VMware] clusters.
Knowledge of [network protocols] ([TCP/IP], [DNS], [HTTP]).
You have worked with [message queues] like [RabbitMQ] or [Kafka].
Good command of [English], both written and spoken.
Expertise in [machine learning], [deep learning] and [computer vision].
Experience with [Terraform] and [infrastructure as code].
You are able to design [scalable systems] on [AWS].
Knowledge of [GDPR] and [information security] standards such as [ISO 27001].
Experience with [mobile development] for [iOS] or [Android].
You like [clean code], [code reviews] and [pair programming].
At least three years of [C#] and [.NET Core].
Working knowledge of [SQL Server], [T-SQL] and [stored procedures].
Some experience with [Elasticsearch], [Kibana] or [Grafana].
Knowledge of [data structures] and [algorithms].
Experience in [business intelligence] and [data warehousing].
You know [ITIL] and have worked with [ServiceNow].
Background in [embedded systems] and [real-time operating systems].
Proficient in [Python] and the [scientific stack] ([NumPy], [pandas]).
Knowledge of [accessibility] and [responsive design].
Experience with [GraphQL], [Redux] and [webpack].
Understanding of [object-relational mapping] with [Hibernate] or [Entity Framework].
Familiar with [monitoring] tools, e.g. [Prometheus] and [Datadog].
You have a background in [software engineering].
Experience with [version control], ideally [Git].
Knowledge of [web technologies] ([HTML], [CSS], [JavaScript]).
You have experience with [NoSQL] databases, such as [MongoDB] or [Cassandra].
Knowledge of [domain-driven design] and [SOLID] principles.
Experience with [SAP] modules [FI] and [CO].
Previous work in [fintech] or [banking] is an advantage.
You understand [OAuth] and [single sign-on].
Experience with [big data] tools: [Hadoop], [Hive], [Spark].
You will support [Windows] clients, [Office 365] and [Active Directory].
Certification as [Scrum Master] or [PMP] is welcome.
Fluent in [German] and [English].
Experience with [unit testing] and [TDD].
Good understanding of [networking] and [firewalls].
You know [Jira] and [Confluence].
Knowledge of [statistics] and [A/B testing].
Experience in [penetration testing] and [OWASP] guidelines.
Experience building [data pipelines] in [Airflow] and [dbt].
Knowledge of [Bash] or [PowerShell] scripting.
Experience with [front-end frameworks] such as [Vue] or [Angular].
You bring a passion for [DevOps] and [automation].
Experience with [UX design], [Figma] and [wireframes].
Understanding of [cryptography] and [TLS].
Experience with [project management] in [software development].
You have used [Salesforce] or another [CRM] system.
Knowledge of [functional programming], for example in [Scala] or [Haskell].
We use [Ruby on Rails], [PostgreSQL] and [Redis].
Experience with [parallel programming] in [CUDA] or [OpenMP].
You will mentor colleagues and share what you learn.
You take ownership, stay curious and like to explain things.
We offer flexible hours, a pension and lunch with the team.
Our office is five minutes from the station.
You talk to customers and turn their wishes into plans.
"""


def test_knowledge_is_found_in_sentences_of_postings(find: Find) -> None:
    """At least nine in ten of what is in brackets, nine in ten of what is found; four in five with the same borders."""
    marked = met = exact = found = false = 0
    for line in SENTENCES.strip().split("\n"):
        text = line.replace("[", "").replace("]", "")
        spans = [
            (match.start() - 2 * number, match.end() - 2 * number - 2)
            for number, match in enumerate(re.finditer(r"\[[^\]]*\]", line))
        ]
        places = [(mention.span.start, mention.span.end) for mention in find(text)]
        marked, found = marked + len(spans), found + len(places)
        met += sum(any(a < d and c < b for c, d in places) for a, b in spans)
        exact += sum(span in places for span in spans)
        false += sum(not any(a < d and c < b for a, b in spans) for c, d in places)
    assert marked > 130
    assert met / marked >= 0.9
    assert 1 - false / found >= 0.9
    assert exact / marked >= 0.8


TEXTS = {
    "nurse": (
        """
Marguerite Obi, RN
Registered Nurse, St Alder Hospital, Ward 7
Compassionate nurse with 9 years on medical and surgical wards. I lead a team of six and go the extra mile
for patients.
EXPERIENCE
Staff nurse, St Alder Hospital, 2018 - present
- Monitored vital signs, administered medication and kept care plans up to date
- Acted as point of contact for families; excel under pressure and react calmly to emergencies
- Trained new staff in infection control and the use of infusion pumps
- Reduced falls on the ward by 12 % after reviewing handover with the night team
Education: BSc Nursing, University of Elmet, 2015
Interests: choir, open water swimming, pottery
        """,
        ["Registered Nurse", "lead a team", "vital signs", "care plans", "infection control", "Nursing", "pottery"],
    ),
    "teacher": (
        """
Tobias Lindgren
Primary school teacher
Teaching a class of 28 children aged 8 to 9. I plan lessons in mathematics, reading and science and assess
progress each term.
- Introduced a reading scheme; the share of pupils at the expected level rose from 61 to 78 percent
- Ran the chess club and organised the summer play
- Worked with parents, the school nurse and social services in safeguarding cases
- Led the training day on classroom behaviour
Strong communication and patience. Driving licence. References on request.
        """,
        ["school teacher", "Teaching", "mathematics", "safeguarding", "Strong communication", "Driving licence"],
    ),
    "chef": (
        """
Amadou Ferrand — Head Chef
Fifteen years in kitchens, from commis to head chef. Menus that follow the seasons, a tight team, and a
clean kitchen.
Head chef, The Salt House, 2019 to now: run a brigade of nine, write the menu, order stock, keep food cost
at 27 %, train commis chefs.
Sous chef, Maison Perle, 2014-2019: ran the pass, the meat and fish sections, and stock takes. Python fish
stew was a joke dish.
Skills: knife work, pastry, sauces, menu planning, allergens, hygiene (level 3), rota planning, ordering,
teamwork.
        """,
        ["menu planning", "teamwork"],
    ),
    "accountant": (
        """
Accountant with eight years in practice and industry. Month-end close, VAT returns, payroll for 120 people,
and the audit file.
- Prepared statutory accounts under IFRS and management accounts for the board
- Moved the ledger from Sage to Xero without a late close
- Built a cash flow forecast in Excel with pivot tables; cut debtor days from 54 to 38
- Managed two assistants. ACCA qualified.
        """,
        ["Month-end close", "VAT", "payroll", "IFRS", "Sage", "Xero", "Excel", "pivot tables", "ACCA"],
    ),
    "lawyer": (
        """
Solicitor, commercial property. I act for landlords and tenants on leases, sales and secured lending, and
draft and negotiate contracts.
Admitted 2012. Advised a developer on a 40-unit scheme; led due diligence on a portfolio of 17 sites.
Supervised two trainees.
Spoke at the Harbour Law Forum on service charges. Fluent Welsh. Member of the local chess and go club.
        """,
        ["lending", "Spoke at"],
    ),
    "driver": (
        """
HGV driver, class 1, clean licence, digital tachograph card. Night trunking and multi-drop. ADR certificate.
Planned own routes, checked loads and vehicle before each run, kept delivery notes. Good with customers.
Forklift licence.
        """,
        ["Forklift licence"],
    ),
    "estate": (
        """
Lettings manager for a portfolio of 340 flats. Viewings, references, inventories, deposits, repairs, and
arrears.
Raised occupancy from 91 to 97 percent. Wrote the guide for new landlords. Member of the regional board.
Interests: sailing, spark plugs and old motor bikes.
        """,
        [],
    ),
    "farm": (
        """
Farm worker, dairy herd of 220. Milking, feeding, calving, tractor work, fencing, records of medicine.
Certificate in safe use of pesticides.
Up at four and never late. Drove the forage harvester in the summer. Swift, careful and calm with animals.
        """,
        [],
    ),
    "journalist": (
        """
Reporter with the Marsh Gazette for six years; courts, council and health. Two front pages a week. Shorthand
100 words a minute.
Broke the story on the closed care home. Edited the weekend section, wrote headlines and commissioned
photographs. Also ran the paper's social media pages.
        """,
        [],
    ),
    "electrician": (
        """
Electrician, 18th edition. Domestic and light commercial: rewires, consumer units, fault finding, testing
and inspection. EICR reports.
Led a team of three on a school refurbishment. Own van and tools. CSCS gold card.
        """,
        ["18th edition", "fault finding", "testing\nand inspection", "Led a team of"],
    ),
    "posting-ware": (
        """
Warehouse operative. Pick, pack, load. Early shift. You are reliable, can lift 20 kg and read English.
Forklift licence an advantage. Canteen, parking, bus stop at the gate.
        """,
        ["Forklift licence"],
    ),
    "posting-ml": (
        """
Machine Learning Engineer (remote, EU)
We build forecasting for grocers. You will own models from notebook to production.
What you'll do
• Train and ship demand models in Python with PyTorch and LightGBM
• Keep features in a feature store, and jobs in Airflow, on AWS (SageMaker, S3, Lambda)
• Work with store managers to understand what the numbers mean
What you bring
• 4+ years of Python and SQL
• A good grasp of statistics, time series and A/B tests
• Docker, Kubernetes and CI/CD
Nice to have
• Spark or Flink, Terraform
Perks: gym pass, 28 days off, a budget for books. We are an equal opportunity employer. We use Slack and
Notion, and we meet in Lisbon twice a year.
        """,
        [
            "Machine Learning",
            "Python",
            "PyTorch",
            "LightGBM",
            "feature store",
            "AWS",
            "SageMaker",
            "S3",
            "Lambda",
            "Python",
            "SQL",
            "statistics",
            "time series",
            "A/B tests",
            "Docker",
            "Kubernetes",
            "CI/CD",
            "Spark",
            "Flink",
            "Terraform",
            "Slack",
            "Notion",
        ],
    ),
    "posting-java": (
        """
Senior Java Developer - Payments
Our client, a bank, is looking for a backend developer with strong Java 17 and Spring Boot. Oracle or
PostgreSQL, Kafka, REST APIs, JUnit.
You will design services, review code and mentor juniors in an agile environment. Experience with cloud
technologies (AWS preferred) is a plus.
No experience with COBOL is needed, although some of the core still runs on it. Bachelor's degree in
computer science, mathematics or similar.
Salary 70-85k. Benefits: pension, health insurance, life insurance, training budget, table tennis.
        """,
        [
            "Java",
            "Java 17",
            "Spring Boot",
            "Oracle",
            "PostgreSQL",
            "Kafka",
            "REST APIs",
            "JUnit",
            "review code",
            "mentor juniors",
            "agile environment",
            "cloud\ntechnologies",
            "AWS",
        ],
    ),
    "posting-data": (
        """
Data analyst (m/f/d), retail
Tasks: build dashboards in Tableau and Looker, write SQL against Snowflake, answer questions from marketing,
finance and logistics teams.
Profile: degree in economics, statistics or a related field; two years with BI tools; advanced Excel; Python
or R is an advantage; fluent German and good English.
We offer: public transport ticket, company pension, sports offers, dogs welcome, fresh fruit.
        """,
        [
            "dashboards",
            "Tableau",
            "Looker",
            "SQL",
            "Snowflake",
            "finance",
            "logistics",
            "BI tools",
            "advanced Excel",
            "Python",
            "R",
            "German",
            "English",
        ],
    ),
    "posting-game": (
        """
Gameplay programmer: Unreal Engine 5, C++, Blueprints, Perforce. Good maths (vectors, matrices), profiling,
and a love of play. Console experience is a bonus. We play board games on Fridays.
        """,
        ["Unreal Engine", "C++", "Blueprints", "Perforce"],
    ),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_names_these_things_and_no_others(find: Find, kind: str) -> None:
    text, expected = TEXTS[kind]
    assert [mention.surface for mention in find(text.strip())] == expected
