"""Wrong configurations: each a ``mkdocs.yml``, with the places and codes of what is to be told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from tests.build.project import Files

SOUND: Final = """\
site_name: x
docs_dir: content
site_dir: site/mkdocs
theme:
  name: material
plugins:
  - search
  - tongbao
"""
"""A configuration without mistakes; what is appended to it begins on line 9."""


RICH: Final = (
    SOUND
    + """\
site_url: https://example.gov.cn/a/
site_description: 示例
dev_addr: 127.0.0.1:8001
use_directory_urls: true
strict: false
repo_url: https://example.cn/a
edit_uri_template: 'a/{path}'
copyright: !ENV [NO_SUCH_VARIABLE, 示例县]
extra_css: [assets/own.css]
extra_javascript:
  - assets/own.js
  - {path: assets/b.js, defer: true}
extra:
  own: &a {b: 1}
  other: *a
watch: [data]
exclude_docs: |
  drafts/
validation:
  links: {anchors: warn, not_found: warn}
  nav:
    omitted_files: ignore
markdown_extensions:
  - footnotes
  - toc: {permalink: true, toc_depth: 3}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""
)
"""A sound configuration with options of every kind."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A configuration, other files it needs, what is told (``line:column code``), and a word of it."""

    text: str | bytes
    told: tuple[str, ...]
    word: str = ""
    files: Files = field(default_factory=lambda: MappingProxyType({}))


def added(text: str, *told: str, word: str = "", files: Files = MappingProxyType({})) -> Mistake:
    """Return the sound configuration with ``text`` after it."""
    return Mistake(f"{SOUND}{text}\n", told, word, files)


def changed(old: str, new: str, *told: str, word: str = "", files: Files = MappingProxyType({})) -> Mistake:
    """Return the sound configuration with ``new`` instead of ``old``."""
    assert SOUND.count(old) == 1, old
    return Mistake(SOUND.replace(old, new), told, word, files)


OF_YAML: Final[Mapping[str, Mistake]] = MappingProxyType(
    {
        "nothing": Mistake("", ("1:1 E110",)),
        "only a comment": Mistake("# 设置\n", ("1:1 E110",)),
        "a list": Mistake("- a\n", ("1:1 E118",), "应为一组"),
        "a text": Mistake("tongbao\n", ("1:1 E118",), "应为一组"),
        "utf-16": Mistake("site_name: x\n".encode("utf-16"), ("1:1 E103",)),
        "gbk": Mistake("site_name: 进度公开网站\n".encode("gbk"), ("1:1 E102",)),
        "tab": added("extra:\n\ta: 1", "10:1 E104", word="Tab"),
        "full-width colon": added("copyright：示例县", "10:1 E104", word="中文冒号"),
        "open quotation mark": added("copyright: '示例县", "9:12 E104", word="没有成对"),
        "open bracket": added("extra_css: [a.css", "10:1 E104"),
        "key twice": added("site_name: y", "9:1 E105", word="第 1 行"),
        "tab after a comma": added("extra: {a: 1,\n\tb: 2}", "10:1 E104", word="Tab"),
        "key twice below": added("extra:\n  a: 1\n  a: 2", "11:3 E105"),
        "two documents": added("---\nsite_name: y", "9:1 E111"),
        "nesting": added(f"extra: {'[' * 2000}{']' * 2000}", "9:27 E108"),
        "alias of nothing": added("extra: *nothing", "9:8 E104"),
        "alias of itself": added("extra: &a [*a]", "9:12 E109"),
        "date that is none": changed(
            "tongbao", "tongbao: {as_of: 2021-02-30}", "8:22 E107", word="2021-02-30"
        ),
        "long number": added(f"extra: {{a: {'9' * 5000}}}", "9:12 E106"),
        "control character": added("copyright: a\u202eb", "9:13 E103"),
    }
)

