from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generators.model.address import Address
from generators.model.record import Record

_SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


class _Mention(Record):
    subject: Address


@given(_SLUGS, _SLUGS)
def test_an_address_knows_its_programme_and_its_name(programme: str, name: str) -> None:
    address = Address.of(programme, name)
    assert (address.programme, address.name) == (programme, name)
    assert address == f"{programme}/{name}"
    assert {f"{programme}/{name}": 1}[address] == 1


@pytest.mark.parametrize(
    ("text", "programme", "name"), [("work", "work", ""), ("", "", ""), ("work/one/two", "work", "one/two")]
)
def test_text_that_is_no_address_has_a_programme_all_the_same(text: str, programme: str, name: str) -> None:
    assert (Address(text).programme, Address(text).name) == (programme, name)


def test_a_sibling_is_of_the_same_programme() -> None:
    assert Address("work/one").sibling("two") == "work/two"


def test_a_record_holds_an_address() -> None:
    subject = _Mention.model_validate({"subject": "work/one"}).subject
    assert isinstance(subject, Address)
    assert subject.name == "one"


@pytest.mark.parametrize(("written", "code"), [("Work/one", "E205"), (5, "string_type")])
def test_a_record_refuses_what_is_no_identifier(written: object, code: str) -> None:
    with pytest.raises(ValidationError) as raised:
        _Mention.model_validate({"subject": written})
    assert [each["type"] for each in raised.value.errors()] == [code]
