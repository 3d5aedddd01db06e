"""The labelled sentences as they are read and split."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lint.errors import LeaflintError
from lint.model.sentences import load_lines


def write(folder: Path, *entries: object) -> Path:
    """A folder with one set of these lines."""
    (folder / "set1.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return folder


def test_lines_on_one_medicine_stand_together(tmp_path: Path) -> None:
    """The part goes by the medicine; lines on none go with their neighbours."""
    entries: list[object] = [
        {"text": f"t{n}", "voice": "v", "drug": drug, "claims": []} for n, drug in enumerate(["Ramipril", "ramipril", *[None] * 8])
    ]
    lines = load_lines(write(tmp_path, *entries))
    assert lines[0].part == lines[1].part
    assert len({line.part for line in lines[2:]}) == 1


UNQUOTED = {"text": "t", "voice": "v", "drug": None, "claims": [{"rule": "r", "quote": "x"}]}


@pytest.mark.parametrize(
    ("entry", "said"), [({"text": "t"}, "set1.jsonl:1: not a labelled sentence"), (UNQUOTED, "set1.jsonl:1: the quote 'x' is not")]
)
def test_a_broken_line_is_named(entry: dict[str, object], said: str, tmp_path: Path) -> None:
    """The message has the file and the line."""
    with pytest.raises(LeaflintError, match=said):
        load_lines(write(tmp_path, entry))


def test_a_folder_without_sets_is_an_error(tmp_path: Path) -> None:
    """No sentences are not a model of nothing."""
    with pytest.raises(LeaflintError, match="no labelled sentences"):
        load_lines(tmp_path)
