"""Which engine builds the site: MkDocs, or ProperDocs, its maintained successor with the same modules.

The environment variable ``TONGBAO_ENGINE`` names it; MkDocs is the default. ProperDocs is asked to stand
in for all modules of MkDocs, before the first of them is imported: our code and Material's import either.
``properdocs build`` has done that already when it loads our plugin.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from typing import Final

VARIABLE: Final = "TONGBAO_ENGINE"
ENGINES: Final = ("mkdocs", "properdocs")


def chosen_engine() -> str:
    """Return the name of the engine, which from now on is what ``import mkdocs`` imports.

    Exits with code 1 and a message if the variable names another one, or one that is not installed.
    """
    imported = sys.modules.get("mkdocs")
    if imported is not None:
        return imported.__name__
    name = os.environ.get(VARIABLE) or ENGINES[0]
    if name not in ENGINES:
        sys.exit(f"环境变量 {VARIABLE} 写的是“{name}”，可以写 {'、'.join(ENGINES)}")
    if importlib.util.find_spec(name) is None:
        sys.exit(f"环境变量 {VARIABLE} 写的是“{name}”，但没有安装：请先运行 pip install {name}")
    if name != ENGINES[0]:
        importlib.import_module(f"{name}.replacement")
    return name


ENGINE: Final = chosen_engine()
"""The engine of this process; its loggers have names below this one."""
