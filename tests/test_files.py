"""Tests of writing files whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from lint.errors import LeaflintError
from lint.files import replace_file


def test_a_file_is_replaced_with_its_mode(tmp_path: Path) -> None:
    """The new content has the mode of the old, and nothing else is left in the folder."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o600)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")
def test_links_and_pipes_stay_what_they_are(tmp_path: Path) -> None:
    """What a link leads to is written; a pipe is written to, and is a pipe afterwards."""
    (tmp_path / "there.txt").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "there.txt")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there.txt").read_bytes() == b"new"
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    replace_file(pipe, b"said")
    reader.join(10)
    assert read == [b"said"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["no/such/folder/a.txt", "."])
def test_what_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    """The error names the file; nothing half written is left."""
    with pytest.raises(LeaflintError, match="cannot be written"):
        replace_file(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []
