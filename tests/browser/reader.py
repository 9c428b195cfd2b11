"""A reader with a device of their own, before whom no page may complain."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

_LOUD: Final = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Device:
    """What a reader reads on."""

    width: int = 1280
    height: int = 900
    is_dark: bool = False
    runs_scripts: bool = True


DESKTOP: Final = Device()
DARK: Final = Device(is_dark=True)
PHONE: Final = Device(width=320, height=640)
SCRIPTLESS: Final = Device(runs_scripts=False)


class OpenPage(Protocol):
    """Opens an address for a new reader; what the page complains of fails the test."""

    def __call__(self, address: str, device: Device = DESKTOP) -> Page:
        """Return the loaded page."""


def new_reader(browser: Browser, device: Device) -> BrowserContext:
    """Return a window of its own, with nothing remembered."""
    reader = browser.new_context(
        viewport={"width": device.width, "height": device.height},
        color_scheme="dark" if device.is_dark else "light",
        java_script_enabled=device.runs_scripts,
        reduced_motion="reduce",
        locale="zh-CN",
    )
    reader.set_default_timeout(30_000)  # a busy machine is no fault of the page
    return reader


def watch(reader: BrowserContext, origin: str, complaints: list[str]) -> None:
    """Note in ``complaints`` what goes wrong in any page of ``reader``, and requests beyond ``origin``."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type in _LOUD:
            complaints.append(f"控制台 {message.type}：{message.text}")

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if f"{parts.scheme}://{parts.netloc}" != origin and parts.scheme not in {"data", "blob"}:
            complaints.append(f"站外请求：{request.url}")

    def on_response(response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            complaints.append(f"{response.status}：{response.url}")

    reader.on("console", on_console)
    reader.on("weberror", lambda error: complaints.append(f"脚本出错：{error.error}"))
    reader.on("request", on_request)
    reader.on("response", on_response)
