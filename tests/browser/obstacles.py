"""What axe-core finds that shuts readers out."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def serious_obstacles(page: Page, *rules: str) -> list[str]:
    """Return the serious and critical findings, each with its first places; of ``rules`` only, if any."""
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    return [
        f"{each['id']}：{each['help']} {[node['target'] for node in each['nodes'][:5]]}"
        for each in Axe().run(page, options=options).response["violations"]
        if each["impact"] in {"serious", "critical"}
    ]
