"""What click itself says of the use of a command, in Chinese: its help, and usage errors."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from difflib import get_close_matches
from typing import IO, Any, Final, TypeAlias

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand, NoSuchOption

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")

_SECTIONS: Final = {"Options": "选项", "Commands": "命令"}


class ChineseFormatter(click.HelpFormatter):
    """Writes the help of a command under Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write the Chinese name of the heading."""
        self.write(f"{'':>{self.current_indent}}{_SECTIONS.get(heading, heading)}：\n")


class ChineseContext(click.Context):
    """The context of a command whose help is in Chinese."""

    formatter_class = ChineseFormatter


def in_chinese(command: click.Command) -> click.Command:
    """Return ``command``, from now on with its help and that of its commands in Chinese."""
    command.context_class = ChineseContext
    command.options_metavar = "[选项]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "命令 [参数]…"
        for each in command.commands.values():
            in_chinese(each)
    if not any("--help" in each.opts for each in command.params):
        click.help_option("-h", "--help", help="显示这段说明")(command)
    return command


class ChineseError(click.ClickException):
    """An error that ends a command, told in Chinese."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the error to ``file``, standard error by default."""
        click.echo(f"出错：{self.message}", file=sys.stderr if file is None else file)


class ChineseUsageError(click.UsageError):
    """A usage error as it is printed: the usage, where to find the help, and what is wrong."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the error to ``file``, standard error by default."""
        stream = sys.stderr if file is None else file
        if self.ctx is not None:
            click.echo(f"{self.ctx.get_usage()}\n说明：{self.ctx.command_path} --help\n", file=stream)
        click.echo(f"用法不对：{self.message}", file=stream)


def usage_error(error: click.UsageError) -> click.UsageError:
    """Return the error of click or of a command of ours in Chinese; one that only shows the help as it is."""
    if isinstance(error, NoArgsIsHelpError):
        return error
    return ChineseUsageError(_message(error), error.ctx)


def _message(error: click.UsageError) -> str:
    """Return what is wrong; a message that is Chinese already is ours, and stays as it is."""
    for kind, say in _SAYINGS:
        if isinstance(error, kind):
            return say(error)
    if _HAN.search(error.message):
        return error.message
    if error.message.startswith("Got unexpected extra argument"):
        return f"多出了{_in_brackets(error.message)}"
    return error.message


def _no_such_option(error: NoSuchOption) -> str:
    return f"没有选项“{error.option_name}”{_possible(error.possibilities)}"


def _no_such_command(error: NoSuchCommand) -> str:
    group = error.ctx.command if error.ctx else None  # click looks only among commands that are loaded
    known = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else ()
    return f"没有命令“{error.command_name}”{_possible(get_close_matches(error.command_name, known))}"


def _possible(possibilities: list[str] | None) -> str:
    return f"；是不是 {'、'.join(possibilities)}？" if possibilities else ""


def _missing(error: click.MissingParameter) -> str:
    choices = error.param.type if error.param else None
    one_of = f"；可以是 {_choices(choices)}" if isinstance(choices, click.Choice) else ""
    return f"缺少{_name_of(error)}{one_of}"


def _option_usage(error: click.BadOptionUsage) -> str:
    if error.message.endswith("does not take a value."):
        return f"选项“{error.option_name}”后面不跟值"
    return f"选项“{error.option_name}”后面缺少值"


def _bad_parameter(error: click.BadParameter) -> str:
    if _HAN.search(error.message):
        return f"{_name_of(error)}：{error.message}"
    return f"{_name_of(error)}的值不对：{_of_type(error)}"


def _of_type(error: click.BadParameter) -> str:
    """Return what values the type of the parameter takes, or why the file is none."""
    wanted = error.param.type if error.param else None
    if isinstance(wanted, click.Choice):
        return f"可以是 {_choices(wanted)}"
    if isinstance(wanted, click.IntRange):
        return f"要写整数，{_range(wanted)}"
    if wanted is click.INT:
        return "要写整数"
    if isinstance(wanted, click.Path):
        return _of_path(error.message)
    return error.message


def _range(wanted: click.IntRange) -> str:
    low = f"不小于 {wanted.min}" if wanted.min is not None else ""
    high = f"不大于 {wanted.max}" if wanted.max is not None else ""
    return "、".join(filter(None, (low, high)))


def _of_path(message: str) -> str:
    """Return the Chinese for what :class:`click.Path` says of a file or folder."""
    name = re.search(r"'(.*)'", message)
    shown = f"“{name[1]}”" if name else ""
    for ending, words in _PATH_ENDINGS:
        if message.endswith(ending):
            return f"{shown}{words}"
    return message


def _choices(wanted: click.Choice[Any]) -> str:
    return "、".join(str(each) for each in wanted.choices)


def _in_brackets(message: str) -> str:
    """Return what click names in brackets at the end of ``message``, in quotation marks."""
    found = re.search(r"\((.*)\)\.?$", message)
    return f"“{found[1]}”" if found else "几个词"


def _name_of(error: click.BadParameter) -> str:
    """Return the option or argument as the help shows it."""
    hint = error.param_hint
    if hint is not None:
        return hint if isinstance(hint, str) else " / ".join(hint)
    if error.param is None:
        return "值"
    if isinstance(error.param, click.Option):
        return f"选项“{max(error.param.opts, key=len)}”"
    return f"“{error.param.make_metavar(error.ctx or click.Context(click.Command(None)))}”"


_PATH_ENDINGS: Final = (
    ("does not exist.", "不存在"),
    ("is a file.", "是文件，这里要的是文件夹"),
    ("is a directory.", "是文件夹，这里要的是文件"),
    ("is not readable.", "没有读取权限"),
    ("is not writable.", "没有写入权限"),
)

_Saying: TypeAlias = Callable[[Any], str]

_SAYINGS: Final[tuple[tuple[type[click.UsageError], _Saying], ...]] = (
    (NoSuchOption, _no_such_option),
    (NoSuchCommand, _no_such_command),
    (click.MissingParameter, _missing),
    (click.BadOptionUsage, _option_usage),
    (click.BadParameter, _bad_parameter),
)
