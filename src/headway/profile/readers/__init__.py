"""One module a format, found by being here. Each has

`LABEL`, what people call the format; `EXTENSIONS`, the endings of its files;
`identify(data, name) -> bool`, cheap and by content, with the name only to part one text format from another;
`read(data, name) -> (Draft, problems)`, which raises `UnreadableFile` and nothing else, and imports what is heavy.
"""
