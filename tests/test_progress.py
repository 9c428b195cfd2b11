"""What the console says while it works: lines for a log, a bar for a terminal."""

from __future__ import annotations

import io

import pytest

from generators.progress import Announcer


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_step_is_a_line_without_markup() -> None:
    stream = io.StringIO()
    Announcer(stream).say("读取 [bold]data[/bold]")
    assert stream.getvalue() == "读取 [bold]data[/bold]\n"


def test_a_long_step_is_not_wrapped() -> None:
    stream = io.StringIO()
    Announcer(stream).say("字" * 300)
    assert stream.getvalue() == "字" * 300 + "\n"


def test_counting_into_a_log_is_one_plain_line() -> None:
    stream = io.StringIO()
    with Announcer(stream).counting("生成公开网站", 3) as done:
        for _ in range(3):
            done()
    assert stream.getvalue() == "生成公开网站（3页）\n"


def test_counting_on_a_terminal_is_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    with Announcer(stream).counting("生成公开网站", 3) as done:
        for _ in range(3):
            done()
    assert "生成公开网站" in stream.getvalue()
    assert "3/3" in stream.getvalue()
    assert "\x1b[" in stream.getvalue()


def test_stages_in_a_log_are_lines() -> None:
    stream = io.StringIO()
    with Announcer(stream).stages() as begin:
        begin("读取", "")
        begin("检查", "12条数据")
    assert stream.getvalue() == "读取\n检查（12条数据）\n"


def test_stages_on_a_terminal_show_how_long_they_took(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    with Announcer(stream).stages() as begin:
        begin("读取", "")
        begin("检查", "12条数据")
    last = stream.getvalue().rpartition("读取")[2]
    assert "检查（12条数据）" in last
    assert last.count("0:00:00") == 2
