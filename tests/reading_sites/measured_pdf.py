"""A PDF as a ruler finds it: sheets, lines of text, rules, fonts. Lengths are millimetres."""

from __future__ import annotations

import io
import logging
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import pdfplumber
from pdfminer.pdftypes import resolve1

MM: Final = 72 / 25.4
"""Points in a millimetre."""

# Chromium's drawn fonts have no bounding box, which is told once for each of their glyphs' sheets.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

_DOTS: Final = 20
"""Dots in a millimetre when a sheet is looked at."""

_SAMPLES: Final = 50
_WHITE: Final = 200
_MM_IN_INCH: Final = 25.4
_FOLIO: Final = re.compile(r"— ?(\d+) ?—")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: where it begins and ends, its base line in points from the head, its size in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across the sheet: how far below the head it begins, how thick it is, its mean colour."""

    top: float
    thickness: float
    colour: tuple[int, int, int]

    @property
    def is_red(self) -> bool:
        """Whether it is red rather than black."""
        red, green, blue = self.colour
        return red > 2 * max(green, blue)


@dataclass(frozen=True)
class Sheet:
    """One sheet, counted from 1."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def is_odd(self) -> bool:
        """Whether it is a front."""
        return self.number % 2 == 1

    @property
    def is_landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height

    @property
    def folio(self) -> Line:
        """Return the page number as it is printed."""
        (found,) = (line for line in self.lines if _FOLIO.fullmatch(line.text))
        return found

    @property
    def body(self) -> tuple[Line, ...]:
        """Return all lines but the page number."""
        return tuple(line for line in self.lines if not _FOLIO.fullmatch(line.text))

    @property
    def text(self) -> str:
        """Return what its lines say, without white space."""
        return "".join("".join(line.text.split()) for line in self.body)


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a PDF file."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return tuple(
            Sheet(
                number,
                float(page.width) / MM,
                float(page.height) / MM,
                tuple(_lines(page)),
            )
            for number, page in enumerate(document.pages, 1)
        )


def fonts_of(content: bytes) -> Mapping[str, bool]:
    """Return the names of all fonts, and whether each is embedded."""
    found: dict[str, bool] = {}
    with pdfplumber.open(io.BytesIO(content)) as document:
        for page in document.pages:
            fonts: dict[str, Any] = resolve1(page.page_obj.resources.get("Font")) or {}
            for reference in fonts.values():
                font = resolve1(reference)
                if font["Subtype"].name == "Type3":  # it consists of its drawings
                    found["Type3"] = True
                    continue
                described = (
                    resolve1(resolve1(font["DescendantFonts"])[0]) if "DescendantFonts" in font else font
                )
                file = {"FontFile", "FontFile2", "FontFile3"} & set(resolve1(described["FontDescriptor"]))
                found[str(font["BaseFont"].name)] = bool(file)
    return found


def _lines(page: pdfplumber.page.Page) -> Iterator[Line]:
    by_base: dict[float, list[dict[str, Any]]] = defaultdict(list)
    for char in page.chars:
        by_base[round(char["matrix"][5] * 2) / 2].append(char)
    for _, chars in sorted(by_base.items(), reverse=True):
        inked = sorted((char for char in chars if char["text"].strip()), key=lambda char: char["x0"])
        if inked:
            yield Line(
                "".join(char["text"] for char in sorted(chars, key=lambda char: char["x0"])).strip(),
                inked[0]["x0"] / MM,
                inked[-1]["x1"] / MM,
                float(page.height) - float(inked[0]["matrix"][5]),
                round(inked[0]["size"], 1),
            )


def rules_of(content: bytes, number: int) -> tuple[Rule, ...]:
    """Return what is inked across the middle 150 mm of a sheet; a negative number counts from the last."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        page = document.pages[number - 1 if number > 0 else number]
        picture = page.to_image(resolution=_DOTS * _MM_IN_INCH).original.convert("RGB")
    middle = picture.width // 2
    strip = picture.crop((middle - 75 * _DOTS, 0, middle + 75 * _DOTS, picture.height))
    dots = strip.resize((_SAMPLES, strip.height), resample=0).tobytes()
    rows = [dots[at : at + 3 * _SAMPLES] for at in range(0, len(dots), 3 * _SAMPLES)]
    found = []
    for is_inked, group in groupby(enumerate(rows), key=lambda row: _is_inked(row[1])):
        if is_inked:
            inked = list(group)
            colour = inked[len(inked) // 2][1][:3]
            found.append(Rule(inked[0][0] / _DOTS, len(inked) / _DOTS, (colour[0], colour[1], colour[2])))
    return tuple(found)


def _is_inked(row: bytes) -> bool:
    """Whether no dot of a row is white; bright red has all of its red."""
    return max(map(min, row[::3], row[1::3], row[2::3])) < _WHITE
