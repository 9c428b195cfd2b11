from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from generators.cli import main
from generators.cli.questions import Questions
from generators.reading.load import load_project
from tests.cli.running import Run

DAY: Final = ("--as-of", "2026-11-28")
TYPED: Final = (
    *("--county", "云溪县", "--townships", "东桥镇=east-bridge、西渡乡", "--programme", "“清溪”行动"),
    *("--office", "云溪县示例办公室", "--from", "2026-01-01"),
)
CLEAN: Final = "共 0 个错误、0 个警告\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that is not there yet."""
    return tmp_path / "new"


def _answered(folder: Path, *lines: str) -> Result:
    typed = "".join(f"{line}\n" for line in lines)
    return CliRunner().invoke(main, ["init", str(folder), *DAY], input=typed)


@pytest.mark.parametrize(
    "options",
    [
        TYPED,
        ("--fictional",),
        (*TYPED, "--fictional"),
    ],
)
def test_what_is_written_checks_proofreads_and_builds_without_a_warning(
    run: Run, folder: Path, options: tuple[str, ...]
) -> None:
    assert run("init", folder, *options, *DAY).exit_code == 0
    assert run("check", "--project", folder, *DAY).stdout == CLEAN
    assert run("lint", "--project", folder).stdout == CLEAN
    built = run("build", "--project", folder, "--audience", "public", "--jobs", "1", *DAY)
    assert built.exit_code == 0
    assert (folder / "site/public/index.html").is_file()


@pytest.mark.parametrize(
    ("start", "end", "report"),
    [
        ("2024-01-01", "2024-06-30", "period: 2024-06\n    on: 2024-06-30\n"),
        ("2026-11-15", "2027-12-31", "period: 2026-11-28\n    on: 2026-11-28\n"),
        ("2027-03-01", "2027-06-30", None),
    ],
)
def test_the_report_of_the_sample_lies_within_the_programme(
    run: Run, folder: Path, start: str, end: str, report: str | None
) -> None:
    assert run("init", folder, "--fictional", "--from", start, "--to", end, *DAY).exit_code == 0
    assert run("check", "--project", folder, *DAY).stdout == CLEAN
    text = (folder / "data/townships/county/jia/township.yml").read_text(encoding="utf-8")
    assert ("\nreports:\n" in text) is (report is not None)
    assert report is None or report in text


def test_names_that_yaml_would_misread_are_written_as_they_are(run: Run, folder: Path) -> None:
    names = ("--programme", "a: '清溪' #b", "--office", "- [x]", "--document", "@100%")
    assert run("init", folder, "--fictional", *names, *DAY).exit_code == 0
    assert run("check", "--project", folder, *DAY).stdout == CLEAN
    programme = load_project(folder).dataset.programmes["programme"]  # type: ignore[union-attr] # it was checked
    assert (programme.name, programme.office) == ("a: '清溪' #b", "- [x]")


def test_a_name_with_the_marks_of_a_call_is_refused(run: Run, folder: Path) -> None:
    result = run("init", folder, "--fictional", "--programme", "{{ x }}")
    assert "工作的名称“{{ x }}”里有排版用的符号：请去掉花括号和尖括号" in result.stderr
    assert not folder.exists()


def test_no_makefile_theme_or_configuration_is_written(run: Run, folder: Path) -> None:
    run("init", folder, *TYPED, *DAY)
    assert sorted(each.name for each in folder.iterdir()) == [
        ".gitattributes",
        ".gitignore",
        ".vscode",
        "README.md",
        "content",
        "data",
    ]
    attributes = (folder / ".gitattributes").read_text(encoding="utf-8")
    assert attributes == "data/closed/** -text\n", "line ends are part of what digests are of"


def test_places_that_are_named_get_no_invented_figures(run: Run, folder: Path) -> None:
    run("init", folder, *TYPED, *DAY)
    assert "fictional" not in (folder / "data/divisions.yml").read_text(encoding="utf-8")
    for township in ("east-bridge", "township-02"):
        text = (folder / f"data/townships/county/{township}/township.yml").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        assert [line.partition(":")[0] for line in lines] == ["name", "kind"]
        assert "#     value:\n" in text


def test_a_fictional_sample_is_marked_and_has_a_target_and_a_report(run: Run, folder: Path) -> None:
    result = run("init", folder, "--fictional", *DAY)
    assert "都是虚构的" in result.stdout
    assert "fictional: true" in (folder / "data/divisions.yml").read_text(encoding="utf-8")
    text = (folder / "data/townships/county/jia/township.yml").read_text(encoding="utf-8")
    assert "\ntargets:\n" in text
    assert "\nreports:\n" in text
    assert "示例怎样去掉" in (folder / "README.md").read_text(encoding="utf-8")


