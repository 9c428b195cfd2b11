"""The command ``tongbao rollback``."""

from __future__ import annotations

import click

from generators.cli.console import shown_path
from generators.cli.recorded import RecordedRun
from generators.cli.served import TO, kept_or_exit, locked_or_exit, refuse
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.layout import Kept, ServedFolder
from generators.releasing.placing import remove_litter, switch_to
from generators.releasing.status import State
from generators.releasing.verification import problems_of_release, relative_to
from generators.system_errors import with_file


@click.command()
@TO
@click.argument("release", metavar="[版]", required=False)
def rollback(*, served: ServedFolder, release: str | None) -> None:
    """换回以前的一版；不写哪一版，就换回现在这一版的前一版。先核对那一版完整，再一步换过去。

    版写编号（如 12），或 tongbao releases 列出的名称，名称写开头几个字就行。
    """
    kept_or_exit(served)
    with locked_or_exit(served):
        try:
            remove_litter(served)
            wanted = _wanted(served, release)
            found = relative_to(wanted.folder.parent, problems_of_release(wanted))
            if found:
                refuse(found)
            run = RecordedRun.begun(served, "rollback")
            switch_to(served, wanted)
        except OSError as error:
            refuse([problem("E146", Place(str(served.path)), with_file(error))])
        run.done(State.DONE)
    click.echo(f"已换回第{wanted.release.number}版 {wanted.id} → {shown_path(served.current)}")
    click.echo("下一次 publish 会再换上新的；要停在这一版，先停掉定时发布。")


def _wanted(served: ServedFolder, named: str | None) -> Kept:
    """Return the release that is to be switched to; exit with code 1 if a name fits none or several."""
    kept = served.kept()
    current = served.current_release()
    if named is None:
        number = current.release.number if current else 0
        earlier = [each for each in kept if each.release.number < number]
        if not earlier:
            refuse([problem("E147", Place(str(served.path)), "现在这一版以前，没有别的版了")])
        return earlier[-1]
    found = [each for each in kept if named == str(each.release.number) or each.id == named]
    found = found or [each for each in kept if each.id.startswith(named)]
    if len(found) != 1:
        detail = f"“{named}”可以是{len(found)}版" if found else f"没有“{named}”"
        refuse([problem("E147", Place(str(served.path)), detail)])
    return found[0]
