"""The console command ``tongbao``: a module for each of its commands, and for what commands share."""

import os

# Suppresses a notice that Material prints about MkDocs 2, which this project excludes.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

import click

from generators.cli import build, check, draft, lint, new, pdf, serve
from generators.cli.console import ConsoleGroup


@click.group(cls=ConsoleGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tongbao", message="tongbao %(version)s")
def main() -> None:
    """通报：把 data/ 与 content/ 变成可检索的通报与进度网站。"""


for _command in (build.build, check.check, draft.draft, lint.lint, new.new, pdf.pdf, serve.serve):
    main.add_command(_command)
