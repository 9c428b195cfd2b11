from __future__ import annotations

import json
from pathlib import Path

from generators.reading.schemas.files import schema_texts
from tests.cli.running import Run


def test_schemas_are_written_into_a_folder_and_again_over_old_ones(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "editor/schemas"
    for _ in range(2):
        result = run("schema", "--output", folder)
        assert (result.exit_code, result.stdout) == (0, f"{folder}：{len(schema_texts())}个文件\n")
        (folder / "site.json").write_text("old")
    run("schema", "--output", folder)
    written = {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()}
    assert written == schema_texts()


def test_without_a_folder_all_schemas_are_printed_as_one_object(run: Run) -> None:
    printed = json.loads(run("schema").stdout)
    assert printed == {name: json.loads(text) for name, text in schema_texts().items()}


def test_a_folder_that_cannot_be_made_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run("schema", "--output", tmp_path / "file/below")
    assert result.exit_code == 1
    assert result.stderr.startswith("没有写完。")
