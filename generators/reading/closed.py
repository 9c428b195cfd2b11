"""Reads the records of closed periods, and proves that their chain is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generators.model.closing import (
    CHAIN,
    FOLDER,
    NOTHING_BEFORE,
    SHORT_DIGEST,
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
from generators.reading.canonical_lines import Line, read_lines
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile


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
        """Add a problem."""
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
        return f"它接的是 {_short(link.previous)}，前一环却是 {_short(previous)}"

    def _entries(self) -> Iterator[_Entry]:
        if CHAIN not in self.files:
            if self.files:
                self.tell("E907", Place(CHAIN), "有结账文件，却没有这份清单")
            return
        seen: dict[str, int] = {}
        for at, (_, line) in enumerate(self._lines(CHAIN, "E907"), 1):
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
        if not lines:
            return None
        (first, said), *rest = lines
        link = _link(said)
        place = Place(entry.file)
        if link is None or link.line != first:
            self.tell("E901", place, "第一行应写 internal、number、previous、public")
            return None
        if link.digest != entry.sha256:
            said_here = f"第一行的散列是 {_short(link.digest)}，登记的是 {_short(entry.sha256)}"
            self.tell("E903", place, said_here)
        texts = tuple(text for text, _ in rest)
        if link.digest != entry.sha256 or not self._is_whole(entry.file, link, texts):
            return None
        return self._parsed(place, link, texts, tuple(each for _, each in rest))

    def _parsed(
        self, place: Place, link: Link, texts: tuple[str, ...], parsed: tuple[dict[str, Parsed], ...]
    ) -> ClosedRecord | None:
        try:
            return record_of(place.file, link, texts, parsed)
        except (LookupError, TypeError, ValueError) as error:
            self.tell("E901", place, f"内容不是 tongbao close 写出的样子（{error}）")
            return None

    def _lines(self, name: str, code: str) -> list[Line]:
        """Return the lines of a file, none if it is not as it was written."""
        read = read_lines(self.files[name], code)
        self.problems.extend(read.problems)
        return read.value or []

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
                said = (
                    f"{name}部分（从第 {line} 行起）的散列是 {_short(found)}，第一行写的是 {_short(wanted)}"
                )
                self.tell("E903", Place(file, line), said)
                is_whole = False
        return is_whole


def _short(digest: str) -> str:
    return digest[:SHORT_DIGEST] or "（空）"


def _link(said: dict[str, Parsed]) -> Link | None:
    names = ("number", "previous", "public", "internal")
    texts = {name: each for name in names if isinstance(each := said.get(name), str)}
    if said.keys() != {*names} or len(texts) != len(names) or not texts["number"].isdecimal():
        return None
    return Link(int(texts["number"]), texts["previous"], texts["public"], texts["internal"])
