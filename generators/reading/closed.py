"""Reads the records of closed periods, and proves that their chain is whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, cast

from generators.model.canonical import canonical
from generators.model.closing import (
    CHAIN,
    FOLDER,
    NOTHING_BEFORE,
    ClosedRecord,
    Link,
    file_of,
    is_public_line,
    part_digest,
)
from generators.model.closing_lines import Parsed, record_of
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile

LARGEST: Final = 256 * 1024 * 1024
"""The maximum size of a record, in bytes: a programme of a province with all its villages."""

_Line = dict[str, Parsed]


def read_closed(files: Iterable[ProjectFile]) -> Outcome[tuple[ClosedRecord, ...]]:
    """Return the records of closed periods in the order of the chain, with every break in it.

    ``files`` are those below ``data/closed``. A record that is broken is left out.
    """
    reading = _Reading({file.file: file for file in files})
    records = tuple(reading.records())
    return Outcome(records, tuple(reading.problems))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the list of links: the file of the link ``number``, and its digest."""

    number: int
    file: str
    sha256: str
    place: Place


@dataclass(slots=True)
class _Reading:
    files: Mapping[str, ProjectFile]
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, place: Place, detail: str) -> None:
        self.problems.append(problem(code, place, detail))

    def records(self) -> Iterator[ClosedRecord]:
        """Yield the whole records in order; tell of everything that is broken."""
        entries = list(self._entries())
        listed = {each.file for each in entries}
        for name in self.files:
            if name != CHAIN and name not in listed:
                self.tell("E906", Place(name), f"{CHAIN} 里没有这个文件")
        previous = NOTHING_BEFORE
        counts: dict[str, int] = {}
        for at, entry in enumerate(entries, 1):
            if entry.number != at:
                self.tell("E904", entry.place, f"这一行应为第 {at} 号，写的是第 {entry.number} 号")
            record = self._record(entry)
            base = entry.file.removesuffix(".jsonl").partition(".")[0]
            counts[base] = counts.get(base, 0) + 1
            if record is not None:
                if (record.link.number, record.link.previous) != (at, previous):
                    self.tell("E904", Place(entry.file), self._why_unlinked(record.link, at, previous))
                right = file_of(record.closing, counts[base])
                if right != entry.file:
                    said = f"里面是 {record.closing.programme} 的 {record.closing.period.text}"
                    self.tell("E902", Place(entry.file), f"{said}，应为 {right}")
                yield record
            previous = entry.sha256

    @staticmethod
    def _why_unlinked(link: Link, number: int, previous: str) -> str:
        if link.number != number:
            return f"应为第 {number} 号，写的是第 {link.number} 号"
        return f"它接的是 {link.previous[:12] or '（开头）'}，前一环却是 {previous[:12] or '（开头）'}"

    def _entries(self) -> Iterator[_Entry]:
        if CHAIN not in self.files:
            if self.files:
                self.tell("E907", Place(CHAIN), "有结账文件，却没有这份清单")
            return
        seen: dict[str, int] = {}
        for at, (_, line) in enumerate(self._lines(CHAIN, "E907") or (), 1):
            place = Place(CHAIN, at)
            number, file, digest = (line.get(name) for name in ("number", "file", "sha256"))
            if not (
                line.keys() == {"number", "file", "sha256"}
                and isinstance(number, str)
                and number.isdecimal()
                and isinstance(file, str)
                and isinstance(digest, str)
            ):
                self.tell("E907", place, "这一行应写且只写 file、number、sha256")
                continue
            if file in seen:
                self.tell("E904", place, f"{file} 在第 {seen[file]} 行已经列过")
                continue
            seen[file] = at
            yield _Entry(int(number), f"{FOLDER}/{file}", digest, place)

    def _record(self, entry: _Entry) -> ClosedRecord | None:
        """Return the record of an entry, ``None`` if it is missing or not as it was written."""
        if entry.file not in self.files:
            self.tell("E905", entry.place, f"第 {entry.number} 号 {entry.file} 不见了")
            return None
        lines = self._lines(entry.file, "E901")
        if lines is None:
            return None
        (first, said), *rest = lines
        link = _link(said)
        if link is None or link.line != first:
            self.tell("E901", Place(entry.file), "第一行应写 internal、number、previous、public")
            return None
        if link.digest != entry.sha256:
            self.tell("E903", Place(entry.file), f"第一行的散列是 {link.digest[:12]}，登记的是 {entry.sha256[:12]}")
            return None
        texts = tuple(text for text, _ in rest)
        if not self._is_whole(entry.file, link, texts):
            return None
        try:
            return record_of(entry.file, link, texts, tuple(each for _, each in rest))
        except (LookupError, TypeError, ValueError) as error:
            self.tell("E901", Place(entry.file), f"内容不是 tongbao close 写出的样子（{error}）")
            return None

    def _is_whole(self, file: str, link: Link, texts: tuple[str, ...]) -> bool:
        public = tuple(each for each in texts if is_public_line(each))
        internal = texts[len(public) :]
        if texts[: len(public)] != public:
            self.tell("E903", Place(file, 2), "公开的行应在前，内部的行应在后")
            return False
        is_whole = True
        for name, part, wanted, line in (
            ("公开", public, link.public, 2),
            ("内部", internal, link.internal, 2 + len(public)),
        ):
            found = part_digest(part)
            if found != wanted:
                said = f"{name}部分（从第 {line} 行起）的散列是 {found[:12] or '空'}，第一行写的是 {wanted[:12] or '空'}"
                self.tell("E903", Place(file, line), said)
                is_whole = False
        return is_whole

    def _lines(self, name: str, code: str) -> list[tuple[str, _Line]] | None:
        """Return the lines of a file, each as text and parsed; ``None`` if one of them is not canonical."""
        text = self._text(name, code)
        if text is None:
            return None
        if not text.endswith("\n"):
            self.tell(code, Place(name, text.count("\n") + 1), "最后一行没有写完：文件可能被截断")
            return None
        found: list[tuple[str, _Line]] = []
        for at, line in enumerate(text[:-1].split("\n"), 1):
            parsed = _parsed(line)
            if parsed is None:
                self.tell(code, Place(name, at), "这一行不是规范写法的 JSON：被改动过")
                return None
            found.append((line, parsed))
        return found

    def _text(self, name: str, code: str) -> str | None:
        try:
            location = self.files[name].location
            if location.stat().st_size > LARGEST:
                self.tell("E101", Place(name), f"结账文件超过了 {LARGEST // 1024 // 1024} MB")
                return None
            data = location.read_bytes()
        except OSError as error:
            self.tell("E113", Place(name), error.strerror or "系统拒绝读取")
            return None
        if b"\r" in data:
            self.tell(code, Place(name, data[: data.index(b"\r")].count(b"\n") + 1), _CARRIAGE_RETURN)
            return None
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            self.tell(code, Place(name, data[: error.start].count(b"\n") + 1), "不是 UTF-8 文字")
            return None


_CARRIAGE_RETURN: Final = (
    "换行被改成了 Windows 的写法；请在 .gitattributes 写一行 data/closed/** -text，再取回原来的文件"
)


def _parsed(line: str) -> _Line | None:
    """Return the object that a line in canonical form holds, ``None`` for any other line."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    try:
        return cast("_Line", value) if isinstance(value, dict) and canonical(value) == line else None
    except (ValueError, UnicodeEncodeError):
        return None


def _link(said: _Line) -> Link | None:
    names = ("number", "previous", "public", "internal")
    texts = {name: each for name in names if isinstance(each := said.get(name), str)}
    if said.keys() != {*names} or len(texts) != len(names) or not texts["number"].isdecimal():
        return None
    return Link(int(texts["number"]), texts["previous"], texts["public"], texts["internal"])
