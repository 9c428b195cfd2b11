"""A small sound project, which each test breaks in its own way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generators.reading.load import Loaded

SOUND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "data/README.md": "# data\n",
        "data/site.yml": "name: 示例县进度公开\nowner: 示例县\ndescription: 示例\n"
        "audiences:\n  public: {title: 公开}\n  internal: {title: 内部}\n",
        "data/sources.yml": "notice:\n  title: 示例通知\n  issuer: 示例县\n  date: 2017-01-01\n",
        "data/series.yml": "brief:\n  name: 示例简报\n  issuer: 示例县\n",
        "data/divisions.yml": "example-province: {name: 示例省, kind: province, code: '990000000000'}\n"
        "example-county:\n  name: 示例县\n  kind: county\n  within: example-province\n  fictional: true\n",
        "data/programmes/example.yml": "id: example\nname: 示例工作\nshort_name: 示例\n"
        "owner: example-county\noffice: 示例办\nsummary: 示例\nsources: [notice]\n"
        "indicators:\n  villages: {name: 村数, measure: 个, kind: cumulative}\n",
        "data/townships/example-county/county.yml": "reports:\n  - period: 2017-06\n    values:\n"
        "      example/villages: 5\n",
        "data/townships/example-county/villages.yml": "villages:\n  lone: {name: 独村}\n",
        "data/townships/example-county/town/township.yml": "name: 示例镇\nkind: town\ntargets:\n"
        "  - indicator: example/villages\n    value: 12\n    from: 2017-01-01\n    by: 2017-12-31\n"
        "    milestones: {2017-06-30: 4}\n",
        "data/townships/example-county/town/villages.yml": "villages:\n  east:\n    name: 东村\n"
        "    reports:\n      - period: 2017\n        values: {example/villages: 1.50}\n",
        "data/corrections.yml": "- division: example-county\n  indicator: example/villages\n"
        "  period: 2017-06\n  old: 5\n  new: 6\n  reason: 重复统计\n  office: 示例办\n  on: 2017-08-01\n",
        "content/index.md": "---\ntitle: 首页\n---\n正文\n",
        "content/bulletins/brief/2017/3.md": "---\nseries: brief\ntitle: 第三期\nissuer: 示例县\nnumber: 3\n"
        "date: 2017-07-01\nprogrammes: [example]\n---\n\n正文\n",
        "content/cases/lamp.md": "---\ntitle: 一盏灯\nprogramme: example\ndivision: example-county\n"
        "summary: 示例\n---\n正文\n",
        "content/cases/lamp.png": "not really a picture",
    }
)

LoadWith = Callable[..., Loaded]


def write_project(root: Path, files: Mapping[str, str | bytes]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
