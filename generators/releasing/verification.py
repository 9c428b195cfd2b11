"""What has to hold of the sites of a release before readers see them, and ever after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.compressing import wrong_copies
from generators.releasing.digests import SUMS, verify_digests
from generators.releasing.error import ReleaseError
from generators.releasing.finishing import content_of
from generators.releasing.keys import PublicKey
from generators.releasing.layout import RELEASE, Kept
from generators.releasing.links import dead_links
from generators.releasing.signatures import verify

MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Size:
    """The number of files of a site, and their size in bytes."""

    files: int
    bytes: int

    @classmethod
    def of(cls, site: Path) -> Size:
        """Return the size of the site in a folder; raises ``OSError``."""
        sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
        return cls(len(sizes), sum(sizes))


def problems_of_site(site: Path, keys: Iterable[PublicKey] = ()) -> Iterator[Problem]:
    """Yield what is wrong with the finished site in the folder ``site``; raises ``OSError``.

    Every file has the digest that its ``SHA256SUMS`` says, and there is no other (E167, E168); that file has
    a signature by each of ``keys`` (E165, E166); compressed copies hold what their files do (E144); every
    link within the site leads to a file and an anchor (E140, E141).
    """
    try:
        yield from verify_digests(site).problems(site)
    except ReleaseError as error:
        yield error.problem
    for key in keys:
        try:
            verify(site / SUMS, key)
        except ReleaseError as error:
            yield error.problem
    for path in wrong_copies(site):
        yield problem("E144", Place(str(path)), "里面的内容与原文件不同")
    yield from dead_links(site)


def problems_of_release(kept: Kept, keys: Iterable[PublicKey] = ()) -> Iterator[Problem]:
    """Yield what is wrong with a release in its folder, each of its sites as in :func:`problems_of_site`.

    An E148 says that a site is missing, or that one was exchanged together with its digests. Raises
    ``OSError``.
    """
    release = kept.release
    missing = [each for each in release.audiences if not (kept.folder / each.value / SUMS).is_file()]
    for audience in missing:
        yield problem("E148", Place(str(kept.folder / audience.value)), "没有这份网站，或没有它的 SHA256SUMS")
    if not missing and content_of(kept.folder, release.audiences) != release.content:
        yield problem("E148", Place(str(kept.folder / RELEASE)), "记下的散列与各份 SHA256SUMS 不符")
    for audience in release.audiences:
        if audience not in missing:
            yield from problems_of_site(kept.folder / audience.value, keys)


def is_as_listed(kept: Kept) -> bool:
    """Whether the sites of a release can be read, and hold just the files that it was made with.

    Links are not looked at, nor signatures: the files are the ones that were verified before.
    """
    release = kept.release
    try:
        return content_of(kept.folder, release.audiences) == release.content and all(
            verify_digests(kept.folder / each.value).are_none for each in release.audiences
        )
    except (OSError, ReleaseError):
        return False


def oversized(site: Path, megabytes: int) -> Iterator[Problem]:
    """Yield an E143 if the files of the site are larger than so many MB together; raises ``OSError``."""
    size = Size.of(site).bytes
    if size > megabytes * MEGABYTE:
        detail = f"共 {size / MEGABYTE:.1f} MB，上限是 {megabytes} MB"
        yield problem("E143", Place(str(site)), detail)


def relative_to(folder: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` with the paths below ``folder`` written from there, as they will be read later."""
    prefix = f"{folder}/"
    return tuple(
        replace(each, place=replace(each.place, file=each.place.file.removeprefix(prefix)))
        for each in problems
    )
