"""The console command ``tongbao``: one module for each subcommand, and modules that they share."""

import gc
import os

# Suppresses a notice that Material prints about MkDocs 2, which this project excludes.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from typing import Final

import click

from generators.cli import build, check, draft, lint, new, pdf, serve
from generators.cli.console import ConsoleGroup

_ALLOCATIONS_BEFORE_COLLECTION: Final = 50_000
"""Nearly all that a build allocates is kept to its end; collecting more often takes a fifth of its time."""


@click.group(cls=ConsoleGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tongbao", message="tongbao %(version)s")
def main() -> None:
    """通报：把 data/ 与 content/ 变成可检索的通报与进度网站。"""
    gc.set_threshold(_ALLOCATIONS_BEFORE_COLLECTION)


for _command in (build.build, check.check, draft.draft, lint.lint, new.new, pdf.pdf, serve.serve):
    main.add_command(_command)
