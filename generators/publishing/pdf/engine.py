"""The PDF engine, WeasyPrint, an optional extra (``tongbao[pdf]``): the only module that uses it.

It prints a built page with the same print style sheets as a browser; no layout is defined here.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import ModuleType

_LOG: Final = logging.getLogger("weasyprint")
_MISSING_GLYPH: Final = re.compile(r'\.notdef glyph rendered .*"(.)" \(U\+')

NO_ENGINE: Final = """\
没有安装 PDF 排版引擎 WeasyPrint。
请在装程序的环境里运行 pip install "tongbao[pdf]"，或在程序的文件夹里运行 make pdf"""

NO_LIBRARY: Final = """\
缺少 PDF 排版引擎所需的系统库 Pango（{library}）。
Debian、Ubuntu 请以管理员身份运行：apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
macOS 请运行：brew install pango；Windows 请照此安装：
https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"""

NO_FONT: Final = """\
这台机器的字体里没有这些字：{characters}
请安装仿宋、楷体、黑体和小标宋；没有的请装思源宋体、思源黑体
Debian、Ubuntu 请以管理员身份运行：apt-get install fonts-noto-cjk"""

_TRIAL: Final = "import sys, weasyprint; weasyprint.HTML(string=sys.stdin.buffer.read().decode()).write_pdf()"
_CHARACTERS: Final = "通报简报第一期"
_SAMPLE: Final = "<!doctype html><html lang=zh-CN><body>" + _CHARACTERS
_SHOWN_CHARACTERS: Final = 20


class PdfError(RuntimeError):
    """A PDF cannot be made on this machine; the message says in Chinese why, and what to install."""


class _Complaints(logging.Handler):
    """Collects missing glyphs and errors from the engine's log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: dict[str, None] = {}
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep characters without a glyph, and errors; warnings about unknown CSS are ignored."""
        message = record.getMessage()
        if found := _MISSING_GLYPH.match(message):
            self.missing[found[1]] = None
        elif record.levelno >= logging.ERROR:
            self.errors.append(message)


def require_engine() -> None:
    """Raise :class:`PdfError` unless PDF files can be made on this machine; to be called before any work."""
    engine = _engine()
    # Without any font the engine's libraries crash the process, so this is tried in another one.
    # An argument would have to be in the system's encoding, which may lack these characters.
    command = [sys.executable, "-c", _TRIAL]
    trial = subprocess.run(command, input=_SAMPLE.encode(), capture_output=True, check=False)  # noqa: S603 - our own words
    if trial.returncode != 0:
        raise PdfError(NO_FONT.format(characters=_CHARACTERS))
    with _listening():
        engine.HTML(string=_SAMPLE).write_pdf()


def printed(page: Path) -> bytes:
    """Return the built HTML file ``page`` as a PDF with embedded fonts; the same bytes for the same page.

    Raises :class:`PdfError` if the engine, a font, or a file that the page refers to is missing.
    """
    engine = _engine()
    document = engine.HTML(filename=page, encoding="utf-8")
    for link in document.etree_element.iter("a"):
        # Addresses on the page are relative, so links would point to files of this machine.
        link.attrib.pop("href", None)
    with _listening():
        laid_out = document.render()
        laid_out.metadata.generator = None  # what made the page, not the file
        content: bytes = laid_out.write_pdf()
    return content


def _engine() -> ModuleType:
    """Return the engine; raises :class:`PdfError` if it or a library that it loads is missing."""
    advice = io.StringIO()
    try:
        # It prints advice in English before it raises, and warns without a font: our messages cover both.
        with contextlib.redirect_stdout(advice), warnings.catch_warnings(action="ignore"):
            import weasyprint  # noqa: PLC0415 - optional, and slow to load
    except ImportError:
        raise PdfError(NO_ENGINE) from None
    except OSError as error:
        raise PdfError(NO_LIBRARY.format(library=_library_in(error))) from None
    engine: ModuleType = weasyprint
    return engine


def _library_in(error: OSError) -> str:
    found = re.search(r"library '([^']+)'", str(error))
    return found[1] if found else "libpango"


@contextlib.contextmanager
def _listening() -> Iterator[None]:
    """Raise :class:`PdfError` after the body if the engine logged a missing glyph or an error in it."""
    complaints = _Complaints()
    level, propagates = _LOG.level, _LOG.propagate
    _LOG.addHandler(complaints)
    _LOG.propagate = False
    _LOG.setLevel(logging.WARNING)
    try:
        yield
    finally:
        _LOG.removeHandler(complaints)
        _LOG.propagate = propagates
        _LOG.setLevel(level)
    if complaints.missing:
        characters = "".join(list(complaints.missing)[:_SHOWN_CHARACTERS])
        raise PdfError(NO_FONT.format(characters=characters))
    if complaints.errors:
        raise PdfError("\n".join(complaints.errors))
