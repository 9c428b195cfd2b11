"""JSON files that a run has written and a later one reads back; anybody may have changed them meanwhile."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import UnionType
from typing import Any, Final

LARGEST: Final = 64 * 1024 * 1024
"""Bytes; the status of a run with a hundred thousand problems has half of that."""

_MOST: Final = 2**53
"""The largest whole number that every reader of JSON takes as it is."""

_YEARS: Final = range(1900, 9000)
"""The years that every zone of time can show."""


class AlteredError(Exception):
    """A file is not as a run has written it; the message says in Chinese in which way."""


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object of JSON whose members are asked for by name and type.

    Each method raises ``AlteredError`` with the reason in Chinese for a member that is missing or of another
    type.
    """

    members: Mapping[str, Any]

    @classmethod
    def of_file(cls, path: Path) -> StoredObject:
        """Return the object in the file at ``path``; raises ``OSError`` and ``AlteredError``."""
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            code = errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.EINVAL
            raise OSError(code, os.strerror(code), str(path))
        if status.st_size > LARGEST:
            raise AlteredError(f"超过 {LARGEST // 1024**2} MB")
        return cls.of_text(path.read_bytes())

    @classmethod
    def of_text(cls, text: str | bytes) -> StoredObject:
        """Return the object that ``text`` is, in UTF-8; raises ``AlteredError``."""
        try:
            return cls(_object(json.loads(text)))
        except UnicodeDecodeError as error:
            raise AlteredError("不是 UTF-8") from error
        except json.JSONDecodeError as error:
            raise AlteredError(f"第{error.lineno}行不是 JSON") from error
        except RecursionError as error:
            raise AlteredError("嵌套过深") from error
        except ValueError as error:
            raise AlteredError("有位数太多的数") from error

    def refuse_others(self, names: Iterable[str]) -> None:
        """Raise ``AlteredError`` if there is a member besides ``names``."""
        others = sorted(self.members.keys() - set(names))
        if others:
            raise AlteredError(f"没有“{others[0][:40]}”这一项")

    def text(self, name: str) -> str:
        """Return the text ``name``, which can be written in UTF-8."""
        return _text(self._member(name, str, "文字"), name)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of the list ``name``."""
        return tuple(_text(each, name) for each in self._member(name, list, "列表"))

    def number(self, name: str) -> int:
        """Return the whole number ``name``, which is not below zero."""
        found = self._member(name, int, "整数")
        if isinstance(found, bool) or not 0 <= found <= _MOST:
            raise AlteredError(f"“{name}”不是整数")
        return int(found)

    def seconds(self, name: str) -> float:
        """Return the number of seconds ``name``, which is not below zero."""
        found = self._member(name, int | float, "数")
        if isinstance(found, bool) or not 0 <= found <= _MOST:
            raise AlteredError(f"“{name}”不是秒数")
        return float(found)

    def moment(self, name: str) -> datetime:
        """Return the moment ``name``, which is written with its distance from UTC."""
        try:
            found: datetime | None = datetime.fromisoformat(self.text(name))
        except ValueError:
            found = None
        if found is None or found.tzinfo is None or found.year not in _YEARS:
            raise AlteredError(f"“{name}”不是时间")
        return found

    def day(self, name: str) -> date:
        """Return the day ``name``."""
        try:
            found: date | None = date.fromisoformat(self.text(name))
        except ValueError:
            found = None
        if found is None or found.year not in _YEARS:
            raise AlteredError(f"“{name}”不是日期")
        return found

    def object(self, name: str) -> StoredObject:
        """Return the object ``name``."""
        return StoredObject(self._member(name, dict, "对象"))

    def objects(self, name: str) -> tuple[StoredObject, ...]:
        """Return the objects of the list ``name``."""
        return tuple(StoredObject(_object(each)) for each in self._member(name, list, "列表"))

    def has(self, name: str) -> bool:
        """Whether there is a member ``name`` that is not null."""
        return self.members.get(name) is not None

    def _member(self, name: str, type_: type | UnionType, what: str) -> Any:  # noqa: ANN401 - of the type asked for
        found = self.members.get(name)
        if not isinstance(found, type_):
            raise AlteredError(f"“{name}”不是{what}" if name in self.members else f"没有“{name}”")
        return found


def _object(found: object) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise AlteredError("不是对象")
    return found


def _text(found: object, name: str) -> str:
    try:
        if isinstance(found, str):
            found.encode()
            return found
    except UnicodeEncodeError:
        pass
    raise AlteredError(f"“{name}”不是文字")
