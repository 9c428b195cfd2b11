"""Find the machine's Chromium and start it, quiet and without a wish to reach the network."""

from __future__ import annotations

import os
import shutil
from typing import Final

from playwright.sync_api import Browser, Playwright

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_executable() -> str:
    """Return the browser named by ``CHROMIUM``, else the first found on the PATH.

    Raises ``FileNotFoundError`` when there is none.
    """
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        raise FileNotFoundError(f"没有找到 Chromium：请安装 {' 或 '.join(_NAMES)}，或用 CHROMIUM=… 指明")
    return found


def launch_chromium(playwright: Playwright) -> Browser:
    """Start Chromium without a window."""
    return playwright.chromium.launch(executable_path=chromium_executable(), args=list(_ARGUMENTS))
