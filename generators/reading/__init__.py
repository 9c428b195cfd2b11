"""From files to typed records: the only stage that reads the project's files.

    source_text     bytes -> text
    yaml_source     YAML text -> plain values with their places
    front_matter    Markdown -> plain values of the front matter, and the body
    validation      plain values -> records
    load            the whole project -> Dataset and problems
    prose           text -> the calls of figures and links in it

Nothing here raises an exception for the content of a file: every error becomes a problem with its place.
"""
