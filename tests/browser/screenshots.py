"""Photograph every kind of page of a built site, for people to look at.

Run ``python tests/browser/screenshots.py SITE OUT``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.chromium import launch_chromium
from tests.browser.page_kinds import kind_at
from tests.browser.reader import Device, new_reader
from tests.browser.static_site import served

_WIDTHS: Final = (390, 1440)
_SCHEMES: Final = {"light": False, "dark": True}


def largest_of_each_kind(site: Path) -> dict[str, str]:
    """Return for each kind of page at ``site`` the address of its largest page."""
    found: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        kind = kind_at(address) or address.strip("/").replace("/", "-")
        found[kind] = max(found.get(kind, (0, "")), (path.stat().st_size, address))
    return {kind: address for kind, (_, address) in found.items()}


def take(site: Path, out: Path) -> Iterator[Path]:
    """Take every picture and yield its path: ``<kind>-<width>-<scheme>.png``, for paper ``<kind>.pdf``."""
    out.mkdir(parents=True, exist_ok=True)
    pages = largest_of_each_kind(site)
    with served(site) as root, sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        for (kind, address), width, scheme in product(pages.items(), _WIDTHS, _SCHEMES):
            target = out / f"{kind}-{width}-{scheme}.png"
            _photograph(browser, f"{root}{address}", Device(width=width, is_dark=_SCHEMES[scheme]), target)
            yield target
        for kind, address in pages.items():
            target = out / f"{kind}.pdf"
            _print(browser, f"{root}{address}", target)
            yield target
        browser.close()


def _photograph(browser: Browser, address: str, device: Device, target: Path) -> None:
    with new_reader(browser, device) as reader:
        page = reader.new_page()
        page.goto(address)
        page.screenshot(path=target, full_page=True)


def _print(browser: Browser, address: str, target: Path) -> None:
    with new_reader(browser, Device()) as reader:
        page = reader.new_page()
        page.goto(address)
        page.pdf(path=target, prefer_css_page_size=True)


def main() -> None:
    """Take the pictures of the site named on the command line."""
    parser = argparse.ArgumentParser(
        description="给生成好的网站的每类页面拍照：宽窄两种、深浅两种，另打印成 PDF"
    )
    parser.add_argument("site", type=Path, help="生成好的网站，如 site/public")
    parser.add_argument("out", type=Path, help="图片放在哪里")
    given = parser.parse_args()
    if not (given.site / "index.html").is_file():
        parser.error(f"{given.site} 中没有 index.html，请先运行 tongbao build")
    for picture in take(given.site, given.out):
        sys.stdout.write(f"{picture}\n")


if __name__ == "__main__":
    main()
