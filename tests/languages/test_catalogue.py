"""The catalogues are complete, hold nothing else, and say the same with the same values."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages import Catalog, Message

from generators.languages.catalogue import FOLDER, messages_of_scripts, read_catalogue, translations
from generators.languages.extraction import extracted, updated, write_catalogue
from generators.model.language import Language

OTHERS = [each for each in Language if each is not Language.CHINESE]
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
HAN = re.compile("[\u4e00-\u9fff]")

QUOTED = {"国办秘函〔2019〕19号"}
"""Chinese that a translation quotes: names of documents."""


def _messages(language: Language) -> Iterator[tuple[Message, list[str], list[str]]]:
    """Yield the messages with their forms and the forms of their translations."""
    for message in read_catalogue(language):
        if message.id:
            forms = [message.id] if isinstance(message.id, str) else [*message.id]
            given = message.string or ""
            strings = [given] if isinstance(given, str) else [*given]
            yield message, forms, strings


@pytest.fixture(scope="module")
def messages() -> Catalog:
    return extracted()


def test_the_program_says_many_messages_in_each_kind_of_file(messages: Catalog) -> None:
    files = {file for message in messages for file, _ in message.locations}
    assert {file.rpartition(".")[2] for file in files} == {"py", "j2", "html", "js"}
    assert len(messages) > 1_000


@pytest.mark.parametrize("language", OTHERS)
def test_the_catalogue_has_every_message_and_no_other(language: Language, messages: Catalog) -> None:
    wanted = {(message.id, message.context) for message in messages if message.id}
    assert {(message.id, message.context) for message, _, _ in _messages(language)} == wanted


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated_in_all_forms(language: Language) -> None:
    assert [forms for _, forms, strings in _messages(language) if not all(strings)] == []
    assert not [message.id for message, _, _ in _messages(language) if message.fuzzy]


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_placeholders_of_their_messages(language: Language) -> None:
    differing = [
        (forms[0], text)
        for _, forms, strings in _messages(language)
        for text in strings
        if set(PLACEHOLDER.findall(forms[0])) != set(PLACEHOLDER.findall(text))
    ]
    assert differing == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_the_links_of_their_messages(language: Language) -> None:
    hrefs = re.compile(r'href="[^"]*"')
    differing = [
        forms[0]
        for _, forms, strings in _messages(language)
        for text in strings
        if sorted(hrefs.findall(forms[0])) != sorted(hrefs.findall(text))
    ]
    assert differing == []


def test_nothing_in_english_is_chinese() -> None:
    left = [
        text
        for _, _, strings in _messages(Language.ENGLISH)
        for text in strings
        if HAN.search(re.sub("|".join(QUOTED), "", text))
    ]
    assert left == []


@pytest.mark.parametrize("language", OTHERS)
def test_bringing_a_catalogue_up_to_date_changes_nothing(language: Language, messages: Catalog) -> None:
    file = FOLDER / f"{language.value}.po"
    before = file.read_bytes()
    try:
        write_catalogue(language, updated(language, messages))
        assert file.read_bytes() == before, "run python -m generators.languages.extraction"
    finally:
        file.write_bytes(before)


def test_chinese_is_what_the_messages_are_written_in() -> None:
    assert translations(Language.CHINESE).gettext("指标") == "指标"
    with pytest.raises(FileNotFoundError):
        read_catalogue(Language.CHINESE)


def test_scripts_get_what_they_say_and_no_more() -> None:
    found = messages_of_scripts(Language.ENGLISH)
    assert found["请至少选两个地方。"] == "Choose at least two places."
    assert "全部通报" not in found
