from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generators.composing.documents.related import RelatedBulletins
from generators.disclosing import Publication
from generators.model.document import Bulletin, Document


def _issue(
    publication: Publication, name: str, day: int, programmes: Sequence[str], divisions: Sequence[str] = ()
) -> Document[Bulletin]:
    document = publication.bulletins[0]
    changes = {"date": date(2025, 1, day), "programmes": tuple(programmes), "divisions": tuple(divisions)}
    return replace(document, id=name, front=document.front.model_copy(update=changes))


def _related(publication: Publication, issues: Sequence[Document[Bulletin]]) -> list[str]:
    """Return what is related to the first of ``issues``."""
    changed = replace(publication, bulletins=tuple(issues))
    return [each.id for each in RelatedBulletins(changed).to(issues[0])]


def test_what_shares_most_comes_first_and_of_equals_the_latest(publication: Publication) -> None:
    one, other = sorted(publication.programmes)[:2]
    issues = [
        _issue(publication, "this", 5, [one], ["fengping", "fengping/liuwan"]),
        _issue(publication, "older", 1, [one]),
        _issue(publication, "newer", 9, [one]),
        _issue(publication, "closest", 2, [one], ["fengping"]),
        _issue(publication, "elsewhere", 3, [other], ["fengping/liuwan"]),
        _issue(publication, "nothing", 4, [other]),
    ]
    assert _related(publication, issues) == ["closest", "newer", "elsewhere", "older"]


def test_no_more_than_five(publication: Publication) -> None:
    programme = next(iter(publication.programmes))
    issues = [_issue(publication, f"i{day}", day, [programme]) for day in range(1, 10)]
    assert _related(publication, issues) == ["i9", "i8", "i7", "i6", "i5"]


def test_a_programme_that_is_not_seen_relates_nothing(publication: Publication) -> None:
    issues = [_issue(publication, name, 1, ["hidden"]) for name in ("this", "other")]
    assert _related(publication, issues) == []
