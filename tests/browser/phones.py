"""What cannot be read on a phone: text cut off without a sign, values beyond the edge, broken badges."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Page

from tests.browser.reader import PHONE

#: The widths of a common and of a narrow phone.
_WIDTHS: Final = (390, PHONE.width)

_UNREADABLE: Final = """async () => {
    // Tables are measured anew in the frame after the window has changed.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const edge = document.documentElement.clientWidth + 1;
    const isShown = (each) => each.checkVisibility({ visibilityProperty: true }) && each.offsetWidth !== 0;
    const isForEars = (each) => each.closest(".tb-sr-only") || getComputedStyle(each).clipPath !== "none";
    // A table that fades out at its edge, and says above that it goes on.
    const goesOn = (each) => each.closest("[data-tb-after], [data-tb-before]");
    const found = [];
    const complain = (what, each) => found.push(`${what}：${each.outerHTML.slice(0, 160)}`);

    for (const each of document.querySelectorAll("article *, .md-footer *, .tb-brand")) {
        if (each.closest("svg") || !isShown(each) || isForEars(each)) continue;
        const style = getComputedStyle(each);
        const [hidesX, hidesY] = [style.overflowX !== "visible", style.overflowY !== "visible"];
        const isCut = (hidesX && each.scrollWidth > each.clientWidth + 1)
            || (hidesY && each.scrollHeight > each.clientHeight + 1);
        if (isCut && style.textOverflow !== "ellipsis" && !goesOn(each)) complain("cut", each);
    }
    const values = "article :is(.tb-status, .tb-lamp, .tb-figure, td.tb-num)";
    for (const each of document.querySelectorAll(values)) {
        const box = each.getBoundingClientRect();
        if (isShown(each) && !goesOn(each) && (box.left < 0 || box.right > edge)) complain("beyond", each);
    }
    // Of a table that goes on, the first column of values is in sight.
    for (const frame of document.querySelectorAll("[data-tb-after]")) {
        const value = frame.querySelector("tbody td");
        if (value && isShown(value) && value.getBoundingClientRect().right > edge) complain("far", value);
    }
    const badges = ".tb-status, .tb-lamp, .tb-flag, .tb-figure__mark, .tb-tag, .tb-validity, .tb-tier";
    for (const each of document.querySelectorAll(badges)) {
        if (!isShown(each)) continue;
        const words = document.createRange();
        words.selectNodeContents(each);
        const tops = [...words.getClientRects()].filter((box) => box.width).map((box) => box.top);
        const tall = parseFloat(getComputedStyle(each).fontSize);
        if (tops.length && Math.max(...tops) - Math.min(...tops) > tall) complain("broken", each);
    }
    return found;
}"""


def unreadable_on_phones(page: Page) -> list[str]:
    """Return what cannot be read at the widths of a common and of a narrow phone, with width and cause.

    ``cut``: hidden by a box that does not say so. ``beyond``: a status or value outside the window. ``far``:
    the first value of a table that scrolls sideways. ``broken``: a badge on two lines. Leaves the page at
    the width of the narrow phone.
    """
    found: list[str] = []
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": PHONE.height})
        found += [f"{width} {each}" for each in page.evaluate(_UNREADABLE)]
    return found