OF_TAGS: Final[Mapping[str, Mistake]] = MappingProxyType(
    {
        "apply": added(
            "extra: !!python/object/apply:os.system ['touch ran']", "9:8 E116", word="可以运行任何程序"
        ),
        "object": added("extra: !!python/object:os.Popen {}", "9:8 E116"),
        "new": added("extra: !!python/object/new:os.Popen []", "9:8 E116"),
        "module": added("extra: !!python/module:os", "9:8 E116"),
        "name": added("extra: !!python/name:os.system", "9:8 E116"),
        "name within an allowed module": added("extra: !!python/name:pymdownx.emoji.os", "9:8 E116"),
        "apply of an allowed name": added(
            "extra: !!python/object/apply:pymdownx.emoji.to_svg {}", "9:8 E116"
        ),
        "arguments of other kinds": added(
            "extra: !!python/object/apply:pymdownx.slugs.slugify {args: [1]}", "9:8 E116", word="kwds"
        ),
        "name with a value": added("extra: !!python/name:pymdownx.emoji.to_svg x", "9:8 E116"),
        "tuple": added("extra: !!python/tuple [1]", "9:8 E116"),
        "binary": added("copyright: !!binary aGk=", "9:12 E116"),
        "unknown": added("extra: !include other.yml", "9:8 E116"),
        "as a directive": Mistake(
            "%TAG !p! tag:yaml.org,2002:python/\n---\n" + SOUND + "extra: !p!object/apply:os.system ['x']\n",
            ("11:8 E116",),
        ),
        "of a key": added("!!python/name:os.system : 1", "9:1 E111"),
        "environment of a mapping": added("extra: !ENV {a: 1}", "9:8 E116"),
        "environment without a name": added("copyright: !ENV", "9:12 E116"),
        "relative to nothing known": added("extra: {a: !relative $home/x}", "9:12 E116"),
        "integer that is empty": added("extra: {a: !!int ''}", "9:12 E106"),
        "integer that is none": added("extra: {a: !!int x}", "9:12 E106"),
    }
)

OF_INHERITANCE: Final[Mapping[str, Mistake]] = MappingProxyType(
    {
        "itself": added("INHERIT: mkdocs.yml", "9:10 E115", word="自己"),
        "itself by another way": added("INHERIT: content/../mkdocs.yml", "9:10 E115", word="自己"),
        "circle": added(
            "INHERIT: a.yml", "a.yml:1:10 E115", word="又回到了原处", files={"a.yml": "INHERIT: mkdocs.yml\n"}
        ),
        "missing": added("INHERIT: base.yml", "9:10 E115", word="没有“base.yml”"),
        "outside": added("INHERIT: ../base.yml", "9:10 E115", word="不在项目"),
        "absolute": added("INHERIT: /etc/hostname", "9:10 E115", word="不在项目"),
        "long name": added(f"INHERIT: {'a' * 600}", "9:10 E115"),
        "folder": added("INHERIT: content", "9:10 E115"),
        "number": added("INHERIT: 5", "9:10 E115"),
        "list": added("INHERIT: [a.yml]", "9:10 E115"),
        "nothing": added("INHERIT:", "9:9 E115"),
        "mistake in what is inherited": added(
            "INHERIT: a.yml", "a.yml:2:8 E118", word="watch", files={"a.yml": "# a\nwatch: 5\n"}
        ),
        "tag in what is inherited": added(
            "INHERIT: a.yml", "a.yml:1:8 E116", files={"a.yml": "extra: !!python/name:os.system\n"}
        ),
        "syntax in what is inherited": added(
            "INHERIT: a.yml", "a.yml:2:1 E104", files={"a.yml": "extra: [\n"}
        ),
    }
)

