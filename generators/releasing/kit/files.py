"""The configuration files of the kit, made from the templates beside this module."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template
from typing import Final
from urllib.parse import urlsplit

INSTALLER: Final = "install.sh"
"""The script that is part of the offline bundle."""

_INDENT: Final = "    "
_HTTP: Final = 80
_INTERNAL_PORT: Final = 8080
"""Where the internal site is served if it has no name of its own."""


class _KitTemplate(Template):
    """Text with ``@@{name}``: what systemd, nginx and shells mean by ``$``, ``%`` and ``@`` stays."""

    delimiter = "@@"


@dataclass(frozen=True, slots=True)
class Machine:
    """The office's machine, as its maintainer describes it.

    Below ``home`` are ``project/`` and ``site/``, the folder of the releases; ``user`` is who publishes, at
    ``time`` (HH:MM) each day, and keeps so many releases. ``key`` is the file of the private key, empty if
    releases are not signed. The internal site is for ``networks`` and, if there is a file of ``passwords``
    for nginx, for whoever has one. The addresses are those of ``site.yml``, empty if unknown.
    """

    home: str
    user: str
    time: str
    keep: int
    key: str
    networks: tuple[str, ...]
    passwords: str
    public_address: str
    internal_address: str

    @property
    def command(self) -> str:
        """Return the command that publishes."""
        signed = f" --sign {self.key}" if self.key else ""
        return (
            f"/usr/local/bin/tongbao publish --project {self.home}/project --to {self.home}/site"
            f" --keep {self.keep}{signed}"
        )


def kit_files(machine: Machine) -> Mapping[str, str]:
    """Return the text of each configuration file by its path in the kit."""
    values = _values(machine)
    return {
        path: _KitTemplate(template.read_text(encoding="utf-8")).substitute(values)
        for path, template in _templates(files(__package__) / "templates", "")
        if path != INSTALLER
    }


def installer(pip: str) -> str:
    """Return the script that installs an offline bundle, whose own pip is the wheel named ``pip``."""
    template = (files(__package__) / "templates" / INSTALLER).read_text(encoding="utf-8")
    return _KitTemplate(template).substitute(_platform(), pip=pip)


def _values(machine: Machine) -> Mapping[str, str]:
    public, internal = urlsplit(machine.public_address), urlsplit(machine.internal_address)
    port = internal.port or (_INTERNAL_PORT if internal.hostname in {None, public.hostname} else _HTTP)
    hours, minutes = machine.time.split(":")
    return {
        **_platform(),
        "user": machine.user,
        "home": machine.home,
        "command": machine.command,
        "time": machine.time,
        "cron_time": f"{int(minutes)} {int(hours)}",
        "public_host": public.hostname or "_",
        "public_port": str(_HTTP if public.scheme == "https" else public.port or _HTTP),
        "public_path": public.path or "/",
        "internal_host": internal.hostname or "_",
        "internal_port": str(port),
        "internal_path": internal.path or "/",
        "beside_public": _beside(public.path),
        "beside_internal": _beside(internal.path),
        "or_password": "，或知道密码的人" if machine.passwords else "",
        "access": "\n".join(_INDENT + line for line in _access(machine)),
        "networks": "、".join(machine.networks),
    }


def _beside(path: str) -> str:
    """Return what a server of its own says beside a site that is below its root: the root leads there."""
    if path in {"", "/"}:
        return ""
    rules = (f"location = / {{ return 302 {path}; }}", "location / { return 404; }")
    return "".join(f"\n{_INDENT}{rule}" for rule in rules)


def _access(machine: Machine) -> Iterator[str]:
    yield from (f"allow {each};" for each in machine.networks)
    yield "deny all;"
    if machine.passwords:
        yield "satisfy any;"
        yield 'auth_basic "internal";'
        yield f"auth_basic_user_file {machine.passwords};"


def _platform() -> Mapping[str, str]:
    """Return the interpreter, system and processor that the wheels of this environment are for."""
    return {
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "system": platform.system(),
        "machine": platform.machine(),
    }


def _templates(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for each in sorted(folder.iterdir(), key=lambda it: it.name):
        inner = f"{name}{each.name}"
        if each.is_dir():
            yield from _templates(each, f"{inner}/")
        else:
            yield inner, each
