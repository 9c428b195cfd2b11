"""The schemas of the files of a project: one for each purpose that a file of data or text can have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, assert_never

from generators.model.adjustment import Adjustment
from generators.model.allowance import Allowance
from generators.model.area_map import AreaMap
from generators.model.commitment import Commitment
from generators.model.correction import Correction
from generators.model.division import DivisionEntry
from generators.model.document import Bulletin, Case, FreePage
from generators.model.glossary import GlossaryEntry
from generators.model.import_layout import ImportLayout
from generators.model.inspection import Inspection
from generators.model.ledger import LedgerEntry
from generators.model.programme import Programme
from generators.model.record import Record
from generators.model.remark import Remark
from generators.model.series import Series
from generators.model.site import Site
from generators.model.source import Source
from generators.model.township import CountyFile, TownshipFile, VillagesFile
from generators.reading.layout import Purpose
from generators.reading.schemas.writing import schema_of

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_KEY: Final = "^[a-z0-9]+(?:-[a-z0-9]+)*$"


class Form(Enum):
    """How the records of a file are written: one alone, each under its id, or in a list."""

    RECORD = auto()
    BY_ID = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file holds: ``name`` is the schema's, ``title`` says in Chinese what the file is."""

    name: str
    title: str
    record: type[Record]
    form: Form = Form.RECORD


FILE_KINDS: Final[Mapping[Purpose, FileKind]] = {
    Purpose.SITE: FileKind("site", "站点", Site),
    Purpose.SOURCES: FileKind("sources", "出处", Source, Form.BY_ID),
    Purpose.SERIES: FileKind("series", "刊物", Series, Form.BY_ID),
    Purpose.DIVISIONS: FileKind("divisions", "省、市、县", DivisionEntry, Form.BY_ID),
    Purpose.MAP: FileKind("map", "地图", AreaMap),
    Purpose.CORRECTIONS: FileKind("corrections", "更正", Correction, Form.LIST),
    Purpose.ADJUSTMENTS: FileKind("adjustments", "加分、扣分、一票否决", Adjustment, Form.LIST),
    Purpose.ALLOWED: FileKind("allowed", "经核对可以放行的", Allowance, Form.LIST),
    Purpose.TERMS: FileKind("terms", "用语表", GlossaryEntry, Form.LIST),
    Purpose.IMPORT: FileKind("import", "导入格式", ImportLayout),
    Purpose.INSPECTION: FileKind("inspection", "督查", Inspection),
    Purpose.PROGRAMME: FileKind("programme", "工作", Programme),
    Purpose.COUNTY: FileKind("county", "县本级", CountyFile),
    Purpose.COUNTY_VILLAGES: FileKind("villages", "村和社区", VillagesFile),
    Purpose.TOWNSHIP: FileKind("township", "镇、乡、街道", TownshipFile),
    Purpose.TOWNSHIP_VILLAGES: FileKind("villages", "村和社区", VillagesFile),
    Purpose.TOWNSHIP_PROBLEMS: FileKind("problems", "问题台账", LedgerEntry, Form.BY_ID),
    Purpose.TOWNSHIP_COMMITMENTS: FileKind("commitments", "承诺", Commitment, Form.BY_ID),
    Purpose.TOWNSHIP_REMARKS: FileKind("remarks", "乡镇说明", Remark, Form.BY_ID),
    Purpose.BULLETIN: FileKind("bulletin", "通报的文首信息", Bulletin),
    Purpose.CASE: FileKind("case", "典型案例的文首信息", Case),
    Purpose.PAGE: FileKind("page", "普通页面的文首信息", FreePage),
}
"""What the files of each purpose hold; attachments, borders and misplaced files are not described here."""


def _whole(kind: FileKind) -> dict[str, Any]:
    schema = schema_of(kind.record)
    definitions = schema.pop("$defs", {})
    match kind.form:
        case Form.RECORD:
            found = schema
        case Form.BY_ID:
            found = {"type": "object", "propertyNames": {"pattern": _KEY}, "additionalProperties": schema}
        case Form.LIST:
            found = {"type": "array", "items": schema}
        case never:
            assert_never(never)
    head = {"$schema": _DIALECT, "title": kind.title}
    return {**head, **found, **({"$defs": definitions} if definitions else {})}


def schema_texts() -> dict[str, str]:
    """Return the text of every schema by the name of its file, ``site.json`` and so on."""
    kinds = {kind.name: kind for kind in FILE_KINDS.values()}
    return {
        f"{name}.json": json.dumps(_whole(kind), ensure_ascii=False, indent=2) + "\n"
        for name, kind in kinds.items()
    }


def file_schema(purpose: Purpose) -> dict[str, Any]:
    """Return the schema of the files of ``purpose``; raises ``KeyError`` for one that is not described."""
    return _whole(FILE_KINDS[purpose])
