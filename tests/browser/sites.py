"""The sites that the browser is shown: the project's own two, the example's two, and a large county's."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from generators.composing.kit.edition import OfflineEdition
from generators.disclosing import Audience
from generators.pipeline import examine
from generators.publishing.build import build_site
from generators.publishing.offline.cover import write_release
from generators.rendering import RenderedPage
from tests.build.county import COUNTY, PROGRAMME, Size, write_county
from tests.build.project import COUNTY_SMALL, FIXTURES_DAY, ROOT, SHILI, SHILI_DAY

AS_OF: Final = date(2026, 9, 30)


#: While the county's year runs, so that there is every status from 达到序时 to 严重滞后.
COUNTY_AS_OF: Final = date(2024, 10, 10)

#: With six indicators a row: a few villages more, and the board would be divided by townships.
VILLAGES: Final = 540
SILENT_VILLAGES: Final = 3
TOWNSHIPS: Final = Size(VILLAGES).townships

#: The county itself and a township of villages that never reported stand on the board too.
BOARD_ROWS: Final = VILLAGES + TOWNSHIPS + SILENT_VILLAGES + 1
BOARD: Final = f"boards/{PROGRAMME}/"

_TOWNSHIP: Final = f"divisions/{COUNTY}/town-1"
_LONG_LISTS: Final = (f"programmes/{PROGRAMME}.md", "sources/quarterly-return/", "sources/plan/")

_SILENT_VILLAGE: Final = """\
  silent-{at}:
    name: 无声{at}村
    targets:
      - indicator: {programme}/planted
        value: 30
        from: 2024-01-01
        by: 2024-12-31
        source: {{document: plan, at: 附表三}}
"""


def build_own_site(audience: Audience, target: Path) -> None:
    """Build the project's own site for ``audience`` into ``target``."""
    build_site(ROOT, examine(ROOT, AS_OF).site(audience), target)


def build_example(audience: Audience, target: Path) -> None:
    """Build the example county's site for ``audience`` into ``target``."""
    build_site(SHILI, examine(SHILI, SHILI_DAY).site(audience), target)


def build_offline(target: Path) -> None:
    """Build the offline edition of the internal site of a small county into ``target``."""
    site = examine(COUNTY_SMALL, FIXTURES_DAY).site(Audience.INTERNAL, offline=OfflineEdition(FIXTURES_DAY))
    build_site(COUNTY_SMALL, site, target)
    write_release(target, FIXTURES_DAY)


def build_county(target: Path, project: Path) -> None:
    """Write the county to ``project`` and build its site into ``target``: one township, and no long lists.

    Hundreds of village pages and lists of ten thousand figures would take longer than all tests.
    """
    _write_county(project)
    site = examine(project, COUNTY_AS_OF).site(Audience.PUBLIC)
    build_site(project, replace(site, pages=tuple(filter(_is_built, site.pages))), target)


def _write_county(project: Path) -> None:
    write_county(project, Size(VILLAGES, bulletins=4, cases=4), seed=1)
    silent = project / "data/townships" / COUNTY / "silent-town"
    silent.mkdir()
    (silent / "township.yml").write_text("name: 无声镇\nkind: town\n", encoding="utf-8")
    villages = (_SILENT_VILLAGE.format(at=at + 1, programme=PROGRAMME) for at in range(SILENT_VILLAGES))
    (silent / "villages.yml").write_text("villages:\n" + "".join(villages), encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "theme", project / "theme")


def _is_built(page: RenderedPage) -> bool:
    if page.path.startswith(_LONG_LISTS):
        return False
    in_township = page.path.startswith(f"divisions/{COUNTY}/town-")
    return not in_township or page.path.startswith((f"{_TOWNSHIP}.", f"{_TOWNSHIP}/"))
