"""Sites built once a run, one Chromium a worker, and a fresh reader for each test."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generators.disclosing import Audience
from tests.browser.chromium import launch_chromium
from tests.browser.reader import DESKTOP, Device, OpenPage, new_reader, watch
from tests.browser.sites import build_county, build_example, build_offline, build_own_site
from tests.browser.static_site import served


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all workers of this run see."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def built(shared_folder: Path) -> Callable[[str, Callable[[Path], None]], Path]:
    """Return a function that builds a site by its name, unless another worker has or is about to."""

    def folder_of(name: str, build: Callable[[Path], None]) -> Path:
        target = shared_folder / f"site-{name}"
        with (shared_folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = shared_folder / f"{name}.done"
            if not done.exists():
                build(target)
                done.touch()
        return target

    return folder_of


@pytest.fixture(scope="session")
def public_folder(built: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return the folder of the project's own public site."""
    return built("public", partial(build_own_site, Audience.PUBLIC))


@pytest.fixture(scope="session")
def public_site(public_folder: Path) -> Iterator[str]:
    """Return the address of the project's own public site."""
    with served(public_folder) as address:
        yield address


@pytest.fixture(scope="session")
def internal_folder(built: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return the folder of the project's own internal site."""
    return built("internal", partial(build_own_site, Audience.INTERNAL))


@pytest.fixture(scope="session")
def internal_site(internal_folder: Path) -> Iterator[str]:
    """Return the address of the project's own internal site."""
    with served(internal_folder) as address:
        yield address


@pytest.fixture(scope="session")
def large_folder(
    built: Callable[[str, Callable[[Path], None]], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return the folder of the site of a fictional county, whose board has hundreds of rows."""
    return built("county", partial(build_county, project=tmp_path_factory.mktemp("county-project")))


@pytest.fixture(scope="session")
def large_site(large_folder: Path) -> Iterator[str]:
    """Return the address of the fictional county's site."""
    with served(large_folder) as address:
        yield address


@pytest.fixture(scope="session")
def example_public_site(built: Callable[[str, Callable[[Path], None]], Path]) -> Iterator[str]:
    """Return the address of the example county's public site."""
    with served(built("example-public", partial(build_example, Audience.PUBLIC))) as address:
        yield address


@pytest.fixture(scope="session")
def example_internal_folder(built: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return the folder of the example county's internal site."""
    return built("example-internal", partial(build_example, Audience.INTERNAL))


@pytest.fixture(scope="session")
def example_internal_site(example_internal_folder: Path) -> Iterator[str]:
    """Return the address of the example county's internal site."""
    with served(example_internal_folder) as address:
        yield address


@pytest.fixture(scope="session")
def offline_folder(built: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """Return the folder of the offline edition of a small county's internal site."""
    return built("offline", build_offline)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the browser that all tests of a worker share."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Return a function that opens an address for a new reader.

    When the test ends, every page must have been quiet: no complaint in the console, no error, no failed
    answer, no request to anywhere else.
    """
    readers: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(address: str, device: Device = DESKTOP) -> Page:
        reader = new_reader(chromium, device)
        readers.append(reader)
        parts = urlsplit(address)
        watch(reader, f"{parts.scheme}://{parts.netloc}", complaints)
        page = reader.new_page()
        page.goto(address)
        return page

    yield opened
    noted = tuple(complaints)  # closing breaks off requests, which is no fault
    for reader in readers:
        reader.close()
    assert not noted
