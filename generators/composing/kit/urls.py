"""The addresses of pages: stable, in ASCII, from the root of the site.

Views have addresses of the form ``site:/path/``; rendering converts them to relative links, so that the site
works in any folder of any server. Addresses that only one section uses are defined with that section.
"""

from __future__ import annotations

from typing import Final

SCHEME: Final = "site:/"

HOME: Final = SCHEME
PROGRAMMES: Final = f"{SCHEME}programmes/"
BOARDS: Final = f"{SCHEME}boards/"
LEDGERS: Final = f"{SCHEME}ledgers/"
COMMITMENTS: Final = f"{SCHEME}commitments/"
INSPECTIONS: Final = f"{SCHEME}inspections/"
RANKINGS: Final = f"{SCHEME}rankings/"
DIVISIONS: Final = f"{SCHEME}divisions/"
BULLETINS: Final = f"{SCHEME}bulletins/"
CASES: Final = f"{SCHEME}cases/"
SOURCES: Final = f"{SCHEME}sources/"
TIERS: Final = f"{SCHEME}tiers/"
CONSEQUENCES: Final = f"{SCHEME}consequences/"
CHANGES: Final = f"{SCHEME}changes/"
CARDS: Final = f"{SCHEME}cards/"
COMPARE: Final = f"{SCHEME}compare/"
GROWTH: Final = f"{SCHEME}growth/"
OPEN_DATA: Final = f"{SCHEME}open-data/"
EMBEDS: Final = f"{SCHEME}embed/"
"""The folder of embedded views, which are files, not pages of the site's menu and search."""


def programme(programme_id: str) -> str:
    """Return the address of a programme's page."""
    return f"{PROGRAMMES}{programme_id}/"


def board(programme_id: str, area: str = "") -> str:
    """Return the address of a programme's board, or of the page of one area of it."""
    return f"{BOARDS}{programme_id}/{area}/" if area else f"{BOARDS}{programme_id}/"


def ledger(programme_id: str) -> str:
    """Return the address of a programme's problem ledger."""
    return f"{LEDGERS}{programme_id}/"


def commitments_of(programme_id: str) -> str:
    """Return the address of a programme's commitments."""
    return f"{COMMITMENTS}{programme_id}/"


def inspection(inspection_id: str) -> str:
    """Return the address of one round of inspection."""
    return f"{INSPECTIONS}{inspection_id}/"


def division(division_id: str) -> str:
    """Return the address of a division's page; the id's levels are its folders."""
    return f"{DIVISIONS}{division_id}/"


def card(division_id: str) -> str:
    """Return the address of a township's report card."""
    return f"{CARDS}{division_id}/"


def card_pdf(division_id: str) -> str:
    """Return the address of a township's report card as a PDF file, beside its page."""
    return f"{CARDS}{division_id}.pdf"


def compared(division_id: str) -> str:
    """Return the address of the page that compares places, with one of them chosen."""
    return f"{COMPARE}#?places={division_id}"


def ladder(address: str) -> str:
    """Return the address of the page of the ladder ``programme/ladder``."""
    return f"{TIERS}{address}/"


def consequences_of(programme_id: str) -> str:
    """Return the address of a programme's consequences."""
    return f"{CONSEQUENCES}{programme_id}/"


def changes(span: str) -> str:
    """Return the address of the page of changes over ``span``: month, quarter or year."""
    return f"{CHANGES}{span}/"


def rank_history(address: str) -> str:
    """Return the address of the page of the scheme ``programme/scheme``."""
    return f"{RANKINGS}{address}/"


def ranking(address: str, period: str, anchor: str = "") -> str:
    """Return the address of one period's ranking, or of ``anchor`` on its page."""
    return f"{RANKINGS}{address}/{period}/" + (f"#{anchor}" if anchor else "")


def series(series_id: str) -> str:
    """Return the address of a series' archive."""
    return f"{BULLETINS}{series_id}/"


def bulletin(bulletin_id: str) -> str:
    """Return the address of a bulletin, whose id is ``series/year/number``."""
    return f"{BULLETINS}{bulletin_id}/"


def bulletin_pdf(bulletin_id: str) -> str:
    """Return the address of a bulletin as a PDF file, beside its page."""
    return f"{BULLETINS}{bulletin_id}.pdf"


def bulletin_docx(bulletin_id: str) -> str:
    """Return the address of a bulletin as a Word document, beside its page."""
    return f"{BULLETINS}{bulletin_id}.docx"


def case(case_id: str) -> str:
    """Return the address of a case."""
    return f"{CASES}{case_id}/"


def source(source_id: str, anchor: str = "") -> str:
    """Return the address of a source's page, or of ``anchor`` on it."""
    return f"{SOURCES}{source_id}/" + (f"#{anchor}" if anchor else "")


def figures_of_source(source_id: str, indicator: str, area: str = "") -> str:
    """Return the address of a source's figures for ``programme/indicator``, of all areas or of one."""
    return f"{SOURCES}{source_id}/{indicator}/" + (f"{area}/" if area else "")


def free_page(page_id: str) -> str:
    """Return the address of a hand-written page."""
    return f"{SCHEME}{page_id}/"


def download(name: str) -> str:
    """Return the address of an open-data file."""
    return f"{OPEN_DATA}{name}"


def data_table(name: str) -> str:
    """Return the address at which a table of the open data is described."""
    return f"{OPEN_DATA}#table-{name}"


def path_of(address: str) -> str:
    """Return the path of an address below the root of the site, without the anchor."""
    return address.removeprefix(SCHEME).partition("#")[0]


def division_anchor(division: str) -> str:
    """Return the anchor of a division on the page of a period's ranking."""
    return f"rank-{division.replace('/', '-')}"
