"""Runs the stages in order: from a project folder to the Markdown of each audience's site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from generators.checking.kit.context import Context
from generators.checking.kit.following import causes_first
from generators.checking.kit.prose import ParsedPassage, prose_of
from generators.checking.within import checking
from generators.composing.kit.edition import OfflineEdition
from generators.composing.kit.parts import Parts
from generators.composing.kit.reserved import RESERVED_NAMES
from generators.composing.prose.citations import Citations
from generators.county_work import CountyWork
from generators.disclosing import Audience, Publication, disclose
from generators.disclosing.releases import Releases
from generators.measuring.memory import MeasuringMemory, measured_once
from generators.measuring.snapshot import measure_whole
from generators.model.address import Address
from generators.model.county_parts import CountyParts
from generators.model.dataset import Dataset
from generators.model.language import Language
from generators.model.problem import Problem, Severity, holds_errors
from generators.model.problem_codes import problem
from generators.model.prose import ParsedProse
from generators.reading.early import Load
from generators.reading.load import load_project
from generators.reading.masking import masked
from generators.reading.memory import ReadingMemory
from generators.reading.project_files import NO_DRAFTS
from generators.reading.prose import parsed_prose
from generators.reading.quoting import quoted
from generators.results.facts import KINDS, FactKind, FactRequest
from generators.results.measurements import Measurements
from generators.reviewing.prose import CallInPassage
from generators.reviewing.review import problems_after_measuring
from generators.store.digests import methods_digest
from generators.store.store import Store
from generators.workers import beside

if TYPE_CHECKING:
    from generators.rendering import RenderedSite


@dataclass(frozen=True, slots=True)
class Examined:
    """A project that was read, checked and, if it has no error, measured."""

    problems: tuple[Problem, ...]
    dataset: Dataset | None
    measurements: Measurements | None
    public: Publication | None = None

    @property
    def errors(self) -> int:
        """Return the number of problems that prevent publishing."""
        return sum(each.severity is Severity.ERROR for each in self.problems)

    @property
    def warnings(self) -> int:
        """Return the number of problems that do not prevent publishing."""
        return len(self.problems) - self.errors

    def with_problems(self, more: Iterable[Problem]) -> Examined:
        """Return the project with the problems ``more`` of what else decides its site."""
        return replace(self, problems=_sorted_and_masked({*self.problems, *more}))

    def only_for(self, audiences: Iterable[Audience]) -> Examined:
        """Return the project with no more than the sites of ``audiences`` need; the rest takes memory.

        The snapshots of past days were needed to find what the public may see of the changes since.
        """
        measurements = self.measurements and replace(self.measurements, past={})
        public = self.public if Audience.PUBLIC in audiences else None
        return replace(self, measurements=measurements, public=public)

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages of the frame; only Chinese if the project could not be read."""
        return (Language.CHINESE,) if self.dataset is None else self.dataset.site.languages

    def edition_folder(self, language: Language) -> str:
        """Return the folder of the edition in ``language`` below the root of the site: empty or ``en/``."""
        return "" if self.dataset is None else self.dataset.site.edition_folder(language)

    def alone(self) -> Examined:
        """Return the project with the first of its editions alone."""
        if self.dataset is None or len(self.languages) == 1:
            return self
        site = self.dataset.site.model_copy(update={"languages": self.languages[:1]})
        public = self.public and replace(self.public, site=site)
        return replace(self, dataset=replace(self.dataset, site=site), public=public)

    def publication(self, audience: Audience) -> Publication:
        """Return what ``audience`` may see.

        Raises ``ValueError`` if the project has errors, or is only for another audience.
        """
        if self.dataset is None or self.measurements is None or self.errors:
            raise ValueError("a project with errors is not published")
        is_public = audience is Audience.PUBLIC
        publication = self.public if is_public else disclose(self.dataset, self.measurements, audience)
        if publication is None:
            raise ValueError("this project is only for another audience")
        return publication

    def site(
        self,
        audience: Audience,
        *,
        has_pdfs: bool = False,
        has_docx: bool = False,
        offline: OfflineEdition | None = None,
    ) -> RenderedSite:
        """Return the rendered site for ``audience``; raises ``ValueError`` as :meth:`publication` does.

        With ``has_pdfs`` bulletins link to their PDF files, with ``has_docx`` to their Word documents; the
        caller has to make them. With ``offline`` it is that edition.
        """
        return rendered_site(
            self.publication(audience), has_pdfs=has_pdfs, has_docx=has_docx, offline=offline
        )


