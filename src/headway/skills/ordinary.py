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
