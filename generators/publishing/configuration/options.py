"""Problems of the options of ``mkdocs.yml`` that MkDocs itself judges, one option after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from generators.model.problem import Problem
from generators.publishing.configuration.settings import Path_, Settings, is_readable, plain
from generators.publishing.configuration.words import explained, unknown_name
from generators.reading.quoting import quoted

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_JUDGED_APART: Final = frozenset({"hooks", "markdown_extensions", "plugins", "theme"})
"""Options with modules of their own: see ``plugins``, ``theme`` and ``folders``."""

_PRIVATE: Final = frozenset({"config_file_path", "mdx_configs", "pages", "google_analytics"})
_IN_LISTS: Final = frozenset({"extra_css", "extra_javascript", "extra_templates", "watch"})
_SUB_OPTIONS: Final = (
    *("nav", "links", "omitted_files"),
    *("not_found", "absolute_links", "unrecognized_links", "anchors"),
)
"""The options below ``validation``."""

_SUB_OPTION: Final = re.compile(r"^Sub-option '(?P<key>.*?)': (?P<rest>.*)$", re.DOTALL)
_LAST_PORT: Final = 65535


def option_problems(settings: Settings, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield a problem for each unknown option, and each wrong value of the options judged here.

    ``config`` has the values of the settings; afterwards it has the validated ones.
    """
    schema: dict[str, Any] = dict(config._schema)  # noqa: SLF001 - MkDocs offers no other way
    names = [*(name for name in schema if name not in _PRIVATE), "INHERIT"]
    for key in settings.written:
        if key not in schema:
            yield settings.problem("E117", (key,), unknown_name("mkdocs.yml", key, names), of_key=True)
    failed: set[str] = set()
    for key, option in schema.items():
        if key not in _JUDGED_APART:
            for found in _problems_of(settings, config, key, option):
                failed.add(key)
                yield found
    if "site_name" not in settings.written:
        yield settings.problem("E118", (), "缺少 site_name；请写网站的名称")
    yield from _item_problems(settings, failed)
    yield from _port_problems(settings, config, failed)


def _problems_of(settings: Settings, config: MkDocsConfig, key: str, option: Any) -> Iterator[Problem]:  # noqa: ANN401 - MkDocs' options share no type
    if key not in settings.written:
        return  # what is not written is not wrong; what is required is told apart
    written = settings.written[key]
    if not is_readable(written):
        return
    try:
        config[key] = plain(written, settings.project)
        option.pre_validation(config, key)
        config[key] = option.validate(config[key])
        if key in {"edit_uri", "edit_uri_template"}:
            option.post_validation(config, key)
    except Exception as error:  # noqa: BLE001 - MkDocs lets through whatever a value of a wrong type raises
        found = _problem(settings, key, str(error))
        if (key, found.code) != ("docs_dir", "E120"):  # told with the other problems of folders
            yield found
    warnings = list(option.warnings)
    option.reset_warnings()
    for warning in warnings:
        yield _problem(settings, key, str(warning))


def _problem(settings: Settings, key: str, message: str) -> Problem:
    path: Path_ = (key,)
    while found := _SUB_OPTION.match(message):
        path, message = (*path, found["key"]), found["rest"]
    value = settings.value(path)
    if message.startswith("Unrecognised"):
        owner = ".".join(map(str, path[:-1]))
        return settings.problem("E117", path, unknown_name(owner, str(path[-1]), _SUB_OPTIONS), of_key=True)
    code = "E120" if "isn't an existing" in message else "E118"
    return settings.problem(code, path, f"{'.'.join(map(str, path))} {explained(message, value)}")


def _item_problems(settings: Settings, failed: set[str]) -> Iterator[Problem]:
    """Yield a problem for each item of a list of paths that is no text: MkDocs finds that while building."""
    for key in sorted(_IN_LISTS - failed):
        written = settings.written.get(key)
        for at, item in enumerate(written if isinstance(written, list) else ()):
            is_script = key == "extra_javascript" and isinstance(item, dict)
            if not isinstance(item, str) and not is_script and is_readable(item):
                detail = f"{key} 的每一项是文件的路径，现为{quoted(item)}"
                yield settings.problem("E118", (key, at), detail)


def _port_problems(settings: Settings, config: MkDocsConfig, failed: set[str]) -> Iterator[Problem]:
    if "dev_addr" not in settings.written or "dev_addr" in failed:
        return
    port = getattr(config.dev_addr, "port", None)
    if isinstance(port, int) and not 0 < port <= _LAST_PORT:
        detail = f"dev_addr 的端口应在1至{_LAST_PORT}之间，现为{quoted(settings.written['dev_addr'])}"
        yield settings.problem("E118", ("dev_addr",), detail)