def test_every_data_file_names_a_schema_that_is_there(run: Run, folder: Path) -> None:
    run("init", folder, *TYPED, *DAY)
    files = list(folder.glob("data/**/*.yml"))
    assert len(files) == 8
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert (file.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve().is_file()


def test_all_mistakes_are_told_at_once_and_nothing_is_written(run: Run, folder: Path) -> None:
    result = run(
        *("init", folder, "--county", "云溪", "--townships", "东桥镇、东桥镇", "--programme", " "),
        *("--office", "某某\t单位", "--from", "2026-02-30", "--programme-id", "Clear"),
    )
    assert (result.exit_code, result.stdout) == (1, "")
    told = result.stderr.splitlines()
    assert told[0] == "没有写出任何文件："
    for part in (
        "--from 的“2026-02-30”不是日期",
        "认不出“云溪”是哪一类",
        "乡镇“东桥镇”写了2次",
        "工作的名称没有写",
        "牵头单位",
        "工作的标识“Clear”不是合法标识",
    ):
        assert sum(part in line for line in told) == 1, part
    assert list(folder.parent.glob("*new*")) == []


def test_days_the_wrong_way_round_are_refused(run: Run, folder: Path) -> None:
    result = run("init", folder, *TYPED, "--to", "2025-12-31")
    assert "工作的结束日期 2025-12-31 早于开始日期 2026-01-01：请对调或改正" in result.stderr
    assert not folder.exists()


def test_a_sample_has_indicators_of_its_own(run: Run, folder: Path) -> None:
    result = run("init", folder, "--fictional", "--indicators-file", folder.parent / "plan.xlsx")
    assert result.exit_code == 1
    assert "--fictional 与 --indicators-file 只能写一个" in result.stderr
    assert not folder.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "文件是空的"),
        ("序号,名称\n1,甲\n".encode(), "没有找到表格"),
        ("乡镇,责任人\n东桥镇,张某\n西渡乡,李某\n".encode(), "表格里没有一列是数"),
    ],
)
def test_a_sheet_without_indicators_is_told(run: Run, folder: Path, content: bytes, told: str) -> None:
    sheet = folder.parent / "plan.csv"
    sheet.write_bytes(content)
    result = run("init", folder, *TYPED, "--indicators-file", sheet, *DAY)
    assert result.exit_code == 1
    assert f"里看不出指标：{told}" in result.stderr
    assert not folder.exists()


def test_a_unit_that_the_head_does_not_say_is_asked_for(run: Run, folder: Path) -> None:
    sheet = folder.parent / "plan.csv"
    sheet.write_text("乡镇,建成数,办结率\n东桥镇,3,98%\n西渡乡,4,97%\n", encoding="utf-8")
    result = run("init", folder, *TYPED, "--indicators-file", sheet, *DAY)
    assert result.exit_code == 0
    assert "  建成数：表头没有写单位，请填 measure，累计数\n  办结率：%，比率\n" in result.stdout
    assert run("check", "--project", folder, *DAY).exit_code == 0


def test_townships_come_from_one_place(run: Run, folder: Path) -> None:
    result = run("init", folder, *TYPED, "--townships-file", folder.parent / "list.csv")
    assert result.exit_code == 1
    assert "--townships 与 --townships-file 只能写一个" in result.stderr
    assert not folder.exists()


def test_a_folder_that_is_not_empty_is_left_alone(run: Run, folder: Path) -> None:
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    result = run("init", folder, *TYPED)
    assert (result.exit_code, [each.name for each in folder.iterdir()]) == (1, ["mine.txt"])
    assert "已经有东西了（如 mine.txt）：请换一个空的文件夹" in result.stderr


def test_without_questions_what_is_missing_is_told(run: Run, folder: Path) -> None:
    result = run("init", folder, "--county", "云溪县", "--yes")
    assert result.stderr == (
        "没有写出任何文件：\n- 没有写 --townships、--programme、--office：请写明；不写 --yes 就逐项提问\n"
    )


def test_lines_of_the_input_answer_the_questions(folder: Path) -> None:
    result = _answered(
        *(folder, "", "云溪县", "yunxi", "东桥镇、西渡乡", "“清溪”行动", "clear-stream", "清溪"),
        *("云溪县示例办公室", "", "2026-01-01", ""),
    )
    assert result.exit_code == 0, result.output
    text = (folder / "data/programmes/clear-stream.yml").read_text(encoding="utf-8")
    assert "owner: yunxi\n" in text
    assert "period: {from: 2026-01-01}\n" in text


def test_a_wrong_answer_is_asked_again_on_a_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.cli.init.Questions", lambda **_: Questions(asks_again=True))
    result = _answered(
        *(folder, "", "云溪县", "A B", "yunxi", "东桥镇、西渡乡", "“清溪”行动", "clear-stream", "清溪"),
        *("云溪县示例办公室", "", "2026-03-01", "2026-01-01", "2026-12-31"),
    )
    assert result.exit_code == 0, result.output
    assert "这里的标识“A B”不是合法标识" in result.stderr
    assert "工作的结束日期 2026-01-01 早于开始日期 2026-03-01" in result.stderr
    text = (folder / "data/programmes/clear-stream.yml").read_text(encoding="utf-8")
    assert "period: {from: 2026-03-01, to: 2026-12-31}\n" in text


def test_the_first_question_offers_the_sample(folder: Path) -> None:
    assert _answered(folder, "y").exit_code == 0
    assert (folder / "data/townships/county/jia/township.yml").is_file()


def test_an_input_that_ends_early_writes_nothing(folder: Path) -> None:
    result = _answered(folder, "", "云溪县")
    assert result.exit_code == 1
    assert "输入到此为止，还没有答“县的标识" in result.stderr
    assert not folder.exists()


def test_ctrl_c_at_the_last_moment_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generators.cli.init.settle", interrupt)
    result = CliRunner().invoke(main, ["init", str(folder), *TYPED, *DAY])
    assert (result.exit_code, list(folder.parent.glob("*new*"))) == (130, [])
    assert list(folder.parent.glob(".tongbao-init-*")) == []


def test_townships_are_read_from_a_list(run: Run, folder: Path) -> None:
    listed = folder.parent / "list.csv"
    listed.write_bytes("乡镇,标识\n东桥镇,east-bridge\n西渡乡,west-ford\n".encode("gbk"))
    options = [each for each in TYPED if each not in {"--townships", "东桥镇=east-bridge、西渡乡"}]
    assert run("init", folder, *options, "--townships-file", listed, *DAY).exit_code == 0
    order = (folder / "data/townships/county/county.yml").read_text(encoding="utf-8")
    assert "order:\n  - east-bridge # 东桥镇\n  - west-ford # 西渡乡\n" in order
