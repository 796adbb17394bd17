"""Names of tools and methods that are also words of ordinary English, or short acronyms that spell such a word.

Written small, or at the start of a sentence, they count only with support: other skills near by, or words such as
"experience with" before them. The catalog's `ambiguous` tables rule the names that need more than that.
"""

from __future__ import annotations

ORDINARY = frozenset(
    """
    access agents airflow alteryx amplitude angular ansible ant apex attention ax azure backbone basic bamboo bash beam bolt
    bootstrap canvas cassandra celery chef chroma circle claude click closure cloud cobalt compass concourse confluence consul
    copilot crystal cursor cypress dart dash dask delta drift drill druid ease echo elastic elm ember excel express
    falcon feast fiddler figma flask flink flow flux fusion gemini ghost git go gradle grain graph guardrails harness haystack
    helm hive hugo iceberg impala ionic iris jasmine java jest julia kafka keras kite lambda lightning linear llama looker
    lotus luigi mage make maven mercury mercurial metal meteor miro mistral mocha monday mongo monitoring neptune nest nomad
    notion nova numba oracle orange outlook packer pandas parquet perl phoenix pig pinecone play power prefect presto processing
    project prophet puppet python quarkus ranking ray react redshift requests rest restful ruby rust sage salt scala
    scrum segment selenium sentry shell shiny sketch slack snowflake spark spring stitch storm superset
    swift tableau teams terraform thrift torch transformers trino triton unity vagrant vault vertex vision vue weave whisper
    wing word zeppelin zephyr
    add ads age aid air all amp and any api app apt arc are arm art ask bad bag bar bat bee bet bid big bit box bus but buy can
    cap car cat com cut day did die dig doc dog dot dry due eat end era eve eye fan far fat few fit fix fly for fun gap gas get
    god got gym had has hat her him his hit hot how ice its jam job key kid lab law leg let lid lot low map mar mat max may men
    met min mix mom net new nor not now nut odd off oil old one our out own pad pan pay pen per pet pie pin pit pop pot pro put
    ran rap rat raw red rid rob row run sad sat saw say sea see set she sir sit six sky son sum sun tab tag tap tax tea ten the
    tie tin tip toe ton too top toy try two use van vet via war was way web wet who why win yes yet you
    ad ah am an as at ax be by do ed ex go he hi id if in is it la ma me my no of oh ok on or pa pi re so to uh um up us we
    """.split()
)

