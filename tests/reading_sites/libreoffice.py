"""LibreOffice as a printer: office files become PDF files, as they would come out of an office's printer."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

_REMEDY: Final = """\
没有找到 LibreOffice（soffice），不能检验办公文件。
Debian、Ubuntu 请以管理员身份运行：apt-get install libreoffice-writer libreoffice-calc
装在别处时请用 SOFFICE=… 指明"""

_TYPEFACES: Final = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
}
"""By licensed font the free one to print it with: which was asked for can be seen in print."""


def printed_by_libreoffice(files: Iterable[Path], folder: Path) -> dict[str, bytes]:
    """Convert ``files`` to PDF in ``folder`` by one start of LibreOffice; return them by the files' stems.

    The test fails if there is no LibreOffice, or if it does not print a file.
    """
    program = os.environ.get("SOFFICE") or shutil.which("soffice")
    if program is None:
        pytest.fail(_REMEDY)
    files = list(files)
    fonts = folder / "fonts.conf"
    fonts.write_text(_font_configuration(), encoding="utf-8")
    subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--convert-to", "pdf", "--outdir", str(folder)),
            *map(str, files),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(folder)},
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {each.stem: (folder / f"{each.stem}.pdf").read_bytes() for each in files}


def _font_configuration() -> str:
    matches = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{other}</string></edit></match>'
        for name, other in _TYPEFACES.items()
    )
    include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    return f'<?xml version="1.0"?><fontconfig>{include}{matches}</fontconfig>'
