import click
import pytest

from tests.cli.running import Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bild",), "没有命令“bild”；是不是 build？"),
        (("publicise",), "没有命令“publicise”"),
        (("build", "--auience", "x"), "没有选项“--auience”；是不是 --audience？"),
        (("build", "--audience", "x"), "选项“--audience”的值不对：可以是 public、internal"),
        (("build", "--audience"), "选项“--audience”后面缺少值"),
        (("build", "--clean=3"), "选项“--clean”后面不跟值"),
        (("build", "--jobs", "x"), "选项“--jobs”的值不对：要写整数，不小于 1"),
        (("build", "--jobs", "0"), "选项“--jobs”的值不对：要写整数，不小于 1"),
        (("build", "--as-of", "31"), "选项“--as-of”：“31”不是日期，请写成 2026-09-30 这样"),
        (("build", "--project", __file__), f"选项“--project”的值不对：“{__file__}”是文件，这里要的是文件夹"),
        (("init",), "缺少“DIR”"),
        (("draft", "circular", "--period", "2026"), "缺少选项“--programme”"),
        (("new", "case", "a", "b"), "缺少选项"),
        (("schema", "a", "b"), "多出了“a b”"),
    ],
)
def test_wrong_usage_is_told_in_chinese(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not {"Usage:", "Error:", "Try ", "Invalid", "Missing"} & set(result.stderr.split())


@pytest.mark.parametrize(
    "words", [(), ("build",), ("new",), ("new", "case"), ("draft", "circular"), ("init",)]
)
def test_help_has_chinese_headings(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words, "--help").stdout
    assert said.startswith(f"用法：{' '.join(['main', *words])} [选项]")
    assert "选项：" in said
    assert "显示这段说明" in said
    assert "Options" not in said


def test_a_group_without_a_command_shows_its_help(run: Run) -> None:
    said = run("new").stderr
    assert "命令：\n  bulletin" in said


def test_every_type_of_parameter_that_commands_have_is_known() -> None:
    from generators.cli import main  # noqa: PLC0415 - the command is under test
    from generators.cli.usage import usage_error  # noqa: PLC0415 - the same

    unknown = []
    for parameter in _parameters(main, click.Context(main)):
        if isinstance(parameter.type, (click.Path, click.Choice, click.IntRange)):
            error = click.BadParameter("'x' does not exist.", param=parameter)
            if "exist" in usage_error(error).message:
                unknown.append(parameter.name)
        elif not isinstance(parameter.type, (type(click.STRING), type(click.BOOL), type(click.INT))):
            unknown.append(parameter.name)
    assert not unknown


def _parameters(command: click.Command, context: click.Context) -> list[click.Parameter]:
    found = list(command.params)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            each = command.get_command(context, name)
            assert each is not None
            found += _parameters(each, context)
    return found