OF_OPTIONS: Final[Mapping[str, Mistake]] = MappingProxyType(
    {
        "unknown": added("abcdefgh: 1", "9:1 E117", word="没有“abcdefgh”"),
        "misspelt": added("extra_cs: [a.css]", "9:1 E117", word="extra_css"),
        "hyphen for underscore": added("site-url: https://example.gov.cn/", "9:1 E117", word="site_url"),
        "name missing": changed("site_name: x\n", "", "1:1 E118", word="site_name"),
        "name as a number": changed("site_name: x", "site_name: 5", "1:12 E118", word="引号"),
        "name as a date": changed("site_name: x", "site_name: 2026-01-01", "1:12 E118", word="引号"),
        "name as nothing": changed("site_name: x", "site_name:", "1:11 E118", word="没有填写"),
        "number as text": added('use_directory_urls: "true"', "9:21 E118", word="true 或 false"),
        "yes in Chinese": added("use_directory_urls: 是", "9:21 E118", word="请写成 true"),
        "strict as a number": added("strict: 1", "9:9 E118"),
        "address of the site": added("site_url: http://[::1/", "9:11 E118", word="网址"),
        "address without a scheme": added("site_url: example.gov.cn", "9:11 E118", word="网址"),
        "address as a number": added("site_url: 5", "9:11 E118"),
        "repository": added("repo_url: x", "9:11 E118", word="网址"),
        "preview without port": added("dev_addr: 127.0.0.1", "9:11 E118", word="127.0.0.1:8000"),
        "preview with a word": added("dev_addr: 127.0.0.1:abc", "9:11 E118", word="127.0.0.1:8000"),
        "preview at no address": added("dev_addr: 300.0.0.1:80", "9:11 E118", word="127.0.0.1:8000"),
        "preview at a high port": added("dev_addr: 127.0.0.1:99999", "9:11 E118", word="65535"),
        "preview as a number": added("dev_addr: 8000", "9:11 E118"),
        "style sheet as a number": added("extra_css: [5]", "9:13 E118", word="路径"),
        "style sheets as a text": added("extra_css: a.css", "9:12 E118", word="列表"),
        "script as a number": added("extra_javascript: [a.js, 5]", "9:19 E118"),
        "template as a mapping": added("extra_templates: [{a: b}]", "9:19 E118"),
        "edit template": added(
            "repo_url: https://example.cn/a\nedit_uri_template: '{x}'", "10:20 E118", word="path"
        ),
        "patterns as a list": added("exclude_docs: [a]", "9:15 E118", word="文字"),
        "watch missing": added("watch: [nowhere]", "9:8 E120", word="没有"),
        "extra as a list": added("extra: [a]", "9:8 E118", word="键: 值"),
        "menu as a text": added("nav: index.md", "9:6 E118", word="菜单"),
        "removed": added("pages: [index.md]", "9:8 E118", word="不再有"),
        "private": added("mdx_configs: {a: {}}", "9:14 E118", word="不能自己写"),
        "level of a message": added("validation: {links: {anchors: wrong}}", "9:31 E118", word="ignore"),
        "level as a number": added("validation: {links: {anchors: 5}}", "9:31 E118"),
        "unknown level": added("validation: {links: {anchor: warn}}", "9:22 E117", word="anchor"),
        "validation as a list": added("validation: [a]", "9:13 E118"),
        "remote as a number": added("remote_name: 5", "9:14 E118", word="文字"),
        "copyright as a list": added("copyright: [a]", "9:12 E118", word="文字"),
        "full-width colon in braces": added("validation: {links: {anchors：warn}}", "9:22 E117"),
    }
)

