"""Renders embedded views: small pages of their own, without Markdown and without the frame of the theme."""

from __future__ import annotations

from collections.abc import Container
from functools import partial

from jinja2 import Environment

from generators.composing.kit.embed import Embed
from generators.composing.kit.page import Download, Page
from generators.composing.kit.urls import path_of
from generators.composing.site.compose import SiteFacts
from generators.model.language import Language
from generators.rendering.foreign import with_chinese_marked
from generators.rendering.links import with_relative_links


def embed_file(
    page: Page, embed: Embed, environment: Environment, known: Container[str], facts: SiteFacts
) -> Download:
    """Return the file ``index.html`` of the ``embed`` of ``page``; its links are relative to it.

    Its bytes raise ``BrokenLinkError`` if it links to an address that is not in ``known``.
    """
    path = path_of(embed.address)
    return Download(f"{path}index.html", partial(_bytes, page, embed, environment, known, facts))


def _bytes(
    page: Page, embed: Embed, environment: Environment, known: Container[str], facts: SiteFacts
) -> bytes:
    path = path_of(embed.address)
    template = environment.get_template(embed.template)
    text = template.render(page=page, embed=embed, view=page.view, facts=facts, root="../" * path.count("/"))
    page_text = with_relative_links(text, path, known)
    return (page_text if facts.language is Language.CHINESE else with_chinese_marked(page_text)).encode()
