from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from generators.checking.personal_data import findings
from generators.checking.personal_data.resident_ids import has_id_check
from generators.model.allowance import PersonalKind

#: Anything that Chinese prose may have around a number.
CHINESE = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF) | st.sampled_from("，。、；：（）“”《》\n |")
)
GAPS = st.sampled_from(["", " ", "-", "\u3000", "－"])


def _with_check(first: str) -> str:
    return next(f"{first}{check}" for check in "0123456789X" if has_id_check(f"{first}{check}"))


@st.composite
def resident_ids(draw: st.DrawFn) -> str:
    region = draw(st.integers(100000, 999999))
    born = draw(st.dates(date(1900, 1, 1), date(2029, 12, 31)))
    number = _with_check(f"{region}{born:%Y%m%d}{draw(st.integers(0, 999)):03}")
    gap = draw(GAPS)
    written = gap.join((number[:6], number[6:14], number[14:]))
    return (
        written
        if draw(st.booleans())
        else written.translate({digit: digit + 0xFEE0 for digit in range(48, 58)})
    )


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    """Codes with a letter among the last nine, as most have; one in digits alone may be a resident id."""
    kind, region = (
        draw(st.sampled_from(["11", "12", "52", "54", "91", "92", "93"])),
        draw(st.integers(110000, 659999)),
    )
    organisation = draw(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9))
    first = f"{kind}{region}M{organisation[1:]}"
    return first + uscc.calc_check_digit(f"{first}0")


@given(st.integers(min_value=0, max_value=10**17 - 1))
def test_exactly_one_check_digit_fits(number: int) -> None:
    assert sum(has_id_check(f"{number:017}{check}") for check in "0123456789X") == 1


@given(CHINESE, resident_ids(), CHINESE)
def test_a_resident_id_is_found_in_any_chinese_text(before: str, number: str, after: str) -> None:
    found = [each for each in findings(before + number + after) if each.kind is PersonalKind.RESIDENT_ID]
    assert [each.offset for each in found] == [len(before)]
    assert len(found[0].masked) == len(number)


@given(CHINESE, credit_codes(), CHINESE)
def test_a_credit_code_is_nobodys(before: str, code: str, after: str) -> None:
    assert findings(before + code + after) == findings(before + " " * len(code) + after)


@given(CHINESE, st.from_regex(r"[1-9][0-9]{5}([0-9]{6}|[0-9]{3}000|000000)", fullmatch=True), CHINESE)
def test_a_division_code_is_nobodys(before: str, code: str, after: str) -> None:
    found = {each.kind for each in findings(f"{before}{code}{after}")}
    assert not found & {PersonalKind.RESIDENT_ID, PersonalKind.MOBILE, PersonalKind.BANK_CARD}


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for finding in findings(text):
        assert 0 <= finding.offset < len(text)
