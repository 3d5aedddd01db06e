"""Tests of writing files whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from lint.errors import LeaflintError
from lint.files import check_folder_writable, check_writable, read_toml, replace_file, toml_text


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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no/a.json", "there is no folder .*no: make it, or name another place"), ("folder.json", "it is a folder: name a file in it"),
        ("file/a.json", "is a file, no folder"), ("link.json", "there is no folder"), ("x" * 300, "File name too long: name another file"),
    ],
)  # fmt: skip
@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_what_could_not_be_written_is_known_before(tmp_path: Path, name: str, said: str) -> None:
    """With the reason and a way out, and without a trace; what can be written is not refused."""
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "gone/a.json")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(LeaflintError, match=f"cannot be written: .*{said}"):
        check_writable(tmp_path / name)
    for fine in ("file", "new.json", "folder.json/new"):
        check_writable(tmp_path / fine)
    check_writable(Path(os.devnull))
    check_folder_writable(tmp_path / "new/deep")
    with pytest.raises(LeaflintError, match="is a file, no folder"):
        check_folder_writable(tmp_path / "file/deep")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"a = ", "a.toml: not valid TOML: "), (b"a = '\xff'", "a.toml: not valid TOML: "), (None, "a.toml: cannot be read: ")],
)
def test_toml_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, said: str) -> None:
    """With the reason; whoever reads it may say what the file should be."""
    path = tmp_path / "a.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LeaflintError, match=said):
        read_toml(path)
    with pytest.raises(LeaflintError, match=r"a\.toml: (?:gone|damaged): "):
        read_toml(path, "gone", "damaged")


def test_toml_is_read(tmp_path: Path) -> None:
    """What `toml_text` writes comes back."""
    text = "“x”\n\x7f\\"
    (tmp_path / "a.toml").write_text(f"a = {toml_text(text)}\n", encoding="utf-8")
    assert read_toml(tmp_path / "a.toml") == {"a": text}
