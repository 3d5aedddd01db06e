"""The terminal's view: what comes and goes, line by line, until Ctrl-C."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from lint import readers
from lint.errors import LeaflintError
from lint.live import project as project_module
from lint.live.project import Project, Projects
from lint.live.watch import Watch
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.pipeline.stages import Stages
from lint.types.review import Skipped
from lint.types.text import Document, Source

GOOD = "Azathioprine may help. Ask your doctor.\n"
BAD = "Azathioprine significanlty helps. Ask your doctor.\n"


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reviewer: Reviewer) -> Watch:
    """A look at an empty folder, with a reviewer that is there already."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(project_module.Project, "build", lambda settings: Project(settings, reviewer, Stages(settings)))
    settings = [reviewer.settings]
    return Watch((tmp_path,), Projects(lambda folder: settings[0]), io.StringIO())


def lines(watch: Watch) -> list[str]:
    """What was written since the last time, without folders and messages."""
    assert isinstance(watch.out, io.StringIO)
    written = watch.out.getvalue()
    watch.out.seek(0)
    watch.out.truncate()
    return [line.replace(f"{watch.paths[0]}/", "").split(" SAF")[0].split(": “")[0] for line in written.splitlines()]


def test_findings_come_and_go(watched: Watch, tmp_path: Path) -> None:
    """A finding is a line when it comes and one when it is gone; one that only moves is neither."""
    (tmp_path / "a.md").write_text(BAD)
    watched.look(None)
    assert "+ a.md:1:14: error SPE101 misspelling" in lines(watched)
    (tmp_path / "a.md").write_text(f"# Azathioprine\n\n{BAD}")
    watched.look({tmp_path / "a.md"})
    assert [line for line in lines(watched) if "SPE101" in line] == []
    (tmp_path / "a.md").write_text(GOOD)
    watched.look({tmp_path / "a.md"})
    assert [line for line in lines(watched) if "SPE101" in line] == ["- a.md:3:14: error SPE101 misspelling"]


def test_texts_come_and_go(watched: Watch, tmp_path: Path) -> None:
    """A new text is reviewed, the findings of one that is deleted are gone; other files do not matter."""
    (tmp_path / "a.md").write_text(GOOD)
    watched.look(None)
    lines(watched)
    (tmp_path / "b.md").write_text(BAD)
    (tmp_path / "b.py").write_text("x = 1\n")
    watched.look({tmp_path / "b.py"})
    watched.look({tmp_path / "b.md", tmp_path / "b.py"})
    assert "+ b.md:1:14: error SPE101 misspelling" in lines(watched)
    (tmp_path / "b.md").unlink()
    watched.look({tmp_path / "b.md"})
    assert "- b.md:1:14: error SPE101 misspelling" in lines(watched)
    watched.look({tmp_path / "b.py"})
    assert lines(watched) == []


def test_one_text_may_be_the_finding_of_another(watched: Watch, tmp_path: Path) -> None:
    """Passages that stand in two texts are found, and gone when one of them changes."""
    passage = "Azathioprine is taken by mouth once a day with food, and your doctor will order regular blood tests to watch your liver.\n"
    (tmp_path / "a.md").write_text(f"# One\n\n{passage}\nKeep it in a dry place away from the sun, in the box that it came in.\n")
    (tmp_path / "b.md").write_text(f"# Other\n\n{passage}\nAsk your pharmacist how to throw away tablets that you no longer need.\n")
    watched.look(None)
    assert any("DUP" in line and line.startswith("+ ") for line in lines(watched))
    (tmp_path / "a.md").write_text(GOOD)
    watched.look({tmp_path / "a.md"})
    assert any("DUP" in line and line.startswith("- b.md") for line in lines(watched))


def test_a_terminal_shows_what_is_open(watched: Watch, tmp_path: Path) -> None:
    """A terminal is cleared, and shows every open finding and nothing that was put right; nothing in a text steers it."""
    watched.clear = True
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / "b.md").write_text("Azathioprine \x1b[31msignificanlty\x1b[0m helps.\n")
    watched.look(None)
    shown = lines(watched)
    assert shown[0].startswith("\x1b[2J")
    assert not any("\x1b" in line for line in shown[1:])
    (tmp_path / "a.md").write_text(GOOD)
    watched.look({tmp_path / "a.md"})
    assert not any("a.md:1:14" in line for line in lines(watched))


def test_a_text_whose_reader_fails_is_a_gap(watched: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named as not checked, and the other texts are reviewed."""
    (tmp_path / "a.md").write_text(BAD)
    (tmp_path / "b.txt").write_text(GOOD)

    def fail(source: Source) -> Iterator[Document | Skipped]:
        raise RecursionError("too deep")

    monkeypatch.setattr(readers, "READERS", {**readers.READERS, ".txt": fail})
    watched.look(None)
    shown = lines(watched)
    assert "+ b.txt: not checked: document: reading it failed: RecursionError: too deep" in shown
    assert "+ a.md:1:14: error SPE101 misspelling" in shown


def test_trouble_is_said_once(watched: Watch, tmp_path: Path) -> None:
    """A configuration that cannot be used is said once, and the findings are kept until it can."""
    (tmp_path / "a.md").write_text(BAD)
    watched.look(None)
    good, projects = watched.projects, Projects(lambda folder: broken())
    lines(watched)
    watched.projects = projects
    watched.look_again(set())
    watched.look_again(set())
    assert lines(watched) == ["leaflint: it is broken"]
    watched.projects = good
    watched.look_again(set())
    assert lines(watched) == []
    assert watched.entries


def broken() -> Settings:
    raise LeaflintError("it is broken")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_session_in_a_process(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    """Files and configuration are followed, a file that is put in another's place too; Ctrl-C ends with 130, SIGTERM with 143."""
    pytest.importorskip("watchfiles", reason="leaflint[watch] is not installed")
    (tmp_path / "a.md").write_text(GOOD)
    command = [sys.executable, "-u", "-m", "lint", "watch", "a.md"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=tmp_path, start_new_session=True
    )  # fmt: skip
    timer = threading.Timer(60, process.kill)
    timer.start()
    try:
        assert process.stdout is not None
        out = process.stdout
        wait_for(out, "waiting for changes")
        (tmp_path / "new").write_text(BAD)
        (tmp_path / "new").replace(tmp_path / "a.md")
        wait_for(out, "+ a.md:1:14: error SPE101")
        (tmp_path / "leaflint.toml").write_text('ignore = ["SPE101"]\n')
        wait_for(out, "- a.md:1:14: error SPE101")
        os.kill(process.pid, sent)
        assert process.wait() == code
        assert "Traceback" not in out.read()
    finally:
        timer.cancel()
        process.kill()
        process.wait()


def wait_for(out: IO[str], words: str) -> None:
    """Reads lines until one holds the words."""
    for line in out:
        if words in line:
            return
    raise AssertionError(f"it ended without {words!r}")


def test_nothing_to_watch_ends_with_2(tmp_path: Path) -> None:
    """A path that is not there, and a missing extra, are errors that say what to do."""
    missing = subprocess.run([sys.executable, "-m", "lint", "watch", "nope"], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (missing.returncode, "there is no such file" in missing.stderr) == (2, True)
    script = "import sys; sys.modules['watchfiles'] = None; from lint.cli import main; main(['watch'])"
    bare = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (bare.returncode, "install leaflint[watch]" in bare.stderr) == (2, True)
