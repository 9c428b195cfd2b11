from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generators.releasing.kit.files import Machine, installer, kit_files

_MACHINE: Final = Machine(
    home="/srv/county",
    user="publisher",
    time="05:07",
    keep=7,
    key="/etc/tongbao/key.pem",
    networks=("10.12.0.0/16", "10.13.0.0/16"),
    passwords="",
    public_address="https://county.example/jindu/",
    internal_address="",
)


def test_every_file_is_about_the_machine_and_nothing_is_left_to_fill_in() -> None:
    files = kit_files(_MACHINE)
    assert sorted(files) == [
        "Containerfile",
        "README.md",
        "cron/tongbao",
        "nginx/conf.d/tongbao.conf",
        "nginx/sites-available/tongbao.conf",
        "nginx/snippets/tongbao-common.conf",
        "nginx/snippets/tongbao-internal.conf",
        "nginx/snippets/tongbao-public.conf",
        "systemd/tongbao.service",
        "systemd/tongbao.timer",
    ]
    assert [name for name, text in files.items() if "@@" in text] == []
    assert "/srv/tongbao" not in "".join(files.values())
    assert "OnCalendar=*-*-* 05:07\n" in files["systemd/tongbao.timer"]
    command = "/usr/local/bin/tongbao publish --project /srv/county/project --to /srv/county/site --keep 7"
    assert f"ExecStart={command} --sign /etc/tongbao/key.pem\n" in files["systemd/tongbao.service"]
    assert f"\n7 5 * * * publisher cd /srv/county/project && nice -n 10 {command}" in files["cron/tongbao"]
    assert "    allow 10.12.0.0/16;\n    allow 10.13.0.0/16;\n    deny all;\n" in _internal(_MACHINE)


def _internal(machine: Machine) -> str:
    return kit_files(machine)["nginx/snippets/tongbao-internal.conf"]


def test_passwords_let_in_whoever_is_elsewhere() -> None:
    assert "satisfy" not in _internal(_MACHINE)
    with_passwords = _internal(replace(_MACHINE, passwords="/etc/nginx/passwords"))
    assert "satisfy any;\n" in with_passwords
    assert "auth_basic_user_file /etc/nginx/passwords;\n" in with_passwords


@pytest.mark.parametrize(
    ("public", "internal", "listens"),
    [
        ("", "", [("80", "_"), ("8080", "_")]),
        ("https://a.example/", "", [("80", "a.example"), ("8080", "_")]),
        ("https://a.example/", "https://a.example/n/", [("80", "a.example"), ("8080", "a.example")]),
        ("http://a.example:81/", "http://b.example/", [("81", "a.example"), ("80", "b.example")]),
        ("http://a.example/", "http://a.example:9000/", [("80", "a.example"), ("9000", "a.example")]),
    ],
)
def test_the_two_sites_have_a_name_or_a_port_each(
    public: str, internal: str, listens: list[tuple[str, str]]
) -> None:
    machine = replace(_MACHINE, public_address=public, internal_address=internal)
    words = kit_files(machine)["nginx/sites-available/tongbao.conf"].replace(";", "").split()
    found = [words[at + 1] for at, word in enumerate(words) if word in {"listen", "server_name"}]
    assert list(zip(found[::2], found[1::2], strict=True)) == listens


def test_a_site_below_a_path_is_where_its_address_says() -> None:
    files = kit_files(_MACHINE)
    assert "location ^~ /jindu/ {" in files["nginx/snippets/tongbao-public.conf"]
    assert "error_page 404 /jindu/404.html;" in files["nginx/snippets/tongbao-public.conf"]
    assert "location = / { return 302 /jindu/; }" in files["nginx/sites-available/tongbao.conf"]
    assert "location ^~ / {" in _internal(_MACHINE)


def test_the_installer_brings_its_own_pip() -> None:
    assert '"$new/bin/python" wheels/pip-1-py3-none-any.whl/pip install' in installer(
        "pip-1-py3-none-any.whl"
    )
    assert "@@" not in installer("pip-1-py3-none-any.whl")
