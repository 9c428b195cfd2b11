"""网站自查, on the internal site: the public site checked by the rules for inspecting government sites.

The rules are those of 国办秘函〔2019〕19号: home stale after two weeks, news columns after two weeks, notices
after six months, blank columns, undated items, dead links. Two more rules are on overdue reports and
publication deadlines. All are applied on the day of the publication.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from generators.composing.documents.bulletins import SECTION as BULLETINS
from generators.composing.documents.cases import SECTION as CASES
from generators.composing.documents.deadlines import deadlines_view
from generators.composing.documents.documents import newest_first
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import MenuEntry, Section, SectionType, home_link
from generators.composing.kit.statuses import in_words
from generators.composing.kit.table import Column, Table, TableView, cell, small
from generators.composing.kit.views import Link, StatusView
from generators.composing.site.quality import SECTION as QUALITY
from generators.disclosing.publication import Publication
from generators.languages import gettext, marked
from generators.model.anchors import dead_anchors
from generators.model.calendar import days_before, months_before
from generators.model.document import AnyDocument, Bulletin, Case, Document
from generators.model.series import Series, SeriesColumn
from generators.model.visibility import Audience, Visibility, is_public

HOME_DAYS: Final = 14
NEWS_DAYS: Final = 14
NOTICE_MONTHS: Final = 6
BLANK_COLUMNS: Final = 5

PASSED: Final = StatusView("achieved", marked("合格"), "✓")
REMARK: Final = StatusView("behind", marked("提醒"), "▽")
FAILED: Final = StatusView("missed", marked("不合格"), "✕")


@dataclass(frozen=True, slots=True)
class SelfCheckItem:
    """A finding: the link to where it is, and a text."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class RuleResult:
    """The result of one rule; ``summary`` is a text with the number of findings."""

    title: str
    anchor: str
    rule: str
    verdict: StatusView
    summary: str
    findings: tuple[SelfCheckItem, ...] = ()


@dataclass(frozen=True, slots=True)
class SelfCheckView:
    """The results of all rules, and their table."""

    table: TableView
    results: tuple[RuleResult, ...]


def _title(rule: RuleResult) -> Link:
    return Link(rule.title, f"#{rule.anchor}" if rule.findings else "")


_RULES: Final[Table[RuleResult]] = Table(
    (
        Column("rule", marked("项目"), lambda rule: cell(_title(rule), small(rule.rule)), is_head=True),
        Column("verdict", marked("结果"), lambda rule: cell(rule.verdict)),
        Column("summary", marked("情况"), lambda rule: cell(rule.summary)),
    ),
    is_searchable=False,
)


def self_check_pages(parts: Parts) -> Iterator[Page]:
    """Yield the self-check page."""
    yield SECTION.first_page("site/self-check.md.j2", partial(_self_check_view, parts), is_searchable=False)


def _self_check_view(parts: Parts) -> SelfCheckView:
    publication = parts.publication
    results = (
        _home(publication),
        _columns(publication),
        _blank(publication),
        _undated(publication),
        _links(publication),
        _reports(parts),
        _deadlines(publication),
        _facts(publication),
    )
    return SelfCheckView(_RULES.view(results, gettext("自查结果")), results)


def _result(
    title: str, anchor: str, rule: str, found: Sequence[SelfCheckItem], verdict: StatusView = FAILED
) -> RuleResult:
    summary = gettext("%(number)s处", number=len(found)) if found else gettext("没有发现问题")
    return RuleResult(title, anchor, rule, in_words(verdict if found else PASSED), summary, tuple(found))


def _is_public(document: Document[Bulletin] | Document[Case]) -> bool:
    return is_public(document.front)


def _public_documents(publication: Publication) -> list[Document[Bulletin] | Document[Case]]:
    documents: list[Document[Bulletin] | Document[Case]] = [*publication.bulletins, *publication.cases]
    return [each for each in documents if _is_public(each)]


def _day_of(document: Document[Bulletin] | Document[Case]) -> date | None:
    return document.front.published or document.front.date


