"""Chinese on pages in another language is marked, each time by the smallest element that holds it."""

from __future__ import annotations

import pytest

from generators.rendering.foreign import with_chinese_marked


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>枫屏县</p>", '<p lang="zh-CN">枫屏县</p>'),
        ('<a href="x/">枫屏县</a>', '<a href="x/" lang="zh-CN">枫屏县</a>'),
        ("<p>Board: 枫屏县</p>", '<p>Board: <span lang="zh-CN">枫屏县</span></p>'),
        ("<td>12户</td>", '<td lang="zh-CN">12户</td>'),
        ("<p>12<b>户</b></p>", '<p>12<b lang="zh-CN">户</b></p>'),
        ("<p>12<br>户</p>", '<p>12<br><span lang="zh-CN">户</span></p>'),
        ("<title>Methods - 枫屏县</title>", '<title lang="zh-CN">Methods - 枫屏县</title>'),
        ("<p>From “一三五七”工作, 2026</p>", '<p>From <span lang="zh-CN">“一三五七”工作</span>, 2026</p>'),
        ('<div lang="zh-CN"><p>已经写明</p></div>', '<div lang="zh-CN"><p>已经写明</p></div>'),
        ('<a lang="en">枫屏县</a>', '<a lang="en"><span lang="zh-CN">枫屏县</span></a>'),
        (
            "<p>枫屏县<li>云岭乡</p>",
            '<p><span lang="zh-CN">枫屏县</span><li><span lang="zh-CN">云岭乡</span></p>',
        ),
        ("<p>English</p>", "<p>English</p>"),
    ],
)
def test_chinese_is_marked(html: str, marked: str) -> None:
    assert with_chinese_marked(html) == marked


@pytest.mark.parametrize(
    "html",
    [
        '<script>const a = "中文<p>";</script>',
        "<style>a::before { content: '中文'; }</style>",
        "<!-- 中文 -->",
    ],
)
def test_scripts_styles_and_comments_are_not_changed(html: str) -> None:
    assert with_chinese_marked(html) == html


def test_marking_twice_is_marking_once() -> None:
    once = with_chinese_marked("<p>Board: 枫屏县 <svg><title>图</title><text>云岭乡</text></svg></p>")
    assert with_chinese_marked(once) == once
    assert '<title lang="zh-CN">图</title><text lang="zh-CN">云岭乡</text>' in once
