"""Sites built one after the other: only what a change concerns is made, with the bytes of a first build."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from generators.disclosing import Audience
from generators.progress import Announcer
from generators.publishing.build import PublishingError
from generators.publishing.failures import ProjectError
from generators.publishing.finished_pages import Finished, FinishedPages
from generators.publishing.preview import builder as module
from generators.publishing.preview.builder import PreviewBuilder
from generators.reading.outcome import Outcome
from generators.reading.yaml_source import parse_yaml
from tests.build.project import FIXTURES_DAY, copy_county, files_below, replace_in

VILLAGES = "data/townships/fengping/villages.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county."""
    return copy_county(tmp_path / "project")


def _builder(project: Path, folder: Path) -> PreviewBuilder:
    folder.mkdir()
    settings = {"dev_addr": "127.0.0.1:8000", "site_url": "http://127.0.0.1:8000/"}
    return PreviewBuilder(
        project=project,
        audience=Audience.INTERNAL,
        as_of=FIXTURES_DAY,
        jobs=1,
        folder=folder,
        settings=settings,
        announcer=Announcer(io.StringIO()),
    )


@pytest.fixture
def builder(project: Path, tmp_path: Path) -> PreviewBuilder:
    """Return a builder of the county's internal site."""
    return _builder(project, tmp_path / "sites")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that the path of each page that is made is appended to."""
    paths: list[str] = []
    take = FinishedPages.take

    def noted(finished: FinishedPages, page: Page, key: str) -> Finished | None:
        found = take(finished, page, key)
        if found is None:
            paths.append(page.file.src_uri)
        return found

    monkeypatch.setattr(FinishedPages, "take", noted)
    return paths


def test_only_the_page_whose_prose_changes_is_made_again(
    builder: PreviewBuilder, project: Path, made: list[str]
) -> None:
    first = builder.build()
    assert len(made) > 20
    made.clear()
    replace_in(project / "content/about.md", "地名和数字都是虚构的", "这里的一切都是虚构的")
    second = builder.build()
    assert made == ["about.md"]
    assert "这里的一切都是虚构的" in (second / "about/index.html").read_text(encoding="utf-8")
    assert second != first
    made.clear()
    builder.build()
    assert made == []


def test_a_site_built_after_others_is_that_of_a_build_from_nothing(
    builder: PreviewBuilder, project: Path, tmp_path: Path
) -> None:
    (project / "content/further.md").write_text("---\ntitle: 另页\n---\n\n另。\n", encoding="utf-8")
    builder.build()
    replace_in(project / VILLAGES, "山顶村", "高山村")
    (project / "content/further.md").unlink()
    (project / "theme/partials/footer.html").write_text("<footer>新页脚</footer>", encoding="utf-8")
    builder.build()
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsite_author: 某县政府办\n")
    after_others = builder.build()
    from_nothing = _builder(project, tmp_path / "fresh").build()
    assert files_below(after_others) == files_below(from_nothing)
    assert not (after_others / "further").exists()
    assert b"Content-Security-Policy" not in (after_others / "index.html").read_bytes()


def test_errors_leave_the_last_site_and_no_other_folder(builder: PreviewBuilder, project: Path) -> None:
    good = builder.build()
    before = files_below(good)
    replace_in(project / VILLAGES, "山顶村", "[")
    with pytest.raises(ProjectError) as caught:
        builder.build()
    assert [each.code for each in caught.value.problems] == ["E104"]
    replace_in(project / VILLAGES, "name: [", "name: 山顶村")
    with (project / "theme/partials/footer.html").open("a", encoding="utf-8") as footer:
        footer.write("{{ 1 / 0 }}")
    with pytest.raises(PublishingError):
        builder.build()
    assert files_below(good) == before
    assert [path for path in builder.folder.iterdir() if not path.name.startswith(".")] == [good]


def test_what_is_cached_does_not_grow_without_limit(
    builder: PreviewBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    emptied: list[int] = []
    monkeypatch.setattr(module, "empty_caches", lambda: emptied.append(len(emptied)))
    monkeypatch.setattr(module, "_BUILDS_WITH_CACHES", 2)
    for _ in range(5):
        builder.build()
    assert len(emptied) == 2


def test_a_file_that_has_not_changed_is_not_parsed_again(
    builder: PreviewBuilder, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder.build()
    parsed: list[str] = []

    def noted(text: str, file: str) -> Outcome[object]:
        parsed.append(file)
        return parse_yaml(text, file)

    monkeypatch.setattr("generators.reading.data_files.parse_yaml", noted)
    replace_in(project / VILLAGES, "山顶村", "高山村")
    builder.build()
    assert parsed == [VILLAGES]
