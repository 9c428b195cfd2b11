from __future__ import annotations

from dataclasses import replace

from generators.composing.documents.tags import SECTION, TagView, tag_link, tag_links, tag_pages
from generators.composing.kit import urls
from generators.composing.kit.parts import Parts
from generators.disclosing import Publication


def _tags(publication: Publication) -> tuple[TagView, ...]:
    (page,) = tag_pages(Parts(publication))
    assert page.address == SECTION.address
    assert isinstance(page.view, tuple)
    return page.view


def test_every_tag_lists_what_carries_it(publication: Publication) -> None:
    for tag in _tags(publication):
        bulletins = {urls.bulletin(each.id) for each in publication.bulletins if tag.name in each.front.tags}
        cases = {urls.case(each.id) for each in publication.cases if tag.name in each.front.tags}
        assert {item.href for item in tag.bulletins} == bulletins
        assert {item.href for item in tag.cases} == cases
        assert tag.count == len(bulletins) + len(cases) > 0


def test_the_most_used_come_first(publication: Publication) -> None:
    order = [(-tag.count, tag.name) for tag in _tags(publication)]
    assert order == sorted(order)


def test_an_anchor_is_ascii_its_tags_own_and_lasting(publication: Publication) -> None:
    tags = _tags(publication)
    assert len({tag.anchor for tag in tags}) == len(tags)
    assert all(tag.anchor.isascii() for tag in tags)
    assert tag_link("双整").href == "site:/tags/#t-" + tag_link("双整").href[-10:]
    assert tag_link("双整") == tag_link("双整")
    assert [link.label for link in tag_links(("甲", "乙", "甲"))] == ["甲", "乙"]


def test_without_tags_there_is_no_section(publication: Publication) -> None:
    untagged = [replace(each, front=each.front.model_copy(update={"tags": ()})) for each in publication.cases]
    issues = [
        replace(each, front=each.front.model_copy(update={"tags": ()})) for each in publication.bulletins
    ]
    changed = replace(publication, bulletins=tuple(issues), cases=tuple(untagged))
    assert SECTION.has_content(publication)
    assert not SECTION.has_content(changed)
