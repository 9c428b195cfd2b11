"""Write the invented county 示例县 as a complete project: data, content and mkdocs.yml.

From the repository's own folder:

    python -m examples.write_county --out examples/shili

The same options give the same bytes on every machine. With other sizes the same script makes a city
(``--townships 200 --villages 3000``) or a province (``--townships 1300 --villages 20000``).
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from examples.fictional_county.files import project_files
from examples.fictional_county.sizes import Sizes

_WRITTEN: Final = ("data", "content", "mkdocs.yml")
_USAGE_ERROR: Final = 2


def write_project(out: Path, sizes: Sizes) -> int:
    """Write the project of these sizes into ``out``, and return how many files that took.

    What an earlier run wrote there is removed first. Raises ``FileExistsError`` when the folder
    holds anything else, so that nobody's own work is lost.
    """
    if out.exists():
        _clear(out)
    count = 0
    for name, text in project_files(sizes):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        count += 1
    return count


def _clear(out: Path) -> None:
    found = {path.name for path in out.iterdir()}
    if not found:
        return
    if found - {*_WRITTEN, "site", ".cache"} or "mkdocs.yml" not in found:
        raise FileExistsError(f"{out} 里有别的文件，不敢覆盖")
    for name in _WRITTEN:
        path = out / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the project that the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(description="写出虚构的示例县")
    parser.add_argument("--townships", type=int, default=12, help="乡镇数，默认 12")
    parser.add_argument("--villages", type=int, default=160, help="村数，默认 160")
    parser.add_argument("--quarters", type=int, default=5, help="从 2025 年第三季度起的季度数，默认 5")
    parser.add_argument("--seed", type=int, default=1, help="种子，默认 1")
    parser.add_argument("--out", type=Path, required=True, help="写到哪个文件夹")
    given = parser.parse_args(arguments)
    try:
        sizes = Sizes(given.townships, given.villages, given.quarters, given.seed)
        count = write_project(given.out, sizes)
    except (ValueError, FileExistsError) as error:
        sys.stderr.write(f"{error}\n")
        return _USAGE_ERROR
    sys.stdout.write(f"写出 {count} 个文件：{given.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
