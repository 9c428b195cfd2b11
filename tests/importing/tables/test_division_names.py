from __future__ import annotations

import pytest

from generators.importing.tables.division_names import DivisionNames
from generators.model.division import Division, DivisionKind
from generators.model.record import Place


def _division(name: str, kind: DivisionKind, each: str) -> Division:
    return Division(id=each, name=name, kind=kind, within="q", fictional=True, place=Place("x.yml"))


NAMES = DivisionNames.of(
    [
        _division("东棠镇", DivisionKind.TOWN, "q/east"),
        _division("下棠街道", DivisionKind.SUBDISTRICT, "q/lower"),
        _division("民权村", DivisionKind.VILLAGE, "q/east/people"),
        _division("民权村", DivisionKind.VILLAGE, "q/lower/people"),
        _division("河口社区", DivisionKind.COMMUNITY, "q/lower/mouth"),
    ],
    ["青棠县"],
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("东棠镇", ("q/east",)),
        ("东 棠 镇", ("q/east",)),
        ("　东棠镇 ", ("q/east",)),
        ("东棠", ("q/east",)),
        ("1.东棠镇", ("q/east",)),
        ("东棠镇党委", ("q/east",)),
        ("东棠镇人民政府", ("q/east",)),
        ("中共东棠镇委员会", ("q/east",)),
        ("青棠县东棠镇", ("q/east",)),
        ("下棠街道办事处", ("q/lower",)),
        ("下棠街道党工委", ("q/lower",)),
        ("民权村", ("q/east/people", "q/lower/people")),
        ("东棠镇河口社区", ("q/lower/mouth",)),
        ("河口社区居委会", ("q/lower/mouth",)),
        ("东棠镇：", ("q/east",)),
        ("*下棠街道", ("q/lower",)),
        ("1.东棠镇；", ("q/east",)),
        ("东唐镇", ()),
        ("：", ()),
        ("合计", ()),
        ("", ()),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, found: tuple[str, ...]) -> None:
    assert NAMES.matches(typed) == found
