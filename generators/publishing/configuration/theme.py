"""Problems of the setting ``theme`` of ``mkdocs.yml``."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from generators.model.problem import Problem
from generators.publishing.configuration.folders import sources_in
from generators.publishing.configuration.settings import Path_, Settings, is_readable
from generators.publishing.configuration.words import expected
from generators.reading.field_names import probable_name
from generators.reading.project_files import is_folder
from generators.reading.quoting import quoted

MATERIAL: Final = "material"
_ALIKE: Final = 0.8
"""How similar an unknown option must be to a known one to be a slip: themes may have options of their own."""

_TYPES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "custom_dir": ("str",),
        "direction": ("str",),
        "favicon": ("str",),
        "features": ("list",),
        "icon": ("dict",),
        "language": ("str",),
        "locale": ("str",),
        "logo": ("str",),
        "name": ("str",),
        "palette": ("list", "dict"),
        "static_templates": ("list",),
    }
)
"""By option of Material's theme: the types that its templates can use, by Python's names."""

_PYTHON: Final[Mapping[str, type]] = MappingProxyType({"str": str, "list": list, "dict": dict})

HasFile = Callable[[str], bool]
"""Whether one of the theme's folders has a file of this name."""


def theme_option_problems(
    settings: Settings, theme_names: tuple[str, ...], has_file: HasFile
) -> Iterator[Problem]:
    """Yield the problems of the theme's name, folder and options; ``has_file`` knows Material's files."""
    theme = settings.written.get("theme")
    if isinstance(theme, str):
        yield from _name_problems(settings, ("theme",), theme, theme_names)
        return
    if not isinstance(theme, dict):
        if is_readable(theme) and "theme" in settings.written:
            yield settings.problem("E118", ("theme",), f"theme {expected(('str', 'dict'), theme)}")
        return
    if "name" not in theme:
        yield settings.problem("E118", ("theme",), f"theme 中没有写 name；请写 name: {MATERIAL}", of_key=True)
    elif isinstance(theme["name"], str):
        yield from _name_problems(settings, ("theme", "name"), theme["name"], theme_names)
    yield from _custom_dir_problems(settings, theme.get("custom_dir"))
    yield from _type_problems(settings, theme)
    if theme.get("name") == MATERIAL:
        yield from _material_problems(settings, theme, has_file)


def _name_problems(
    settings: Settings, path: Path_, name: str, theme_names: tuple[str, ...]
) -> Iterator[Problem]:
    if name not in theme_names:
        meant = probable_name(name, theme_names)
        question = f"，是否应为“{meant}”" if meant else f"；装有 {'、'.join(theme_names)}"
        yield settings.problem("E118", path, f"没有安装主题{quoted(name)}{question}")


def _custom_dir_problems(settings: Settings, written: object) -> Iterator[Problem]:
    if not isinstance(written, str) or "\0" in written:
        return
    path: Path_ = ("theme", "custom_dir")
    folder = settings.folder(written)
    source = sources_in(folder, settings.project)
    if source is not None:
        detail = f"custom_dir 不能是 {source}/、其中的或包含它的文件夹：会照原样公开"
        yield settings.problem("E120", path, detail)
    elif not is_folder(folder):
        yield settings.problem("E120", path, f"custom_dir：没有{quoted(written)}这个文件夹")


def _type_problems(settings: Settings, theme: Mapping[str, object]) -> Iterator[Problem]:
    for key, value in theme.items():
        path = ("theme", key)
        if not is_readable(value):
            continue
        types = _TYPES.get(key)
        if types is None:
            near = difflib.get_close_matches(key.lower(), [*_TYPES, "font"], n=1, cutoff=_ALIKE)
            if near and key != "font":
                detail = f"theme 没有{quoted(key)}这一项，是否应为“{near[0]}”"
                yield settings.problem("E117", path, detail, of_key=True)
        elif value is not None and not isinstance(value, tuple(_PYTHON[each] for each in types)):
            yield settings.problem("E118", path, f"{key} {expected(types, value)}")
        elif isinstance(value, list):
            item = "dict" if key == "palette" else "str"
            for at, each in enumerate(value):
                if not isinstance(each, _PYTHON[item]):
                    yield settings.problem("E118", (*path, at), f"{key} 的每一项{expected((item,), each)}")


def _material_problems(
    settings: Settings, theme: Mapping[str, object], has_file: HasFile
) -> Iterator[Problem]:
    font = theme.get("font")
    if font is not None and font is not False and not isinstance(font, dict):
        detail = f"font 应为 false，或写明 text、code 的字体，现为{quoted(font)}"
        yield settings.problem("E118", ("theme", "font"), detail)
    language = theme.get("language")
    if isinstance(language, str) and not has_file(f"partials/languages/{language}.html"):
        yield settings.problem(
            "E118", ("theme", "language"), f"主题没有{quoted(language)}这种语言；中文写 zh"
        )
    icons: list[Path_] = [("theme", "icon")]
    palette = theme.get("palette")
    if isinstance(palette, list):
        icons += [("theme", "palette", at, "toggle", "icon") for at in range(len(palette))]
    for path in icons:
        yield from _icon_problems(settings, path, settings.value(path), has_file)


def _icon_problems(settings: Settings, path: Path_, value: object, has_file: HasFile) -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _icon_problems(settings, (*path, key), each, has_file)
    elif isinstance(value, str):
        if not has_file(f".icons/{value}.svg"):
            yield settings.problem("E118", path, f"主题没有{quoted(value)}这个图标")
    elif value is not None and len(path) > 2 and is_readable(value):  # noqa: PLR2004 - icon itself is judged above
        yield settings.problem("E118", path, f"图标{expected(('str',), value)}")