def _link_of(document: Document[Bulletin] | Document[Case]) -> Link:
    address = urls.bulletin if isinstance(document.front, Bulletin) else urls.case
    return Link(document.front.title, address(document.id))


def _home(publication: Publication) -> RuleResult:
    """Return whether the home page is up to date: its last update is the latest article or report."""
    days = [day for each in _public_documents(publication) if (day := _day_of(each)) is not None]
    public = Visibility(publication, Audience.PUBLIC)
    days += [
        each.report.on
        for each in publication.all_observations
        if each.report.on is not None and public.observation(each)
    ]
    known = [day for day in days if day <= publication.as_of]
    if not known:
        text = gettext("没有一篇文章、一次报送写有日期")
    elif max(known) < days_before(publication.as_of, HOME_DAYS):
        text = gettext(
            "最近一次更新是%(day)s，已过%(days)s天",
            day=day_text(max(known)),
            days=(publication.as_of - max(known)).days,
        )
    else:
        return RuleResult(
            gettext("首页更新"),
            "home",
            _home_rule(),
            PASSED,
            gettext("最近一次更新是%(day)s", day=day_text(max(known))),
        )
    return _result(gettext("首页更新"), "home", _home_rule(), [SelfCheckItem(home_link(), text)])


def _home_rule() -> str:
    """Return the rule of how new the home page has to be."""
    return gettext("首页%(days)s天内要有新的文章或新的数据", days=HOME_DAYS)


def _columns(publication: Publication) -> RuleResult:
    rule = gettext(
        "动态类刊物%(news_days)s天内、通知类刊物%(notice_months)s个月内要有新的一期；没有日期的按超期计",
        news_days=NEWS_DAYS,
        notice_months=NOTICE_MONTHS,
    )
    found = [
        SelfCheckItem(Link(series.name, urls.series(name)), text)
        for name, series in publication.series.items()
        if (text := _staleness(publication, name, series))
    ]
    result = _result(gettext("栏目更新"), "columns", rule, found)
    if any(each.column is not None for each in publication.series.values()):
        return result
    return RuleResult(
        gettext("栏目更新"), "columns", rule, REMARK, gettext("没有刊物写明 column（动态或通知），无从判断")
    )


def _staleness(publication: Publication, name: str, series: Series) -> str:
    """Return a text on the age of a series' last issue; empty if it is within the limit or has none."""
    if series.column is None:
        return ""
    issues = [each for each in publication.bulletins if each.front.series == name and _is_public(each)]
    days = [day for each in issues if (day := _day_of(each)) is not None and day <= publication.as_of]
    if not days:
        return gettext("各期都没有日期") if issues else gettext("没有公开的一期")
    limit = (
        days_before(publication.as_of, NEWS_DAYS)
        if series.column is SeriesColumn.NEWS
        else months_before(publication.as_of, NOTICE_MONTHS)
    )
    if max(days) >= limit:
        return ""
    return gettext(
        "最近一期是%(day)s，已过%(days)s天",
        day=day_text(max(days)),
        days=(publication.as_of - max(days)).days,
    )


def _blank(publication: Publication) -> RuleResult:
    shown = {each.front.series for each in publication.bulletins if _is_public(each)}
    found = [
        SelfCheckItem(Link(series.name, urls.series(name)), gettext("没有公开的一期"))
        for name, series in publication.series.items()
        if series.column is not None and name not in shown
    ]
    if not shown:
        found.append(SelfCheckItem(BULLETINS.link, gettext("没有公开的通报")))
    if not any(map(_is_public, publication.cases)):
        found.append(SelfCheckItem(CASES.link, gettext("没有公开的案例")))
    rule = gettext("栏目不得空白；空白达%(number)s个的，整个网站不合格", number=BLANK_COLUMNS)
    return _result(
        gettext("空白栏目"), "blank", rule, found, FAILED if len(found) >= BLANK_COLUMNS else REMARK
    )


