from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from generators.publishing.content_security import FOLDER, with_policy
from tests.build.project import add_to, copy_county
from tests.running import build

_POLICY = re.compile(r'<meta charset="?utf-8"?><meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_scripts_of_the_frame_are_admitted_by_hash_and_none_of_the_content() -> None:
    content = "<p><script>theirs()</script></p>"
    page = (
        '<html><head><meta charset="utf-8"><script>ours()</script><script src="a.js"></script>'
        f'<script type="application/json">{{}}</script></head><body>{content}</body></html>'
    )
    policy = _POLICY.findall(with_policy(page, content))
    assert len(policy) == 1
    assert f"script-src 'self' {_hash('ours()')};" in policy[0]
    assert "default-src 'self'" in policy[0]


def test_files_of_a_folder_are_the_own_ones_of_an_offline_edition() -> None:
    policy = _POLICY.findall(with_policy('<head><meta charset="utf-8"></head>', "", FOLDER))
    assert policy[0].startswith("default-src 'self' file:; script-src 'self' file:; ")


def test_what_is_no_page_is_unchanged() -> None:
    assert with_policy("User-agent: *\n", "") == "User-agent: *\n"


def test_every_page_of_a_site_has_a_policy_before_everything_that_it_governs(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "project")
    add_to(project, "content/about.md", "\n甲 <!-- 不发布的注释 -->\n")
    build(project, "--site-dir", tmp_path / "site")
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        text = page.read_text(encoding="utf-8")
        (policy,) = _POLICY.findall(text)
        assert text.index("Content-Security-Policy") < text.index("<script")
        scripts = policy.partition("script-src")[2].partition(";")[0]
        assert "unsafe" not in scripts
        for script in re.findall(r"<script>(.*?)</script>", text, re.DOTALL):
            assert _hash(script) in scripts
        assert "不发布的注释" not in text
