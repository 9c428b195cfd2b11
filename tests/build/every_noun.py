"""The minimal project with something public of every noun that may be filed."""

from __future__ import annotations

from pathlib import Path

from tests.build import commitments, ledgers
from tests.build.consequences import RANKED_CONSEQUENCES
from tests.build.inspections import round_file, round_text, visit_text
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import add_to, write_files
from tests.build.ranking_files import add_rankings
from tests.build.tiers import RATED_FILES

_PUBLIC = "  disclosure: public\n"


def add_every_noun(project: Path) -> None:
    """Write rankings, consequences, ladders, problems, commitments and a round over the minimal project."""
    add_rankings(project)
    add_to(project, CLEAR_STREAM, RANKED_CONSEQUENCES)
    problems = (
        ledgers.problem_text(ledgers.WHOLE_LIFE, name="struck-off", more=_PUBLIC),
        ledgers.problem_text((ledgers.FOUND, ledgers.ASSIGNED), name="overdue", more=_PUBLIC),
    )
    promises = (
        commitments.commitment_text(commitments.WHOLE_LIFE, name="kept", more=_PUBLIC),
        commitments.commitment_text((commitments.MADE,), name="made", more=_PUBLIC),
    )
    visits = (visit_text(more=", score: 80"), visit_text("yunxi/west-ford", more=", findings: []"))
    files = {
        ledgers.LEDGER_FILE: "".join(problems),
        commitments.COMMITMENTS_FILE: "".join(promises),
        round_file(): round_text(visits, more="disclosure: public\n"),
    }
    write_files(project, {**files, **RATED_FILES})
