from __future__ import annotations

import pytest

from generators.publishing.unbroken import with_unbroken_numbers


def _nowrap(text: str) -> str:
    return f'<span class="tb-nowrap">{text}</span>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2026年10月15日", f"到{_nowrap('2026年')}{_nowrap('10月15日')}"),
        ("2025年第4季度", f"{_nowrap('2025年')}{_nowrap('第4季度')}"),
        ("示例“一三五七”工程", f"示例{_nowrap('“一三五七”')}工程"),
        ("达标12.5%，共3个村", f"达标{_nowrap('12.5%')}，共{_nowrap('3个')}村"),
        ("“用身边的人和事教育党员”", "“用身边的人和事教育党员”"),
        ("第三季度", "第三季度"),
        (
            '<a title="2026年" href="/2026年/">2026年</a>',
            f'<a title="2026年" href="/2026年/">{_nowrap("2026年")}</a>',
        ),
    ],
)
@pytest.mark.parametrize("tag", ["h1", 'h2 id="x"', 'p class="tb-lead"'])
def test_headings_and_leads_keep_numbers_and_short_names_whole(tag: str, text: str, expected: str) -> None:
    name = tag.partition(" ")[0]
    assert with_unbroken_numbers(f"<{tag}>{text}</{name}>") == f"<{tag}>{expected}</{name}>"


@pytest.mark.parametrize(
    "html", ["<p>2026年</p>", "<td>2026年</td>", "<h4>2026年</h4>", "<h1>2026年", "<pre>2026年</pre>"]
)
def test_other_text_stays_as_it_is(html: str) -> None:
    assert with_unbroken_numbers(html) == html


def test_text_that_is_no_heading_takes_no_long_search() -> None:
    html = "<p>" * 20_000 + "<h1>" * 20_000
    assert with_unbroken_numbers(html) == html