EVERYDAY = frozenset(
    " ".join(
        """
        academic research, acceptance criteria, access control, access management, aerospace industry, alerting,
        annual reviews, app development, application maintenance, applied research, automated deployments,
        automation frameworks, automation scripts, automation solutions, automation systems, automation tools,
        automotive industry, b2b saas, banking industry,
        banking sector, brand awareness, build scripts, build systems,
        build tools, building models, business applications, business case, business cases, business continuity,
        business metrics, business requirements, business software, business stakeholders, business strategy,
        business transformation, c level executives, cable management,
        capacity management, capital markets, career development,
        career growth, change and release management, child safety, client acquisition, client delivery,
        client engagement, client engagements, client facing, client server applications, clinical data,
        cloud applications, cloud costs, cloud deployments, cloud environments, cloud providers,
        cloud solutions, cloud systems, code quality, coding best practices, coding conventions, coding skills,
        coding standards, community events, compute budgets, consumer goods, consumer insights, content policy,
        continuous improvement, contract review, control technology, core banking, corporate strategy,
        cost control, cost estimation, cost optimisation, cost optimization, credit risk, customer acquisition,
        customer care, customer complaints, customer experience, customer feedback, customer focus, customer insights,
        customer obsession, customer relations, customer relationship, customer service, data accuracy,
        data consistency, data consumers, data culture, data driven culture, data driven decisions, data entry,
        data flows, data infrastructure, data insights, data integrity, data marketplace, data ownership,
        data persistence, data platforms, data products, data reliability, dependency management,
        deployment of software, design principles of interfaces, digital banking, digital payments,
        digital transformation, digitalisation, digitalization, disaster recovery, disinformation,
        drive technology, due diligence, e commerce industry, education industry, education sector,
        educational content, educational research, efficiency improvement, effort estimation,
        electronic components, email campaigns,
        employee development, engineering documentation, enterprise applications,
        enterprise security, enterprise software, error handling, evaluate models, executive leadership team,
        executive stakeholders, fair use, file servers, finance industry, financial industry, financial markets,
        financial sector, financial services, financial services industry, functional specification,
        general counsel, global teams, goal setting, hardware design, hardware development,
        hardware engineering, hardware testing, harmful content, health data, healthcare industry,
        high availability, high traffic systems, highly available systems, highly scalable systems,
        hiring process design, hospitality industry, hybrid apps, independent research, industry analysis,
        industry research, inference costs, information management, information science,
        information technologies, informed decisions, innovation management, insurance industry,
        insurance sector, integrating data, interface development, interface specifications,
        it consulting projects, it governance, it landscape, it operations, it processes, it projects,
        it systems, journal articles, knowledge management, landing pages, large data sets, large datasets,
        large scale data, large scale datasets, large scale systems, lead management, leadership training,
        legacy applications, legacy code, legacy codebases, legacy software, legal guidance, legal review,
        legal risk, life science, line of business applications, live demos, logistics industry,
        loyalty programs, mail servers, making decisions, manufacturing industry, manufacturing processes,
        market entry, market insights, market risk,
        market trends, marketing campaigns, marketing data, marketing materials,
        marketing strategy, massive datasets, medical data, minimum viable product, minimum viable products,
        misinformation, mobile analytics, mobile payments, model accuracy, model performance, model release,
        monolithic applications, monoliths, native apps, network components, network equipment,
        network hardware, network infrastructures, network operations, network services, network technologies,
        new business, online communities, online learning platforms, online retail, online safety,
        open source contributions, open source development, open source projects, open source software,
        open source technologies, open source tools, operating model, operational efficiency,
        operational excellence, organisational change, organizational change, package management, pain management,
        partner ecosystem, partnerships, patient care, patient data, payment integration, payment solutions,
        payments industry, performance feedback, performance reviews, pharmaceutical industry, pilot projects,
        platform architecture, platform safety, policy development, population health, problem management,
        process consulting, process documentation, product certification,
        product compliance, product delivery, product knowledge,
        product launch, product launches, product portfolio, product requirements, product vision,
        production operations, production planning, production reliability, production support,
        programming skills, project documentation, project methodologies, public affairs, public apis,
        publications in, published in, quality control, quality improvement, quality metrics, quality processes,
        quality standards, quarterly goals, reading group, real time data, record keeping, release management,
        release planning, requirements documentation, research agenda, research direction, research experience,
        research projects, resilient systems, resource allocation, retail industry, retail sector,
        revenue growth, saas applications, saas platforms, saas products, saas solutions, sample code,
        scalable applications, scalable software, scalable web applications, scientific literature,
        scientific research, security assessment, security assessments, security best practices,
        security certifications, security concepts, security controls, security frameworks, security guidelines,
        security policies, security reviews, security scans, security standards, security testing,
        security training, security vulnerabilities, semiconductor industry, senior stakeholders,
        service architecture, service level agreements, service management, setting goals, software deployment,
        software distribution, software integration, software maintenance, software quality,
        software specifications, sprint reviews, standard software, standards bodies, storage technologies,
        store operations, story points, strategic decisions, strategic direction, strategic initiatives,
        strategic partnerships, strategic vision, student outcomes, style guides, success metrics,
        system documentation, system integration, system reliability, table design, talent development,
        task automation, team building, team goals, team structure, technical blog, technical content,
        technical direction, technical documentation, technical guidance, technical specification,
        technical specifications, technical support, technical training, technical vision, technology adoption,
        technology vision, terms of service, terms of use, test cases, test concepts, test coverage,
        test data management, test documentation, test environments, test execution, test plans, test processes,
        test reports, test scripts, test strategy, third party integrations, token costs, train models,
        training materials, training models, training sessions, trusted advisor, usage policies, user adoption,
        user feedback, user flows, user focus, user groups, user insights, user journey, user journeys,
        user manuals, user support, value proposition, web and mobile applications, web servers, white papers,
        whitepapers, workflow documentation, workflow management
        """.split()
    ).split(", ")
)
"""Folded phrases that are skills where somebody has or needs them, and everyday words of business where not: `we serve
the banking sector`, `our enterprise software`. They count beside "experience with" and the like, or in a list of skills."""
