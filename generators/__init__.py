"""Tongbao: a county's working data, turned into a site that everybody can check.

The folders are the stages of the data flow, and a record never travels back:

    model       the nouns, as editors write them
    reading     text -> plain values with positions -> typed records
    checking    rules over the whole dataset -> problems, never only the first
    proofreading  (beside checking) the files as written -> slips of writing; mends them when asked to
    measuring   progress, pace, status, roll-up: pure, no I/O, no clock, no locale
    results     (before measuring) what measuring returns: plain records, without the code that computes them
    disclosing  dataset + measurements -> the Publication that one audience may see
    composing   Publication -> page view models, tables, downloads
    rendering   view model -> Markdown and SVG, by Jinja templates
    publishing  Markdown -> MkDocs -> release folder, the only writer of sites
    releasing   finished sites -> releases side by side: digests, signatures, verification, the one switch
    workbooks   (before reading) what is read from and written to spreadsheets; knows no noun
    returning   dataset -> workbooks for offices to fill in: what each owes, and lists of records
    drafting    dataset -> new files for an editor to go on with, never over one that is there; new projects

Within a stage a noun has a folder where it needs more than one file; it imports only the nouns before
it, which the contracts in ``pyproject.toml`` list. ``composing.kit`` and ``checking.kit`` know no noun.

``pipeline`` runs the stages in this order; ``cli`` is the console command.
"""
