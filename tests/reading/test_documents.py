from __future__ import annotations

from tests.build.project import SOUND
from tests.running import LoadWith

BULLETIN = "content/bulletins/brief/2017/3.md"
TEXT = SOUND[BULLETIN]


def told(load_with: LoadWith, changes: dict[str, str | None]) -> list[tuple[str, str]]:
    return [(str(found.place), found.code) for found in load_with(changes).problems]


def moved(path: str, text: str = TEXT) -> dict[str, str | None]:
    return {BULLETIN: None, path: text}


def test_ids_and_bodies(load_with: LoadWith) -> None:
    dataset = load_with({"content/help/terms.md": "---\ntitle: 用语\n---\n正文"}).dataset
    assert dataset is not None
    (bulletin,) = dataset.bulletins
    assert (bulletin.id, bulletin.body, str(bulletin.place)) == (
        "brief/2017/3",
        "\n正文\n",
        f"{BULLETIN}:9:1",
    )
    assert [case.id for case in dataset.cases] == ["lamp"]
    assert [page.id for page in dataset.pages] == ["help/terms", "index"]
    assert dataset.attachments == ("cases/lamp.png",)


def test_the_path_says_what_the_front_matter_says(load_with: LoadWith) -> None:
    assert told(load_with, moved("content/bulletins/other/2018/4.md")) == [
        ("content/bulletins/other/2018/4.md:2:9", "E206"),
        ("content/bulletins/other/2018/4.md:5:9", "E206"),
        ("content/bulletins/other/2018/4.md:6:7", "E206"),
    ]


def test_a_bulletin_without_date_is_undated(load_with: LoadWith) -> None:
    undated = TEXT.replace("date: 2017-07-01\n", "")
    assert told(load_with, moved("content/bulletins/brief/undated/3.md", undated)) == []


def test_a_bulletin_without_date_is_of_no_year(load_with: LoadWith) -> None:
    undated = TEXT.replace("date: 2017-07-01\n", "")
    assert told(load_with, moved(BULLETIN, undated)) == [(f"{BULLETIN}:2:1", "E206")]


def test_a_bulletin_without_number_may_have_any_name(load_with: LoadWith) -> None:
    changes = moved("content/bulletins/brief/2017/spring.md", TEXT.replace("number: 3\n", ""))
    assert told(load_with, changes) == []


def test_names_become_addresses(load_with: LoadWith) -> None:
    changes: dict[str, str | None] = {"content/help/使用 说明.md": "---\ntitle: 一\n---\n"}
    assert told(load_with, changes) == [("content/help/使用 说明.md:1:1", "E205")]


def test_front_matter_problems_have_their_lines(load_with: LoadWith) -> None:
    changes: dict[str, str | None] = {"content/cases/lamp.md": "---\ntitle: 一\nprograme: x\n---\n正文"}
    assert set(told(load_with, changes)) == {
        ("content/cases/lamp.md:2:1", "E201"),
        ("content/cases/lamp.md:3:1", "E202"),
    }


def test_strayed_pages_and_readmes(load_with: LoadWith) -> None:
    changes: dict[str, str | None] = {
        "content/bulletins/brief/4.md": TEXT,
        "content/bulletins/README.md": "no front matter",
    }
    assert told(load_with, changes) == [("content/bulletins/brief/4.md:1:1", "E310")]
