"""Problems of the plugins and Markdown extensions that ``mkdocs.yml`` names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from generators.model.problem import Problem
from generators.model.visibility import Audience
from generators.publishing.configuration.settings import Path_, Settings, is_readable, plain
from generators.publishing.configuration.words import expected, explained, unknown_name
from generators.publishing.shipped import OWN_PLUGIN
from generators.reading.choice_hints import choice_hint
from generators.reading.field_names import probable_name
from generators.reading.quoting import quoted
from generators.reading.yaml_scalars import Refusal, Unreadable, plain_scalar

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_OWN_OPTIONS: Final = ("audience", "as_of", "enabled")
_OPTION_ERROR: Final = re.compile(r"^Plugin '.*?'(?: option '(?P<key>.*?)')?: (?P<message>.*)$", re.MULTILINE)
_EXTENSION_FAILED: Final = re.compile(
    r"^Failed to load extension '.*'\.\n(?:.*\n)*(?P<reason>\w+: .*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A plugin or extension: its name, its options, the path of the item and that of its options."""

    name: str
    options: object
    path: Path_
    options_path: Path_

    @property
    def is_key(self) -> bool:
        """Whether the path leads to a key, which is the name."""
        return self.options_path == self.path


def plugin_problems(settings: Settings, config: MkDocsConfig, has_theme: bool) -> Iterator[Problem]:  # noqa: FBT001
    """Yield a problem for each plugin that is not installed, is named twice, or has a wrong option."""
    option = _option(config, "plugins")
    installed: dict[str, Any] = option.installed_plugins
    names = sorted({name for full in installed for name in (full, full.rpartition("/")[2])})
    items, problems = _items(settings, "plugins")
    yield from problems
    seen: set[str] = set()
    for item in items:
        if item.name in seen:
            yield settings.problem("E119", item.path, f"插件{quoted(item.name)}写了两次", of_key=item.is_key)
        elif item.name not in names and item.name.lstrip("/") not in names:
            meant = probable_name(item.name, names)
            question = f"，是否应为“{meant}”" if meant else ""
            detail = f"没有安装插件{quoted(item.name)}{question}"
            yield settings.problem("E119", item.path, detail, of_key=item.is_key)
        elif item.name == OWN_PLUGIN:
            yield from _own_option_problems(settings, item)
        elif has_theme:
            yield from _judged(settings, item, option.run_validation, _plugin_mistakes)
            yield from _warned(settings, item, option)
        seen.add(item.name)
    if OWN_PLUGIN not in seen and not problems and is_readable(settings.written.get("plugins")):
        detail = f"plugins 中没有 {OWN_PLUGIN}；没有它，网站里就没有数据和文章"
        yield settings.problem("E119", ("plugins",), detail, of_key=True)