OF_THEMES: Final[Mapping[str, Mistake]] = MappingProxyType(
    {
        "unknown": changed("name: material", "name: meterial", "5:9 E118", word="material"),
        "unknown in short": Mistake(
            SOUND.replace("theme:\n  name: material", "theme: x"), ("4:8 E118",), "没有安装"
        ),
        "number": Mistake(SOUND.replace("theme:\n  name: material", "theme: 5"), ("4:8 E118",)),
        "without a name": changed("name: material", "language: zh", "4:1 E118", word="name"),
        "name as a number": changed("name: material", "name: 5", "5:9 E118"),
        "language": changed("name: material", "name: material\n  language: cn", "6:13 E118", word="zh"),
        "language as a list": changed("name: material", "name: material\n  language: [zh]", "6:13 E118"),
        "features as a text": changed(
            "name: material", "name: material\n  features: toc.follow", "6:13 E118", word="列表"
        ),
        "feature as a number": changed("name: material", "name: material\n  features: [5]", "6:14 E118"),
        "palette as a text": changed("name: material", "name: material\n  palette: red", "6:12 E118"),
        "palette of texts": changed("name: material", "name: material\n  palette: [red]", "6:13 E118"),
        "font as a text": changed("name: material", "name: material\n  font: 宋体", "6:9 E118", word="false"),
        "icon that is none": changed(
            "name: material", "name: material\n  icon: {repo: material/nothing}", "6:16 E118", word="图标"
        ),
        "icon as a text": changed("name: material", "name: material\n  icon: material/git", "6:9 E118"),
        "misspelt": changed("name: material", "name: material\n  featurs: []", "6:3 E117", word="features"),
        "folder missing": changed(
            "name: material", "name: material\n  custom_dir: look", "6:15 E120", word="look"
        ),
        "folder of data": changed(
            "name: material", "name: material\n  custom_dir: data", "6:15 E120", word="公开"
        ),
        "folder of everything": changed("name: material", "name: material\n  custom_dir: .", "6:15 E120"),
        "folder below content": changed(
            "name: material", "name: material\n  custom_dir: content/cases", "6:15 E120"
        ),
        "folder as a number": changed("name: material", "name: material\n  custom_dir: 5", "6:15 E118"),
        "folder of a long name": changed(
            "name: material", f"name: material\n  custom_dir: {'a' * 600}", "6:15 E120"
        ),
        "icon of a long name": changed(
            "name: material", f"name: material\n  icon: {{repo: {'a' * 600}}}", "6:16 E118"
        ),
        "locale": changed("name: material", "name: material\n  locale: 5", "6:11 E118"),
    }
)

OF_PLUGINS: Final[Mapping[str, Mistake]] = MappingProxyType(
    {
        "not installed": changed("- search", "- nothing-like-it", "7:5 E119", word="没有安装"),
        "misspelt": changed("- search", "- serach", "7:5 E119", word="search"),
        "ours left out": changed("  - tongbao\n", "", "6:1 E119", word="没有 tongbao"),
        "ours misspelt": changed("- tongbao", "- tongbo", "6:1 E119", "8:5 E119", word="tongbao"),
        "ours disabled": changed("- tongbao", "- tongbao: {enabled: false}", "8:24 E119", word="不能停用"),
        "none at all": Mistake(
            "site_name: x\ndocs_dir: content\nsite_dir: site/mkdocs\ntheme: material\n",
            ("1:1 E119",),
            "tongbao",
        ),
        "a text": Mistake(
            SOUND.replace("plugins:\n  - search\n  - tongbao", "plugins: tongbao"), ("6:10 E118",)
        ),
        "nothing": Mistake(SOUND.replace("plugins:\n  - search\n  - tongbao", "plugins:"), ("6:9 E118",)),
        "twice": changed("- search", "- search\n  - search", "8:5 E119", word="两次"),
        "number": changed("- search", "- 5", "7:5 E118"),
        "unreadable": Mistake(
            SOUND.replace("plugins:\n  - search\n  - tongbao", "plugins: !include x"), ("6:10 E116",)
        ),
        "two in one item": changed("- search", "- {search: {}, meta: {}}", "7:5 E118"),
        "options as a list": changed("- search", "- search: [a]", "7:13 E118", word="键: 值"),
        "option of another": changed("- search", "- search: {separater: ' '}", "7:14 E117", word="separater"),
        "option of a wrong type": changed("- search", "- search: {separator: 5}", "7:25 E118", word="文字"),
        "audience": changed(
            "- tongbao", "- tongbao: {audience: everybody}", "8:25 E118", word="public、internal"
        ),
        "audience in Chinese": changed(
            "- tongbao", "- tongbao: {audience: 公开}", "8:25 E118", word="请写成 public"
        ),
        "audience as a number": changed("- tongbao", "- tongbao: {audience: 5}", "8:25 E118"),
        "audience as a list": changed("- tongbao", "- tongbao: {audience: [public]}", "8:25 E118"),
        "day as a word": changed("- tongbao", "- tongbao: {as_of: 今天}", "8:22 E118", word="2026-09-30"),
        "day as a number": changed("- tongbao", "- tongbao: {as_of: 20260930}", "8:22 E118"),
        "day in quotation marks that is none": changed(
            "- tongbao", "- tongbao: {as_of: '2021-02-30'}", "8:22 E107"
        ),
        "day with a time": changed("- tongbao", "- tongbao: {as_of: 2026-09-30 10:00:00}", "8:22 E118"),
        "day of no year": changed("- tongbao", "- tongbao: {as_of: 0001-01-01}", "8:22 E107"),
        "our option misspelt": changed(
            "- tongbao", "- tongbao: {audiense: public}", "8:15 E117", word="audience"
        ),
        "our options as a text": changed("- tongbao", "- tongbao: public", "8:14 E118"),
        "extensions as a number": added("markdown_extensions: 5", "9:22 E118", word="列表"),
        "extension not installed": added(
            "markdown_extensions: [nothing_like_it]", "9:23 E119", word="没有安装"
        ),
        "extension as a number": added("markdown_extensions: [5]", "9:23 E118"),
        "options of an extension": added("markdown_extensions: [{toc: 5}]", "9:29 E118"),
        "unknown option of an extension": added(
            "markdown_extensions: [{toc: {permalnk: true}}]", "9:30 E117"
        ),
    }
)