def rendered_site(
    publication: Publication,
    *,
    has_pdfs: bool = False,
    has_docx: bool = False,
    offline: OfflineEdition | None = None,
) -> RenderedSite:
    """Return the site of ``publication``, its pages still to be written."""
    from generators.composing.site.compose import compose  # noqa: PLC0415 - checking renders nothing
    from generators.rendering import render  # noqa: PLC0415 - the same

    return render(compose(publication, has_pdfs=has_pdfs, has_docx=has_docx, offline=offline), parsed_prose)


@dataclass(frozen=True, slots=True)
class ExaminingMemory:
    """What examining a project again and again need not read and measure again."""

    reading: ReadingMemory = field(default_factory=ReadingMemory)
    measuring: MeasuringMemory = field(default_factory=MeasuringMemory)

    @contextmanager
    def used(self) -> Iterator[None]:
        """Use it within the body, in which a project is examined once."""
        with self.reading.used(), self.measuring.used():
            yield


OnStage: TypeAlias = Callable[[str, str], None]
"""Called when a stage begins, with its name and how much it has to do, such as 12条数据; empty if unknown."""


def unannounced(_stage: str, _amount: str) -> None:
    """Tell nobody that a stage begins."""


def examine(  # noqa: PLR0913 - what is examined, and how
    project: Path,
    as_of: date,
    today: date | None = None,
    on_stage: OnStage = unannounced,
    *,
    jobs: int = 1,
    store: Store | None = None,
    drafts: Mapping[str, Path] = NO_DRAFTS,
    load: Load | None = None,
) -> Examined:
    """Read and check the project at ``project``, and measure it on ``as_of`` if it has no error.

    A date counts as in the future if it is after both ``as_of`` and ``today``: pass ``today`` so that an
    earlier ``as_of`` does not make later reports an error. The problems are sorted, causes first. With more
    than one of ``jobs`` counties are read side by side, and a second process does what measuring need not
    wait for. What is read of a file is taken from the ``store`` if it is unchanged, and kept there.
    ``drafts`` are files of ``data/`` by their paths that are read instead, or besides. ``load`` waits for the
    end of a reading that has begun already.
    """
    on_stage("读取", "")
    loaded = load_project(project, jobs, store, drafts) if load is None else load()
    problems = list(loaded.problems)
    if loaded.dataset is None:
        return Examined(_sorted_and_masked(problems), None, None)
    damaged = frozenset(each.place.file for each in loaded.problems if each.severity is Severity.ERROR)
    on_stage("检查", f"{len(loaded.dataset.targets) + len(loaded.dataset.reports)}条数据")
    reserved = RESERVED_NAMES | _edition_folders(loaded.dataset)
    context = Context(loaded.dataset, max(as_of, today or as_of), damaged, reserved)
    # Nobody keeps what the parts have: it is as many objects as there are records.
    checks = checking(context, CountyWork(CountyParts(loaded.dataset), jobs, store, loaded.digests))
    with beside(checks.problems_apart, jobs) as found_apart:
        problems += checks.problems_before_measuring()
        measured = Examined((), None, None)
        if not holds_errors(problems):
            measured = _measured(context, as_of, on_stage, jobs)
        problems += found_apart()
    if holds_errors(problems):
        return Examined(_sorted_and_masked(problems), None, None)
    return measured.with_problems(problems)


def _edition_folders(dataset: Dataset) -> frozenset[str]:
    """Return the names of the folders that hold the editions in other languages."""
    folders = (dataset.site.edition_folder(each) for each in dataset.site.languages)
    return frozenset(each.rstrip("/") for each in folders if each)


def _measured(context: Context, as_of: date, on_stage: OnStage, jobs: int) -> Examined:
    """Return the project of ``context`` measured on ``as_of``, with the problems found in what was measured.

    It is not measured if one of them is an error of the day.
    """
    dataset = context.dataset
    context.forget_names()
    on_stage("计算", f"{len(dataset.indicators)}项指标")
    measurements = measured_whole(dataset, as_of, context.prose)

    def unknown() -> tuple[Problem, ...]:
        whole = disclose(dataset, measurements, Audience.INTERNAL)
        return tuple(_calls_of_what_was_unknown(_unanswered(whole, context.prose), as_of))

    is_past = as_of < context.as_of
    with beside(unknown if is_past else tuple, jobs if is_past else 1) as unknown_then:
        releases = Releases.of(dataset, context.public, measurements)
        public = disclose(dataset, measurements, Audience.PUBLIC, releases)
        withheld = withheld_calls(dataset, measurements, public, context.prose)
        found = tuple(problems_after_measuring(context, measurements, public, releases, withheld))
        if unknown_then():
            return Examined(unknown_then(), None, None)
    return Examined(found, dataset, measurements, public)


