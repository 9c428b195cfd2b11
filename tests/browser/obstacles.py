"""What axe-core finds that shuts readers out."""

from __future__ import annotations

from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_ALIKE: Final = "data-alike"

_MARK_ALIKE: Final = """alike => {
    // The rows of a body that have the same elements with the same classes and look the same.
    for (const body of document.querySelectorAll("tbody, ul, ol")) {
        const seen = new Map();
        for (const row of body.children) {
            const parts = [row, ...row.querySelectorAll("*")];
            const made = new Set(parts.map((each) => `${each.tagName}.${each.getAttribute("class") ?? ""}`));
            const kind = [...made].sort().join(" ");
            seen.set(kind, (seen.get(kind) ?? 0) + 1);
            row.toggleAttribute(alike, seen.get(kind) > 2);
        }
    }
}"""


def serious_obstacles(page: Page, *rules: str) -> list[str]:
    """Return the serious and critical findings, each with its first places; of ``rules`` only, if any.

    Of the rows of a table, and of the items of a list, that have the same elements with the same classes
    two are looked at: the rest looks the same, and a tool that takes every element in hand is slow.
    """
    page.evaluate(_MARK_ALIKE, _ALIKE)
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    found = Axe().run(page, context={"exclude": [[f"[{_ALIKE}]"]]}, options=options).response["violations"]
    return [
        f"{each['id']}：{each['help']} {[node['target'] for node in each['nodes'][:5]]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]
