"""From files to typed records: the only stage that opens the editors' files.

    source_text     bytes -> text
    yaml_source     text -> plain values that know where they stand
    front_matter    Markdown -> the same, and the body
    validation      plain values -> records
    load            the whole project -> Dataset and problems
    prose           the figures and links that prose calls for

Nothing here raises for what an editor may have written: every mistake becomes a problem with its place.
"""