OF_FOLDERS: Final[Mapping[str, Mistake]] = MappingProxyType(
    {
        "content elsewhere": changed("docs_dir: content", "docs_dir: docs", "2:11 E120", word="应为 content"),
        "content left out": changed("docs_dir: content\n", "", "1:1 E120", word="docs_dir: content"),
        "content is everything": changed("docs_dir: content", "docs_dir: .", "2:11 E120"),
        "content outside": changed("docs_dir: content", "docs_dir: /etc", "2:11 E120"),
        "content as a number": changed("docs_dir: content", "docs_dir: 5", "2:11 E118"),
        "content as a list": changed("docs_dir: content", "docs_dir: [content]", "2:11 E118"),
        "site is everything": changed("site_dir: site/mkdocs", "site_dir: .", "3:11 E120", word="清空"),
        "site is data": changed("site_dir: site/mkdocs", "site_dir: data", "3:11 E120", word="清空"),
        "site in content": changed(
            "site_dir: site/mkdocs", "site_dir: content/site", "3:11 E120", word="清空"
        ),
        "site above": changed("site_dir: site/mkdocs", "site_dir: ..", "3:11 E120", word="清空"),
        "site outside": changed(
            "site_dir: site/mkdocs", "site_dir: ../public", "3:11 E120", word="项目的文件夹里"
        ),
        "site as a number": changed("site_dir: site/mkdocs", "site_dir: 5", "3:11 E118"),
        "hook missing": added("hooks: [hook.py]", "9:9 E120", word="没有这个文件"),
        "hook that is no program": added(
            "hooks: [hook.txt]", "9:9 E120", word=".py", files={"hook.txt": "x"}
        ),
        "hook as a number": added("hooks: [5]", "9:9 E118"),
        "hook of a long name": added(f"hooks: [{'a' * 600}.py]", "9:9 E120"),
        "hooks as a text": added("hooks: hook.py", "9:8 E118", word="列表", files={"hook.py": ""}),
        "hook with wrong syntax": added(
            "hooks: [hook.py]", "hook.py:2:5 E119", word="Python", files={"hook.py": "a = 1\nb = = 2\n"}
        ),
        "hook that is no text": added(
            "hooks: [hook.py]", "hook.py:1:1 E103", files={"hook.py": b"\xff\xfe\x00"}
        ),
    }
)

MISTAKES: Final[Mapping[str, Mistake]] = MappingProxyType(
    {
        f"{kind}: {name}": mistake
        for kind, listed in (
            ("yaml", OF_YAML),
            ("tag", OF_TAGS),
            ("inherit", OF_INHERITANCE),
            ("option", OF_OPTIONS),
            ("theme", OF_THEMES),
            ("plugin", OF_PLUGINS),
            ("folder", OF_FOLDERS),
        )
        for name, mistake in listed.items()
    }
)