def _undated(publication: Publication) -> RuleResult:
    found = [
        SelfCheckItem(_link_of(each), gettext("没有发布日期，也没有成文日期"))
        for each in _public_documents(publication)
        if _day_of(each) is None
    ]
    return _result(gettext("没有日期的文章"), "undated", gettext("没有日期的文章按没有更新计"), found, REMARK)


def _links(publication: Publication) -> RuleResult:
    documents: list[AnyDocument] = [
        *newest_first(publication.bulletins),
        *publication.cases,
        *publication.pages,
    ]
    paths = [(each.place.file.removeprefix("content/"), each) for each in documents]
    pages = dict(paths)
    places = {path: (each.front.title, _address(each.id, path)) for path, each in paths}
    found = [
        SelfCheckItem(
            Link(*places[path]),
            gettext(
                "链接到“%(places)s”的“%(anchor)s”，那里没有这个位置",
                places=places[link.path][0],
                anchor=link.anchor,
            ),
        )
        for path in pages
        for link in dead_anchors(pages, path)
    ]
    rule = gettext("站内链接和页内位置都要打得开；链接到不存在的页面时，网站不会生成")
    return _result(gettext("链接"), "links", rule, found)


def _address(name: str, path: str) -> str:
    if path.startswith("bulletins/"):
        return urls.bulletin(name)
    return urls.case(name) if path.startswith("cases/") else urls.free_page(name)


def _reports(parts: Parts) -> RuleResult:
    found = []
    for programme, progress in parts.publication.progress_by_programme.items():
        overdue = [each for each in progress if each.flags.overdue_periods]
        if overdue:
            count = sum(len(each.flags.overdue_periods) for each in overdue)
            places = len({each.division for each in overdue})
            name = parts.programme_link(programme).label
            found.append(
                SelfCheckItem(
                    Link(name, f"{QUALITY.address}#overdue"),
                    gettext("%(places)s个单位欠报，共%(count)s期", places=places, count=count),
                )
            )
    return _result(gettext("报送"), "reports", gettext("各单位按期报送，过了宽限期的算欠报"), found, REMARK)


def _deadlines(publication: Publication) -> RuleResult:
    rows = (row for row in deadlines_view(publication).rows if row.is_pressing)
    found = [
        SelfCheckItem(row.document, gettext("%(state)s（期限%(due)s）", state=row.state, due=row.due))
        for row in rows
    ]
    rule = gettext("应当公开的文件，自成文之日起20个工作日内公开（政府信息公开条例第26条）")
    return _result(gettext("公开期限"), "terms", rule, found)


def _facts(publication: Publication) -> RuleResult:
    site = publication.site
    facts = (
        (
            gettext("公开版的网址"),
            site.audiences.public.address,
            gettext("没有订阅源、sitemap.xml 和分享卡片的图片"),
        ),
        (gettext("承办单位"), site.footer.undertaker, gettext("页脚没有这一项")),
        (gettext("网站标识码"), site.footer.site_code, gettext("页脚和网页标签没有这一项")),
        (gettext("ICP备案号"), site.footer.icp_number, gettext("页脚没有这一项")),
        (gettext("公安备案号"), site.footer.security_number, gettext("页脚没有这一项")),
        (gettext("联系方式"), site.footer.contact, gettext("页脚没有这一项")),
    )
    found = [
        SelfCheckItem(Link(name), gettext("没有填写：%(without)s", without=without))
        for name, text, without in facts
        if not text
    ]
    return _result(
        gettext("网站资料"), "facts", gettext("页脚和网页标签所需的资料在 data/site.yml 填写"), found, REMARK
    )


SECTION: Final = Section(
    address=f"{urls.SCHEME}self-check/",
    title=marked("网站自查"),
    description=marked("按政府网站检查的规则，看公开版有哪些地方要补"),
    type=SectionType.ABOUT,
    keywords=(marked("自查"), marked("更新"), marked("空白栏目")),
    menu=MenuEntry(group=marked("数据"), position=1),
    compose=self_check_pages,
    has_content=lambda publication: publication.audience.sees_everything,
)
