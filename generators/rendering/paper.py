"""A bulletin as it is issued on paper, its texts as HTML: what its Word document is written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jinja2 import Environment

from generators.composing.documents.bulletins import BulletinView
from generators.composing.documents.imprints import Imprint
from generators.composing.kit.page import Page
from generators.model.anchors import page_html
from generators.model.visibility import Audience

INTERNAL: Final = "内部资料，注意保管"
FICTIONAL: Final = "虚构示例数据　本页的地名、单位和数字都是为演示编写的，不对应任何真实地方。"


@dataclass(frozen=True, slots=True)
class Paper:
    """The parts of a bulletin in the order of the page.

    ``marks`` are lines above the head. ``notice`` on its validity, ``editor_note`` and ``body`` are HTML, all
    figures filled in; the first two may be empty. ``document`` is the path of its Markdown below
    ``content/``, which the addresses of pictures are relative to.
    """

    marks: tuple[str, ...]
    notice: str
    series: str
    numbers: str
    issuer: str
    date: str
    editor_note: str
    title: str
    body: str
    imprint: Imprint
    document: str


def paper_of(page: Page, audience: str, environment: Environment) -> Paper:
    """Return the paper of the page of a bulletin; raises ``TypeError`` for another page."""
    view = page.view
    if not isinstance(view, BulletinView):
        raise TypeError(f"{page.address} is no bulletin")
    components = environment.get_template("kit/components.j2").module
    notice = components.validity_notice(view.validity)  # type: ignore[attr-defined] # a macro
    filters = environment.filters
    marks = (INTERNAL if audience == Audience.INTERNAL.value else "", FICTIONAL if page.is_fictional else "")
    return Paper(
        marks=tuple(filter(None, marks)),
        notice=str(notice).replace("</strong>", "</strong>　"),  # set apart by its look on the page
        series=view.series.label,
        numbers=view.numbers,
        issuer=view.issuer,
        date=view.date,
        editor_note=str(filters["prose_inline"](view.editor_note)) if view.editor_note else "",
        title=view.title,
        body=page_html(str(filters["prose"](view.body))),
        imprint=view.imprint,
        document=page.document,
    )
