"""Whatever is wrong in ``mkdocs.yml`` is told with its place and a code, and nothing is run or published."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from generators.model.problem import Problem
from generators.model.problem_codes import CATALOGUE
from generators.publishing.configuration.problems import configuration_problems
from tests.build.mutations import mutated_text
from tests.build.project import ROOT, SHILI, write_files
from tests.publishing.configuration.mistakes import MISTAKES, RICH, SOUND, Mistake, added
from tests.running import environment, failures_of, problems_of, try_to_build

SEEDS = 120


def _told(found: tuple[Problem, ...] | list[Problem]) -> list[str]:
    return sorted(f"{each.place} {each.code}" for each in found)


def _expected(mistake: Mistake) -> list[str]:
    return sorted(each if each.count(":") > 1 else f"mkdocs.yml:{each}" for each in mistake.told)


def _in_chinese(found: Problem) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in found.detail) and bool(found.remedy)


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_at_its_place_in_chinese(minimal_project: Path, mistake: Mistake) -> None:
    write_files(minimal_project, {"mkdocs.yml": mistake.text, **mistake.files})
    found = configuration_problems(minimal_project)
    assert _told(found) == _expected(mistake)
    assert any(mistake.word in each.detail for each in found)
    assert all(map(_in_chinese, found))
    assert not any("MkDocs：" in each.detail for each in found), "a message of MkDocs without explanation"
    assert not (minimal_project / "ran").exists()


SOUND_ONES = {
    "as it is": "",
    "rich": RICH.removeprefix(SOUND),
    "environment": "copyright: !ENV [NO_SUCH_VARIABLE, 示例县]\nextra: {a: !ENV NO_SUCH_VARIABLE}",
    "emoji": "markdown_extensions:\n  - pymdownx.emoji:\n"
    "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    "      emoji_generator: !!python/name:material.extensions.emoji.to_svg",
    "fences": "markdown_extensions:\n  - pymdownx.superfences:\n      custom_fences:\n"
    "        - name: mermaid\n          class: mermaid\n"
    "          format: !!python/name:pymdownx.superfences.fence_code_format",
    "slugs": "markdown_extensions:\n  - toc:\n"
    "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}",
    "relative": "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [!relative $config_dir]",
    "words of YAML 1.1": "use_directory_urls: yes\nstrict: off",
    "merge keys": "extra:\n  a: &a {b: 1}\n  c:\n    <<: *a\n    b: 2",
    "core tags": "copyright: !!str 2026\nextra: {a: !!int '5', b: !!float 1.5, c: !!map {d: 1}}",
    "no folder": "extra_css: [assets/own.css]\nextra: {分析: null}",
    "options of its own": "dev_addr: localhost:8001\nsite_url: https://example.gov.cn/a/\nrepo_url: https://example.cn/a",
    "levels": "validation: {links: {anchors: warn}, nav: {omitted_files: ignore}}",
    "extensions as a mapping": "markdown_extensions: {toc: {permalink: true}, admonition: }",
}


@pytest.mark.parametrize("text", SOUND_ONES.values(), ids=SOUND_ONES)
def test_what_mkdocs_users_need_stays_allowed(minimal_project: Path, text: str) -> None:
    write_files(minimal_project, {"mkdocs.yml": f"{SOUND}{text}\n"})
    assert configuration_problems(minimal_project) == ()


THEMES = {
    "in short": SOUND.replace("theme:\n  name: material", "theme: material"),
    "icons": SOUND.replace("name: material", "name: material\n  icon: {repo: fontawesome/brands/git-alt}"),
    "palette": SOUND.replace("name: material", "name: material\n  palette: {scheme: slate}"),
    "folder": SOUND.replace("name: material", "name: material\n  custom_dir: theme"),
    "another": SOUND.replace("name: material", "name: readthedocs\n  highlightjs: true"),
    "own variables": SOUND.replace("name: material", "name: material\n  our_colour: red"),
    "audience and day": SOUND.replace("- tongbao", "- tongbao: {audience: internal, as_of: 2026-09-30}"),
    "day in quotation marks": SOUND.replace("- tongbao", "- tongbao: {as_of: '2026-09-30'}"),
    "plugins as a mapping": SOUND.replace("  - search\n  - tongbao", "  search: {}\n  tongbao:"),
    "of the theme": SOUND.replace("- search", "- material/search"),
}


@pytest.mark.parametrize("text", THEMES.values(), ids=THEMES)
def test_themes_and_plugins_that_are_there_are_allowed(minimal_project: Path, text: str) -> None:
    (minimal_project / "theme").mkdir()
    write_files(minimal_project, {"mkdocs.yml": text})
    assert configuration_problems(minimal_project) == ()


@pytest.mark.parametrize("project", [ROOT, SHILI], ids=["own", "shili"])
def test_this_repositorys_projects_are_sound(project: Path) -> None:
    assert configuration_problems(project) == ()


def test_without_the_file_nothing_is_wrong_and_another_name_is_told(minimal_project: Path) -> None:
    assert configuration_problems(minimal_project) == ()
    write_files(minimal_project, {"mkdocs.yaml": SOUND})
    assert _told(configuration_problems(minimal_project)) == ["mkdocs.yaml:1:1 E310"]


def test_a_folder_or_link_of_that_name_is_told(minimal_project: Path) -> None:
    (minimal_project / "mkdocs.yml").symlink_to(minimal_project / "data/site.yml")
    assert _told(configuration_problems(minimal_project)) == ["mkdocs.yml:1:1 E113"]
    (minimal_project / "mkdocs.yml").unlink()
    (minimal_project / "mkdocs.yml").mkdir()
    assert _told(configuration_problems(minimal_project)) == ["mkdocs.yml:1:1 E113"]


def test_a_project_without_content_is_told(minimal_project: Path) -> None:
    (minimal_project / "content").rename(minimal_project / "elsewhere")
    assert ("E114", "content") in {(each.code, each.place.file) for each in problems_of(minimal_project)}


def test_what_an_environment_variable_says_is_judged(
    minimal_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TONGBAO_TRIAL", "everybody")
    text = SOUND.replace("- tongbao", "- tongbao: {audience: !ENV [TONGBAO_TRIAL, public]}")
    write_files(minimal_project, {"mkdocs.yml": text})
    assert _told(configuration_problems(minimal_project)) == ["mkdocs.yml:8:25 E118"]
    monkeypatch.setenv("TONGBAO_TRIAL", "internal")
    assert configuration_problems(minimal_project) == ()


def test_what_is_inherited_is_judged_with_what_is_written_over_it(minimal_project: Path) -> None:
    base = "dev_addr: wrong\ntheme: {language: cn, features: 5}\n"
    text = SOUND.replace("name: material", "name: material\n  features: []")
    write_files(minimal_project, {"base.yml": base, "mkdocs.yml": f"INHERIT: base.yml\n{text}"})
    assert _told(configuration_problems(minimal_project)) == ["base.yml:1:11 E118", "base.yml:2:19 E118"]


def test_all_is_told_in_one_run_with_the_problems_of_the_data(minimal_project: Path) -> None:
    text = (
        SOUND.replace("site_dir: site/mkdocs", "site_dir: data").replace("- search", "- serach")
        + "dev_addr: 8000\nextra_cs: []\nmarkdown_extensions: [nothing_like_it]\n"
    )
    write_files(
        minimal_project,
        {
            "mkdocs.yml": text,
            "theme/main.html": "{% if %}",
            "data/corrections.yml": "[",
            "templates/circular.md.j2": "{% if %}",
        },
    )
    codes = [each.code for each in problems_of(minimal_project)]
    assert codes == ["E104", "E120", "E119", "E118", "E117", "E119", "E121", "E540"]


def test_every_command_refuses_and_publishes_nothing(minimal_project: Path) -> None:
    write_files(minimal_project, {"mkdocs.yml": added("strict: 1").text})
    done = try_to_build(minimal_project)
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert "mkdocs.yml:9:9  E118" in done.output
    assert not (minimal_project / "site").exists()


def _mutated(folder: Path, seed: int) -> Path:
    """Return the project in ``folder`` with its ``mkdocs.yml`` changed as haste and malice change it."""
    choice = random.Random(seed)  # noqa: S311 - the same every time
    base = choice.choice([RICH, RICH, f"{SOUND}{choice.choice(list(SOUND_ONES.values()))}\n"])
    write_files(folder, {"mkdocs.yml": mutated_text(base, choice)})
    return folder


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_mutation_ends_in_a_traceback_or_in_words_without_a_code(
    minimal_project: Path, tmp_path: Path, seed: int
) -> None:
    project = _mutated(minimal_project, seed)
    found = problems_of(project)
    assert all(each.code in CATALOGUE and _in_chinese(each) for each in found)
    assert all(each.place.line > 0 and each.place.column > 0 for each in found)
    if not found:
        assert all(each.code in CATALOGUE for each in failures_of(project, tmp_path / "site"))
    assert not (project / "ran").exists()


def _modules_of_a_check(project: Path) -> str:
    """Return the names of MkDocs' modules that judging the configuration of ``project`` imports."""
    program = (
        "import sys; from pathlib import Path\n"
        "from generators.publishing.examining import configuration_problems\n"
        "configuration_problems(Path(sys.argv[1]))\n"
        "print(*[name for name in sys.modules if name.partition('.')[0] == 'mkdocs'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(project)],
        cwd=project,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_mkdocs_is_imported_only_for_a_project_that_configures_it(minimal_project: Path) -> None:
    write_files(minimal_project, {"theme/main.html": '{% extends "base.html" %}'})
    assert _modules_of_a_check(minimal_project) == ""
    write_files(minimal_project, {"mkdocs.yml": SOUND})
    assert "mkdocs.config.defaults" in _modules_of_a_check(minimal_project)
