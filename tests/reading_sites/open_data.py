"""The figures of a draft, worked out once more from the open data alone, the simplest way that will do."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from generators.composing.kit.page import Download
from generators.model.period import Period, parse_period

Row = Mapping[str, str]


def read(downloads: Iterable[Download]) -> OpenData:
    """Return the CSV files of a site by their names."""
    tables = {each.path.rpartition("/")[2]: each.content for each in downloads if each.path.endswith(".csv")}
    return OpenData(
        {
            name.removesuffix(".csv"): tuple(
                csv.DictReader(io.StringIO(_text(content).removeprefix("\ufeff")))
            )
            for name, content in tables.items()
        }
    )


def _text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode("utf-8")


def one_decimal(value: Decimal) -> Decimal:
    """Return a number rounded half-up to one decimal."""
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True)
class OpenData:
    """The tables of the open data, and what a reader can work out from them."""

    tables: Mapping[str, tuple[Row, ...]]

    @cached_property
    def _reported(self) -> Mapping[tuple[str, str], tuple[Row, ...]]:
        found: dict[tuple[str, str], list[Row]] = {}
        for row in self.tables["values"]:
            if row["role"] != "target" and row["date"] and row["value"]:
                found.setdefault((row["division"], f"{row['programme']}/{row['indicator']}"), []).append(row)
        return {key: tuple(sorted(rows, key=lambda row: _end(row["date"]))) for key, rows in found.items()}

    def value(self, division: str, address: str, period: Period) -> Decimal | None:
        """Return what was last reported by the period's end, else the sum of the divisions below."""
        by_end = [row for row in self._reported.get((division, address), ()) if _is_by(row["date"], period)]
        if by_end:
            return _number(by_end[-1]["value"])
        below = [
            self.value(each, address, period)
            for each, of in self._reported
            if of == address and each.rpartition("/")[0] == division
        ]
        known = [each for each in below if each is not None]
        return sum(known, Decimal(0)) if known else None

    def flow(self, division: str, address: str, start: date, end: date) -> Decimal | None:
        """Return the sum of the reports from ``start`` to ``end``, the division's own or those below."""
        rows = [
            row
            for (place, of), listed in self._reported.items()
            for row in listed
            if of == address and (place == division or place.rpartition("/")[0] == division)
        ]
        within = [Decimal(row["value"]) for row in rows if start <= _end(row["date"]) <= end]
        return sum(within, Decimal(0)) if within else None

    def target(self, division: str, address: str, period: Period) -> Row | None:
        """Return the row of ``progress.csv`` whose target is in force in the period: the first due."""
        assert period.start is not None
        programme, _, indicator = address.partition("/")
        in_force = [
            row
            for row in self.tables["progress"]
            if (row["programme"], row["indicator"], row["division"]) == (programme, indicator, division)
            and _is_by(row["from"], period)
            and date.fromisoformat(row["by"]) >= period.start
        ]
        return min(in_force, key=lambda row: row["by"], default=None)

    def outstanding(self, division: str, address: str, period: Period) -> list[Row]:
        """Return the rows of targets due before the period, not met by then or since, and not replaced."""
        assert period.start is not None
        eve = period_of((period.start - timedelta(days=1)).isoformat())
        programme, _, indicator = address.partition("/")
        rows = [
            row
            for row in self.tables["progress"]
            if (row["programme"], row["indicator"], row["division"]) == (programme, indicator, division)
            and _is_by(row["from"], period)
        ]
        return [
            row
            for row in rows
            if date.fromisoformat(row["by"]) < period.start
            and not any(other["from"] > row["by"] for other in rows)
            and not any(self._is_met(row, day) for day in (period_of(row["by"]), eve))
        ]

    def _is_met(self, row: Row, period: Period) -> bool:
        value = self.value(row["division"], f"{row['programme']}/{row['indicator']}", period)
        if value is None:
            return False
        aim = Decimal(row["target"])
        return {"at-least": value >= aim, "at-most": value <= aim, "exactly": value == aim}[row["goal"]]

    def attainment(self, division: str, address: str, period: Period) -> tuple[Decimal, Decimal] | None:
        """Return the share reached in per cent, and the gap to the straight line in points."""
        row = self.target(division, address, period)
        assert period.end is not None
        if row is None or row["milestones"] or not row["baseline"]:
            return None
        start, due = date.fromisoformat(row["from"]), date.fromisoformat(row["by"])
        if row["kind"] == "flow":
            value = self.flow(division, address, start, period.end)
        else:
            value = self.value(division, address, period)
        if value is None:
            return None
        base, target = Decimal(row["baseline"]), Decimal(row["target"])
        share = Decimal(100) * (value - base) / (target - base)
        day = self._last_day(division, address, period)
        expected = Decimal(100) * min((day - start).days, (due - start).days) / (due - start).days
        return share, share - expected

    def _last_day(self, division: str, address: str, period: Period) -> date:
        """Return the last day by the period's end that reports cover, the division's own or those below."""
        return max(
            _end(row["date"])
            for (place, of), rows in self._reported.items()
            for row in rows
            if of == address
            and (place == division or place.startswith(f"{division}/"))
            and _is_by(row["date"], period)
        )

    def rank(self, division: str, scheme: str, period: str) -> Row:
        """Return the row of ``rankings.csv``."""
        return next(
            row
            for row in self.tables["rankings"]
            if (row["scheme"], row["period"], row["division"]) == (scheme, period, division)
        )

    def contributions(self, scheme: str, period: str, component: str) -> Mapping[str, Row]:
        """Return the rows of ``scores.csv`` for one component, by division."""
        return {
            row["division"]: row
            for row in self.tables["scores"]
            if (row["scheme"], row["period"], row["item"]) == (scheme, period, component)
            and row["kind"] == "component"
        }

    def problems(self, division: str, programme: str, period: Period) -> Mapping[str, int]:
        """Return the counts by replaying the events of ``problems.csv`` until the period's end."""
        counts = dict.fromkeys(("found", "cleared", "reopened", "all", "all-cleared", "remaining"), 0)
        for row in self.tables["problems"]:
            if row["programme"] != programme or not _lies_in(row["township"], division):
                continue
            events = [event.split("=") for event in row["events"].split(";")]
            known = [(step, day) for step, day in events if _is_by(day, period)]
            if not known:
                continue
            within = [step for step, day in known if _is_within(day, period)]
            for name, step in (("found", "found"), ("cleared", "verified"), ("reopened", "reopened")):
                counts[name] += within.count(step)
            is_cleared = known[-1][0] == "verified"
            counts["all"] += 1
            counts["all-cleared" if is_cleared else "remaining"] += 1
        return counts

    def commitments(self, division: str, programme: str, period: Period) -> Mapping[str, int]:
        """Return by ``commitments.csv`` how many were published by the end and judged within the period."""
        rows = [
            row
            for row in self.tables["commitments"]
            if row["programme"] == programme and _lies_in(row["township"], division)
        ]
        judged = [row["state"] for row in rows if row["judged"] and _is_within(row["judged"], period)]
        return {
            "all": sum(bool(row["published"]) and _is_by(row["published"], period) for row in rows),
            "judged": len(judged),
            "kept": judged.count("kept"),
            "partly": judged.count("partly"),
            "not-kept": judged.count("not-kept"),
        }


def _lies_in(township: str, division: str) -> bool:
    return township == division or township.startswith(f"{division}/")


def _number(text: str) -> Decimal | None:
    """Return a number; parts such as 63/132 are a share in per cent, a flag is no number."""
    above, _, below = text.partition("/")
    if above in {"true", "false"}:
        return None
    return Decimal(100) * Decimal(above) / Decimal(below) if below else Decimal(above)


def _end(text: str) -> date:
    """Return the last day of what a table calls a date: a day, or a period."""
    end = parse_period(text).end
    assert end is not None
    return end


def _is_by(day: str, period: Period) -> bool:
    return period.end is not None and _end(day) <= period.end


def _is_within(day: str, period: Period) -> bool:
    return _is_by(day, period) and period.start is not None and _end(day) >= period.start


def period_of(text: str) -> Period:
    """Return the period that a call names."""
    return parse_period(text)
