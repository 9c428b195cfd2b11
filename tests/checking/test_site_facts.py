from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.running import ProblemsWith

_SITE = """\
name: 云溪通报
owner: 云溪县示例办公室
description: 一个虚构的县。
audiences:
  public: {title: 云溪通报}
  internal: {title: 云溪通报（内部）}
"""


def _with_code(code: str) -> Mapping[str, str]:
    return {"data/site.yml": f'{_SITE}footer: {{site_code: "{code}"}}\n'}


def _with_address(address: str) -> Mapping[str, str]:
    return {"data/site.yml": _SITE.replace("{title: 云溪通报}", f'{{title: 云溪通报, address: "{address}"}}')}


@pytest.mark.parametrize("code", ["3300000001", "bm01000001", ""])
def test_a_site_code_has_ten_digits_or_bm_and_eight(problems_with: ProblemsWith, code: str) -> None:
    assert problems_with(_with_code(code)) == []


@pytest.mark.parametrize(
    "code", ["330000000", "33000000011", "bm0100001", "BM01000001", "３３００００００01", "330000000a"]
)
def test_any_other_site_code_is_told(problems_with: ProblemsWith, code: str) -> None:
    assert [each[:2] for each in problems_with(_with_code(code))] == [("E530", "data/site.yml:7:21")]


@pytest.mark.parametrize(
    "address",
    [
        "https://yunxi.example",
        "https://yunxi.example/",
        "http://yunxi.example:8080/tongbao/",
        "https://xn--fiqs8s.example/a/b",
        "http://10.0.0.7/",
    ],
)
def test_an_address_is_that_of_a_folder_on_the_web(problems_with: ProblemsWith, address: str) -> None:
    assert problems_with(_with_address(address)) == []


@pytest.mark.parametrize(
    "address",
    [
        "yunxi.example",
        "//yunxi.example/",
        "ftp://yunxi.example/",
        "https://",
        "https://yunxi.example/?a=1",
        "https://yunxi.example/?",
        "https://yunxi.example/#top",
        "https://user@yunxi.example/",
        "https://yunxi.example:port/",
        "https://yunxi.example:99999/",
        "https://云溪.example/",
        "https://yunxi.example/a b/",
        "javascript:alert(1)",
    ],
)
def test_any_other_address_is_told(problems_with: ProblemsWith, address: str) -> None:
    assert [each[0] for each in problems_with(_with_address(address))] == ["E531"]
