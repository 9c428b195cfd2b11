"""Releases of two small sites of a few files, made as ``tongbao publish`` makes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from generators.model.visibility import Audience
from generators.releasing.finishing import content_of, finish_sites
from generators.releasing.keys import PrivateKey
from generators.releasing.layout import Kept, ReleasedSite, ServedFolder, SiteRelease
from generators.releasing.placing import being_made, put_in_place

BOTH: Final = tuple(Audience)
_NOON: Final = datetime(2026, 11, 28, 4, tzinfo=UTC)


def write_site(folder: Path, mark: str) -> None:
    """Write a site every file of which holds ``mark``."""
    pages = {
        "index.html": f'<link rel="stylesheet" href="assets/look.css"><a href="a/#end">{mark}</a>',
        "a/index.html": f'<h1 id="end">{mark}</h1><a href="..">home</a><p>{"一" * 500}',
        "404.html": f'<link rel="stylesheet" href="/assets/look.css">{mark}',
        "assets/look.css": f"/* {mark} */",
    }
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def described(
    folder: Path, number: int, keys: Sequence[PrivateKey] = (), made: datetime | None = None
) -> SiteRelease:
    """Return what the release in ``folder`` is."""
    return SiteRelease(
        number=number,
        made=made or _NOON + timedelta(minutes=number),
        day=date(2026, 11, 28),
        content=content_of(folder, BOTH),
        program="0.1.0",
        keys=tuple(key.fingerprint for key in keys),
        warnings=0,
        sites=tuple(ReleasedSite(audience, 2, 6, 2000) for audience in BOTH),
    )


def release_files(
    served: ServedFolder, number: int, keys: Sequence[PrivateKey] = (), made: datetime | None = None
) -> Kept:
    """Put a release in place, every file of which holds ``release NUMBER for AUDIENCE``."""
    served.path.mkdir(parents=True, exist_ok=True)
    with being_made(served) as folder:
        for audience in BOTH:
            write_site(folder / audience.value, f"release {number} for {audience.value}")
        finish_sites(folder, BOTH, keys)
        return put_in_place(served, folder, described(folder, number, keys, made))