def extension_problems(settings: Settings, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield a problem for each Markdown extension that cannot be used, or has wrong options."""
    if settings.written.get("markdown_extensions") is None:
        return
    option = _option(config, "markdown_extensions")
    items, problems = _items(settings, "markdown_extensions")
    yield from problems
    for item in items:
        yield from _judged(settings, item, option.run_validation, _extension_mistakes)


def _option(config: MkDocsConfig, key: str) -> Any:  # noqa: ANN401 - MkDocs' options share no type
    return next(option for name, option in config._schema if name == key)  # noqa: SLF001 - it offers no other way


def _items(settings: Settings, key: str) -> tuple[list[_Item], list[Problem]]:
    """Return the items of a list or mapping of names, and a problem for each that is none."""
    written = settings.written.get(key)
    found: list[_Item] = []
    problems: list[Problem] = []
    if isinstance(written, dict):
        return [_Item(name, options, (key, name), (key, name)) for name, options in written.items()], problems
    if not isinstance(written, list):
        if key in settings.written and is_readable(written):
            problems.append(settings.problem("E118", (key,), f"{key} {expected(('list',), written)}"))
        return found, problems
    for at, item in enumerate(written):
        if isinstance(item, str):
            found.append(_Item(item, None, (key, at), (key, at, "")))
        elif isinstance(item, dict) and len(item) == 1:
            ((name, options),) = item.items()
            found.append(_Item(name, options, (key, at, name), (key, at, name)))
        elif is_readable(item):
            detail = f"{key} 的每一项写一个名称，或“名称:”下面写它的选项；现为{quoted(item)}"
            problems.append(settings.problem("E118", (key, at), detail))
    return found, problems


def _own_option_problems(settings: Settings, item: _Item) -> Iterator[Problem]:
    if item.options is None or isinstance(item.options, Unreadable):
        return
    if not isinstance(item.options, dict):
        yield settings.problem("E118", item.options_path, f"{OWN_PLUGIN} {expected(('dict',), item.options)}")
        return
    for key, value in item.options.items():
        path = (*item.options_path, key)
        if key not in _OWN_OPTIONS:
            yield settings.problem("E117", path, unknown_name(OWN_PLUGIN, key, _OWN_OPTIONS), of_key=True)
        elif value is None or value == "" or isinstance(value, Unreadable):
            continue
        elif key == "enabled" and value is not True:
            detail = f"{OWN_PLUGIN} 不能停用（enabled: {quoted(value)}）；没有它，网站里就没有数据和文章"
            yield settings.problem("E119", path, detail)
        elif key == "audience" and value not in list(Audience):
            words = "、".join(each.value for each in Audience)
            detail = f"audience 应为以下之一：{words}，现为{quoted(value)}{choice_hint(value, Audience)}"
            yield settings.problem("E118", path, detail)
        elif key == "as_of":
            yield from _day_problems(settings, path, value)


def _day_problems(settings: Settings, path: Path_, value: object) -> Iterator[Problem]:
    meaning = plain_scalar(value) if isinstance(value, str) else value
    if isinstance(meaning, date) and not isinstance(meaning, datetime):
        meaning = plain_scalar(meaning.isoformat())
    if isinstance(meaning, Refusal) and meaning.code == "E107":
        yield settings.problem("E107", path, f"as_of：{meaning.detail}")
    elif not isinstance(meaning, date) or isinstance(meaning, datetime):
        yield settings.problem("E118", path, f"as_of 应为日期，如 2026-09-30，现为{quoted(value)}")


_NO_SUCH_CLASS: Final = re.compile(r"AttributeError: module '.*' has no attribute")
"""After a colon the name of an extension may name its class."""

_Mistake = tuple[str, Path_ | None, str]
"""Code, path within the options of the item (``None``: the item itself), and detail."""


def _judged(
    settings: Settings,
    item: _Item,
    validate: Callable[[object], object],
    mistakes: Callable[[Exception, _Item], Iterator[_Mistake]],
) -> Iterator[Problem]:
    """Yield what ``validate`` finds wrong with one item."""
    if not is_readable(item.options):
        return
    try:
        written = plain(item.options, settings.project)
        validate([item.name if written is None else {item.name: written}])
    except Exception as error:  # noqa: BLE001 - plugins and extensions raise what they like
        yield from _placed(settings, item, mistakes(error, item))


def _placed(settings: Settings, item: _Item, mistakes: Iterable[_Mistake]) -> Iterator[Problem]:
    for code, below, detail in mistakes:
        path = item.path if below is None else (*item.options_path, *below)
        is_key = code == "E117" or (below is None and item.is_key)
        yield settings.problem(code, path, detail, of_key=is_key)


def _warned(settings: Settings, item: _Item, option: Any) -> Iterator[Problem]:  # noqa: ANN401 - as above
    warnings = list(option.warnings)
    option.reset_warnings()
    for warning in warnings:
        yield from _placed(settings, item, _option_mistakes(warning, item))


def _option_mistakes(message: str, item: _Item) -> Iterator[_Mistake]:
    for each in _OPTION_ERROR.finditer(message):
        key, said = each["key"], each["message"]
        options = item.options if isinstance(item.options, dict) else {}
        if key is None:
            yield "E118", (), f"{item.name} {explained(said, item.options)}"
        elif said.startswith("Unrecognised"):
            yield "E117", (key,), unknown_name(item.name, key, ())
        else:
            yield "E118", (key,), f"{item.name} 的 {key} {explained(said, options.get(key))}"


def _plugin_mistakes(error: Exception, item: _Item) -> Iterator[_Mistake]:
    message = str(error)
    if message.startswith("Invalid config options"):
        yield "E118", (), f"{item.name} {expected(('dict',), item.options)}"
        return
    found = list(_option_mistakes(message, item))
    yield from found
    if not found:
        yield "E119", None, f"插件{quoted(item.name)}不能用：{_raised(error)}"


def _extension_mistakes(error: Exception, item: _Item) -> Iterator[_Mistake]:
    message = str(error)
    if message.startswith("Invalid config options"):
        yield "E118", (), f"{item.name} {expected(('dict',), item.options)}"
        return
    failed = _EXTENSION_FAILED.search(message)
    reason = failed["reason"] if failed else _raised(error)
    options = item.options if isinstance(item.options, dict) else {}
    key = reason.partition(":")[2].strip().strip("'\"")
    if reason.startswith("ModuleNotFoundError") or _NO_SUCH_CLASS.match(reason):
        yield "E119", None, f"没有安装 Markdown 扩展{quoted(item.name)}"
    elif reason.startswith("KeyError") and key in options:
        yield "E117", (key,), unknown_name(item.name, key, ())
    else:
        yield "E119", None, f"Markdown 扩展{quoted(item.name)}不能用：{reason}"


def _raised(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
