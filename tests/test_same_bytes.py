"""The same bytes for the same texts: whatever the number of processes, with a cache or without, in any order of arguments."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.readers.makers import docx, paragraph
from tests.runs import PAGE, Command

SHARED = "Keep the tablets in a cool and dry place where neither children nor pets can ever get at them by themselves."


def text_of(number: int) -> str:
    """A text with findings, some of which lie between documents."""
    text = PAGE.format(number=number, claim=("cure", "may ease", "are completely safe in")[number % 3])
    return f"{text}\n{SHARED if number % 4 == 0 else 'Ask page ' + str(number) + '.'}\n"


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Command:
    """Some sixty files of all kinds, one of which is broken, one empty and several in other encodings."""
    folder = tmp_path_factory.mktemp("mixed")
    pages = folder / "pages"
    for number in range(60):
        text, name = text_of(number), f"{'abc'[number % 3]}/{number:02}"
        lines = text.split("\n\n")
        kind, data = (
            ("md", text.encode()), ("txt", text.replace("#", "").encode()),
            ("html", "".join(f"<p>{line}</p>" for line in lines).encode()),
            ("docx", docx("".join(paragraph(line.strip("# \n")) for line in lines))),
            ("txt", f"“{text}” é".encode("cp1252")), ("txt", text.encode("utf-16")),
        )[(0, 0, 0, 1, 1, 1, 2, 2, 3, 4 if number % 20 == 9 else 5 if number % 20 == 19 else 2)[number % 10]]  # fmt: skip
        path = pages / f"{name}.{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (pages / "b/broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (pages / "a/empty.md").write_bytes(b"")
    return Command(folder, prepared)


def written(command: Command, *arguments: str) -> tuple[int, str, bytes, bytes]:
    """All that a run writes: its exit code, the text, and two reports."""
    done = command.run(*arguments, "--format", "text", "--format", "json:report.json", "--format", "html:report.html")
    report, page = ((command.folder / name).read_bytes() for name in ("report.json", "report.html"))
    return done.returncode, done.stdout, report, page


def test_the_same_bytes_whatever_the_way(command: Command) -> None:
    """One, two and eight processes, a new cache, a full one, one with gaps, files in any order and twice."""
    expected = written(command, "pages", "--no-cache", "--workers", "1")
    assert expected[0] == 3
    for said in ("b/broken.docx", "a/empty.md", '"encoding": "cp1252"', '"encoding": "utf-16', "dangerous-difference-across"):
        assert said.encode() in expected[2], said
    files = [str(path.relative_to(command.folder)) for path in command.folder.glob("pages/*/*")]
    assert len(files) == 62
    random.Random(7).shuffle(files)
    ways = (
        ("pages", "--no-cache", "--workers", "2"), ("pages", "--no-cache", "--workers", "8"),
        (*files[:31], "--workers", "8"),  # fills half of the cache; its own report is another one
        ("pages", "--workers", "2"), ("pages",), ("pages/c", "pages/a", "pages/b", "--workers", "8"),
        (*files, "--no-cache", "--workers", "2"), (*reversed(files), "pages"),
    )  # fmt: skip
    for way in ways:
        found = written(command, *way)
        assert (found == expected) == (len(way) != 33), way[-3:]
