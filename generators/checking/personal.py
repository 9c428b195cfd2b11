"""Personal data is an error in public texts and a warning in internal ones; messages show it masked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from generators.checking.kit.context import Context, FindingKey
from generators.checking.kit.public_text import SiteText, public_attachments
from generators.model.allowance import Allowance, PersonalKind
from generators.model.attachment import AttachmentContent
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.quoting import quoted, shortened

if TYPE_CHECKING:
    from generators.checking.personal_data import Finding

CODES: Final = {
    PersonalKind.RESIDENT_ID: "E601",
    PersonalKind.PASSPORT: "E601",
    PersonalKind.MOBILE: "E602",
    PersonalKind.LANDLINE: "E602",
    PersonalKind.EMAIL: "E603",
    PersonalKind.BANK_CARD: "E604",
    PersonalKind.PLATE: "E605",
    PersonalKind.ADDRESS: "E606",
    PersonalKind.PERSON: "E607",
    PersonalKind.ACCOUNT: "E608",
    PersonalKind.BIRTHDAY: "E609",
    PersonalKind.POSITION: "E610",
    PersonalKind.AUTHOR: "W614",
}

MOST_REPORTED: Final = 50
"""The maximum number of problems for one text, so that a long list of persons does not flood the output."""


def personal_data(context: Context) -> Iterator[Problem]:
    """Public texts contain no personal data, except entries of the allow-list."""
    for text, finding, rest in _findings(context):
        if text.is_public:
            yield _problem(CODES[finding.kind], text, finding, rest)


def internal_personal_data(context: Context) -> Iterator[Problem]:
    """Personal data in internal texts is reported as a warning, so that its need is confirmed."""
    for text, finding, rest in _findings(context):
        if not text.is_public:
            yield _problem("W612", text, finding, rest)


def unread_attachments(context: Context) -> Iterator[Problem]:
    """A public attachment that a program cannot read, or not all of it, has an entry in the allow-list."""
    allowed = {
        (each.file, each.sha256)
        for each in context.dataset.allowances
        if each.kind is PersonalKind.ATTACHMENT
    }
    for path, content in _unread(context):
        if (f"content/{path}", content.sha256) not in allowed:
            unread = "，".join(shortened(each) for each in content.unread)
            detail = f"程序读不全{quoted(path)}：{unread}；sha256: {content.sha256}"
            yield problem("W613", Place(f"content/{path}"), detail)


def unused_allowances(context: Context) -> Iterator[Problem]:
    """Every entry of the allow-list matches a finding or an attachment."""
    unread = {(f"content/{path}", content.sha256) for path, content in _unread(context)}
    for each in context.dataset.allowances:
        is_attachment = each.kind is PersonalKind.ATTACHMENT
        is_used = (each.file, each.sha256) in unread if is_attachment else _key(each) in context.personal_keys
        if not is_used and each.file not in context.damaged:
            what = "文件不在、已换成另一份，或已能读出文字" if is_attachment else "那里已没有这一处"
            yield problem("W611", each.place(), f"{quoted(each.file)}：{what}")


def _findings(context: Context) -> Iterator[tuple[SiteText, Finding, int]]:
    """Yield findings that are not allowed; the last one reported of a text has the number left out."""
    allowed = frozenset(map(_key, context.dataset.allowances))
    for text, all_findings in context.personal_findings:
        keys = ((each, (text.place.file, each.kind, each.masked)) for each in all_findings)
        found = [each for each, key in keys if key not in allowed]
        for at, finding in enumerate(islice(found, MOST_REPORTED), start=1):
            yield text, finding, len(found) - at if at == MOST_REPORTED else 0


def _key(allowance: Allowance) -> FindingKey:
    return allowance.file, allowance.kind, allowance.masked


def _problem(code: str, text: SiteText, finding: Finding, rest: int) -> Problem:
    more = f"；同一处还有{rest}个" if rest else ""
    detail = f"{text.what_at(finding.offset)}中有{finding.name} {finding.masked}{more}"
    return problem(code, text.place_of(finding.offset), detail)


def _unread(context: Context) -> Iterator[tuple[str, AttachmentContent]]:
    """Yield the path and content of public attachments that are not read as a whole."""
    public = public_attachments(context.dataset)
    for path, content in context.dataset.attachment_contents.items():
        if path in public and content.unread:
            yield path, content
