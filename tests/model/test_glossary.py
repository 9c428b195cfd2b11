from __future__ import annotations

import pytest

from generators.model.glossary import GlossaryEntry, contradictions


def _entry(right: str, *wrong: str) -> GlossaryEntry:
    return GlossaryEntry(wrong=wrong, right=right, reason="理由")


@pytest.mark.parametrize(
    ("glossary", "reasons"),
    [
        ((_entry("账户", "帐户"), _entry("其他", "其它")), []),
        ((_entry("“双整”", "双整"),), []),
        ((_entry("", "大力"),), []),
        (
            (_entry("账户", "帐户"), _entry("帐户", "账户")),
            ["“账户”里有要改掉的“账户”", "“帐户”里有要改掉的“帐户”"],
        ),
        ((_entry("账户", "帐户"), _entry("账号", "帐户")), ["“帐户”登记了两次"]),
        ((_entry("账户", "账户"),), ["“账户”既是错的又是对的"]),
        ((_entry("账户", " "),), ["wrong 里有一项是空的"]),
    ],
)
def test_a_glossary_must_not_contradict_itself(
    glossary: tuple[GlossaryEntry, ...], reasons: list[str]
) -> None:
    assert [reason for _, reason in contradictions(glossary)] == reasons