def _calls_of_what_was_unknown(unanswered: Iterable[CallInPassage], as_of: date) -> Iterator[Problem]:
    """Yield E306 for each call of a figure that exists, but was not known on ``as_of``."""
    for passage, call in unanswered:
        what = quoted(" ".join([*call.arguments, *call.keywords.values()]))
        detail = f"到 {as_of}（--as-of 那一天）还没有{what}这个数"
        yield problem("E306", passage.place_of(call), detail, "请改用更晚的 --as-of")


def _unanswered(publication: Publication, prose: Iterable[ParsedPassage]) -> Iterator[CallInPassage]:
    """Yield the calls in ``prose`` for what ``publication`` does not have."""
    citations = Citations(Parts(publication))
    return ((each, call) for each in prose for call in each.prose.calls if not citations.answers(call))


def withheld_calls(
    dataset: Dataset, measurements: Measurements, public: Publication, prose: Iterable[ParsedPassage]
) -> Iterator[CallInPassage]:
    """Yield the calls in public texts of ``prose`` for what ``public`` withholds.

    A ranking that is not closed is on neither: a call for it says so. The checks before measuring made sure
    that everything else exists.
    """
    citations = Citations(Parts(public))
    whole: Citations | None = None
    for each in prose:
        for call in each.prose.calls if each.passage.is_public else ():
            if not citations.answers(call):
                yield each, call
            elif not citations.has_ranking(call):
                whole = whole or Citations(Parts(disclose(dataset, measurements, Audience.INTERNAL)))
                if whole.has_ranking(call):
                    yield each, call


def _sorted_and_masked(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems, causes first, with personal numbers in the names of files masked."""
    return causes_first(
        replace(each, place=replace(each.place, file=masked(each.place.file))) for each in problems
    )


def measured_whole(
    dataset: Dataset, as_of: date, prose: Iterable[ParsedPassage] | None = None
) -> Measurements:
    """Return everything measured on ``as_of`` and on the earlier days that it is compared with.

    That includes the facts of past periods that the dataset's prose calls for. Pass ``prose`` if it is
    at hand; finding it takes a walk over all records.
    """
    requests = _facts_called_for(each.prose for each in (prose_of(dataset) if prose is None else prose))
    methods = methods_digest() if dataset.closed else ""
    return measured_once(dataset, as_of, requests, partial(measure_whole, methods=methods))


WITHHELD: Final = "【内部】"
"""What stands in a shown draft for what its readers may not see."""


def draft_with_figures(dataset: Dataset, text: str, as_of: date, audience: Audience) -> tuple[str, int]:
    """Return the text of a draft with its calls as ``audience`` would read them on ``as_of``.

    The number is of the calls for what the audience does not see; :data:`WITHHELD` stands for each.
    """
    from generators.rendering.prose import with_figures  # noqa: PLC0415 - checking renders nothing

    prose = parsed_prose(text)
    requests = (*_facts_called_for(each.prose for each in prose_of(dataset)), *_facts_called_for((prose,)))
    measurements = measure_whole(dataset, as_of, requests, methods_digest() if dataset.closed else "")
    publication = disclose(dataset, measurements, audience)
    return with_figures(text, prose, Citations(Parts(publication)), WITHHELD)


def _facts_called_for(prose: Iterable[ParsedProse]) -> Iterator[FactRequest]:
    """Yield the facts of past periods that prose calls for; the checks made sure that their names exist."""
    for each in prose:
        for call in each.calls:
            kind, period = KINDS.get(call.function), call.argument("period")
            if kind is not None and period is not None:
                division, subject = (call.argument(name) or "" for name in call.parameters[:2])
                by = call.argument("by") or "" if kind is FactKind.COMPARE else ""
                yield FactRequest(kind, division, Address(subject), period, by)
