"""公开目录: the head of an article with its entry in the government catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from generators.composing.documents.validity import ValidityView
from generators.composing.kit.dates import day_text
from generators.languages import gettext, translated
from generators.model.document import Article

Catalogue = tuple[tuple[str, str], ...]


def catalogue_of(article: Article, category: Sequence[str], issuer: str, validity: ValidityView) -> Catalogue:
    """Return the (label, text) rows of an article's head in the order of the catalogue, without empty ones.

    ``category`` is the path of the category, the highest first.
    """
    rows = (
        (gettext("索引号"), article.index_number),
        (gettext("分类"), " › ".join(category)),
        (gettext("发布机构"), issuer),
        (gettext("成文日期"), day_text(article.date) if article.date is not None else ""),
        (gettext("发布日期"), day_text(article.published) if article.published is not None else ""),
        (gettext("名称"), article.title),
        (gettext("文号"), article.document_number),
        (gettext("主题词"), gettext("；").join(article.subjects)),
        (gettext("有效性"), translated(validity.text)),
    )
    return tuple((label, text) for label, text in rows if text)
