"""The division of each row of a table; what no row may be, and no two rows both are, is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.figures.table_figures import SheetReader
from generators.importing.tables.division_names import DivisionNames
from generators.importing.tables.rows import TableRow
from generators.model.division import Level
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.reading.quoting import quoted

_MOST_NAMED: Final = 3
_ALIKE: Final = 0.6
"""How much of a name has to be the same for it to be suggested: two characters of three."""


def divisions_of(
    reader: SheetReader, names: DivisionNames, below: Mapping[str, Collection[str]]
) -> tuple[dict[int, str], list[Problem]]:
    """Return the division of each row by the row's index, and the problems of the other rows.

    ``below`` are by township the divisions within it: a village of a name that several have is the one in the
    township that another column names.
    """
    rows, problems = reader.table.places, list[Problem]()
    level = _usual_level(rows, names)
    townships = _townships(reader, names)
    skipped = {compact(each) for each in reader.layout.skipped}
    found: dict[int, str] = {}
    first: dict[str, TableRow] = {}
    for row in rows:
        if compact(row.name) in skipped:
            continue
        possible = _possible(row, level, names, below.get(townships.get(row.at, ""), ()))
        place = reader.place((row.at, reader.table.name_column))
        if len(possible) != 1:
            problems.append(problem("E808", place, *_unknown(row, names, possible)))
            continue
        earlier = first.setdefault(possible[0], row)
        if earlier is not row:
            detail = f"{names.divisions[possible[0]].name}在第 {earlier.at + 1} 行已经有了"
            problems.append(problem("E809", place, detail))
            continue
        found[row.at] = possible[0]
    return found, problems


def _usual_level(rows: Collection[TableRow], names: DivisionNames) -> Level | None:
    """Return the level of most rows; of a name that several levels have, the first is taken."""
    counts = Counter(names.divisions[row.divisions[0]].level for row in rows if row.divisions)
    return counts.most_common(1)[0][0] if counts else None


def _possible(
    row: TableRow, level: Level | None, names: DivisionNames, within: Collection[str]
) -> tuple[str, ...]:
    possible = row.divisions
    if len(possible) > 1 and within:  # a province has a thousand villages of one name, a township few in all
        wanted = names.named_like(possible[0])
        possible = tuple(each for each in within if each in wanted) or possible
    if len(possible) > 1:
        possible = tuple(each for each in possible if names.divisions[each].level is level) or possible
    return possible


def _unknown(row: TableRow, names: DivisionNames, possible: Collection[str]) -> tuple[str, str]:
    if possible:
        few = list(possible)[:_MOST_NAMED]
        said = "、".join(f"{names.divisions[each].name}（{each}）" for each in few)
        said += f"等 {len(possible)} 个" if len(possible) > len(few) else ""
        return f"{quoted(row.name)}可能是{said}", "请写全称，或加一列写明属于哪个乡镇"
    if not row.name:
        return "这一行有数，没有写是哪个单位", "请写上单位，或删去这一行"
    alike = get_close_matches(compact(row.name), names.by_name, n=1, cutoff=_ALIKE)
    hint = f"，是不是“{alike[0]}”？" if alike else ""
    return f"没有登记{quoted(row.name)}{hint}", "请核对名称；不是乡镇、村的行，写进导入格式的 skipped"


def _townships(reader: SheetReader, names: DivisionNames) -> dict[int, str]:
    """Return the township that a column before the names states for a row, or for the rows above it."""
    found: dict[int, str] = {}
    sheet = reader.sheet
    for column in range(reader.table.name_column):
        now = ""
        for row in reader.table.places:
            stated = [
                each
                for each in names.matches(sheet.text(row.at, column))
                if names.divisions[each].level is Level.TOWNSHIP
            ]
            now = stated[0] if len(stated) == 1 else now
            if now:
                found[row.at] = now
    return found
