"""Finds the files of a theme without looking where none of them are published."""

from __future__ import annotations

import os
from typing import Final

from generators.rendering.environment import FileSystemLoader

_HIDDEN: Final = "."


class VisibleThemeFiles(FileSystemLoader):
    """Loads the templates of a theme, but lists none in hidden folders.

    MkDocs publishes no file in a hidden folder, but looks at each: Material has ten thousand icons there.
    """

    def list_templates(self) -> list[str]:
        """Return the paths below the folders of the theme, sorted, with ``/`` between their parts."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, below, names in os.walk(top):
                below[:] = [each for each in below if not each.startswith(_HIDDEN)]
                start = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(names if start == os.curdir else (f"{start}/{name}" for name in names))
        return sorted(found)
