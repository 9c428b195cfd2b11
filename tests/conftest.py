"""What all tests share: small sound projects and their sites, and the one word that accepts new output."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generators.disclosing import Audience, Publication
from generators.model.dataset import Dataset
from generators.pipeline import Examined, examine
from generators.reading.load import load_project
from tests.build.project import COUNTY_SMALL, FIXTURES_DAY, OWN_DAY, ROOT, SHILI, copy_county, copy_minimal
from tests.build.publications import disclosed_project
from tests.reading_sites.built_site import BuiltSite
from tests.running import build

# Its assertions then say what they compared, as those of tests do.
pytest.register_assert_rewrite("tests.reading_sites.bulletin_layout")

# Shells start background jobs with Ctrl-C ignored, and children inherit that; tests of Ctrl-C need it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The workers of a run share the processors: what is built within one of them is built by that one, since a
# fork of a process that holds so much takes longer than a page. Tests of several processes say how many.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.cpu_count = lambda: 1

# Machines are shared and noisy: how long one example takes proves nothing.
settings.register_profile("tongbao", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tongbao")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write the expected output anew from what came out")
    parser.addoption("--sequences", type=int, default=3, help="how many sequences of edits to try")
    parser.addoption("--kills", type=int, default=20, help="how many runs to kill at random moments")
    parser.addoption("--mutations", type=int, default=12, help="how many mutations of a project to try")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written anew instead of compared."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture
def minimal_project(tmp_path: Path) -> Path:
    """Return a writable copy of the smallest sound project."""
    return copy_minimal(tmp_path / "project")


@pytest.fixture(scope="session")
def county() -> Examined:
    """Return the fictional county, read, checked and measured."""
    return examine(COUNTY_SMALL, FIXTURES_DAY)


@pytest.fixture(scope="session")
def publication(county: Examined) -> Publication:
    """Return what the public may see of the fictional county."""
    return disclosed_project(county, Audience.PUBLIC)


@pytest.fixture(scope="session")
def internal_publication(county: Examined) -> Publication:
    """Return the whole of the fictional county."""
    return disclosed_project(county, Audience.INTERNAL)


@pytest.fixture(scope="session")
def county_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fictional county with both its sites built in ``site/``; not to be changed."""
    project = copy_county(tmp_path_factory.mktemp("county") / "project")
    build(project)
    return project


@pytest.fixture(scope="session")
def county_site(county_project: Path) -> BuiltSite:
    """Return the fictional county's public site."""
    return BuiltSite(county_project / "site" / "public", "/jindu/")


@pytest.fixture(scope="session")
def shili() -> Dataset:
    """Return the data of the example county."""
    dataset = load_project(SHILI).dataset
    assert dataset is not None
    return dataset


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return the public site of this repository's own data."""
    folder = tmp_path_factory.mktemp("own") / "public"
    build(ROOT, "--audience", "public", "--site-dir", folder, as_of=OWN_DAY)
    return BuiltSite(folder)
