"""The language server as an editor meets it: over standard streams, with nothing of pygls on this side."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.live.session import ABLE, TEXT, Session, by_code, quoted


def test_positions_are_right_beside_emoji(session: Session) -> None:
    """Each finding stands at the words it is about, in UTF-16 units; those of the whole text on the first line."""
    found = by_code(session.diagnostics(session.open("emoji.md", TEXT)))
    assert quoted(TEXT, found["CLM103"]["range"]) == "is completely safe"
    assert quoted(TEXT, found["SPE101"]["range"]) == "significanlty"
    assert quoted(TEXT, found["SPE103"]["range"]) == "the the"
    assert quoted(TEXT, found["SAF101"]["range"]) == "# 😀 Azathioprine"
    assert found["CLM103"]["severity"] == 1
    assert found["SPE103"]["severity"] == 2
    assert {diagnostic["source"] for diagnostic in found.values()} == {"leaflint"}
    assert not any("tags" in diagnostic for diagnostic in found.values())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-32"])
def test_positions_in_other_units(workspace: Path, encoding: str) -> None:
    """An editor that counts otherwise gets its units."""
    session = Session(workspace, {**ABLE, "general": {"positionEncodings": [encoding, "utf-16"]}})
    try:
        assert session.capabilities["positionEncoding"] == encoding
        uri = session.open("emoji.md", TEXT)
        found = by_code(session.diagnostics(uri))
        assert quoted(TEXT, found["SPE101"]["range"], encoding) == "significanlty"
        shown = session.hover(uri, **found["SPE101"]["range"]["end"])
        assert shown is not None
        assert shown["range"] == found["SPE101"]["range"]
    finally:
        session.kill()


def test_the_buffer_counts_not_the_disk(session: Session) -> None:
    """What is written but not saved is reviewed; what is on the disk is not looked at."""
    (session.folder / "disk.md").write_text("Azathioprine significanlty helps.\n")
    uri = session.open("disk.md", "Azathioprine helps.\n")
    assert "SPE101" not in by_code(session.diagnostics(uri))
    session.change(uri, "Azathioprine helsp.\n", 2)
    assert quoted("Azathioprine helsp.", by_code(session.diagnostics(uri, 2))["SPE101"]["range"]) == "helsp"


def test_a_burst_of_edits_is_one_review(session: Session) -> None:
    """Fifty edits without a pause give one review, of the last text."""
    uri = session.open("burst.md", "Azathioprine helps.\n")
    session.diagnostics(uri, 1)
    for version in range(2, 52):
        session.change(uri, f"Azathioprine helps. 😀{' x' * version} significanlty\n", version)
        time.sleep(0.005)
    session.diagnostics(uri, 51)
    session.rest(0.8)
    assert [published["version"] for published in session.published(uri)] == [1, 51]


def test_answers_are_about_the_text_as_it_is(session: Session) -> None:
    """A question asked at once after an edit waits for the review of that edit."""
    uri = session.open("fresh.md", "Azathioprine helps.\n")
    session.diagnostics(uri, 1)
    session.change(uri, "😀 It significanlty helps.\n", 2)
    shown = session.hover(uri, 0, 8)
    assert shown is not None
    assert "significanlty" in shown["contents"]["value"]


def test_hover_shows_the_evidence(session: Session) -> None:
    """The words under the cursor with message, reason, verdict, and where the evidence comes from; nothing elsewhere."""
    text = "Please read this.\n\nAzathioprine raises the risk of cancer. Azathioprine is completely safe.\n"
    uri = session.open("hover.md", text)
    session.diagnostics(uri)
    claim = session.hover(uri, 2, 20)
    assert claim is not None
    assert claim["contents"]["kind"] == "markdown"
    said = claim["contents"]["value"]
    assert said.startswith("**supported**")
    assert "malignancy" in said.lower()
    assert "Boxed" in said
    assert "https://" in said
    wrong = session.hover(uri, 2, text.split("\n")[2].index("completely"))
    assert wrong is not None
    assert "**error CLM103**" in wrong["contents"]["value"]
    assert "*Why:*" in wrong["contents"]["value"]
    assert session.hover(uri, 1, 0) is None


def test_what_closes_is_cleared(session: Session) -> None:
    """A closed text has no findings on the screen, also where a review of it was still to come."""
    uri = session.open("closed.md", TEXT)
    session.diagnostics(uri)
    session.change(uri, TEXT + "more\n", 2)
    session.notify("textDocument/didClose", textDocument={"uri": uri})
    session.rest(0.8)
    assert session.published(uri)[-1]["diagnostics"] == []


@pytest.mark.parametrize(
    ("name", "language", "reviewed"),
    [
        ("page.html", "html", True),
        ("page.mdx", "mdx", True),
        ("notes.txt", "plaintext", True),
        ("LEAFLET", "markdown", True),
        ("untitled:Untitled-1", "markdown", True),
        ("tool.py", "python", False),
        ("git:/page.md?HEAD", "markdown", False),
    ],
)
def test_which_texts_are_reviewed(session: Session, name: str, language: str, reviewed: bool) -> None:
    """Those that leaflint reads as text, by suffix or by what the editor calls the language; saved or not."""
    uri = session.open(name, "Azathioprine significanlty helps.\n", language)
    if reviewed:
        assert "SPE101" in by_code(session.diagnostics(uri))
    else:
        session.rest(0.5)
        assert session.published(uri) == []


def test_a_text_that_begins_is_left_alone(session: Session) -> None:
    """An empty buffer has no findings, and no gap either: nothing was written that could be wrong."""
    assert session.diagnostics(session.open("new.md", "\n")) == []


def test_gaps_are_shown(session: Session) -> None:
    """A text about no known medicine says what was not checked."""
    gap = by_code(session.diagnostics(session.open("gap.md", "Take one tablet every day.\n")))["not-checked"]
    assert "names no medicine" in gap["message"]
    assert gap["severity"] == 3


def test_others_are_served_while_a_long_text_is_reviewed(session: Session) -> None:
    """A review never keeps the server from answering."""
    long = session.open("long.md", "\n\n".join(f"Azathioprine helps {n} people; ask your doctor about dose {n}." for n in range(3000)))
    session.notify("textDocument/didOpen", textDocument={"uri": "file:///x.py", "languageId": "python", "version": 1, "text": ""})
    for _ in range(5):
        assert session.actions("file:///x.py", {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}) == []
    assert session.published(long) == []
    session.notify("textDocument/didClose", textDocument={"uri": long})


def test_configuration_is_followed(workspace: Path) -> None:
    """The nearest configuration holds; a fault in it is said once and nothing looks clean; put right, the texts are reviewed anew."""
    config = workspace / "leaflint.toml"
    config.write_text('ignore = ["CLM103"]\n')
    session = Session(workspace)
    try:
        uri = session.open("a.md", TEXT)
        assert "CLM103" not in by_code(session.diagnostics(uri, 1))
        config.write_text('ignor = ["CLM103"]\n')
        after = len(session.seen)
        session.change(uri, TEXT + "\n", 2)
        (gap,) = session.diagnostics(uri, 2)
        assert gap["code"] == "not-checked"
        assert "did you mean 'ignore'" in gap["message"]
        session.change(uri, TEXT, 3)
        session.diagnostics(uri, 3)
        shown = [m for m in session.seen[after:] if m.get("method") == "window/showMessage"]
        assert ["did you mean 'ignore'" in message["params"]["message"] for message in shown] == [True]
        config.write_text('exclude = ["drafts/"]\n')
        after = len(session.seen)
        session.notify("workspace/didChangeWatchedFiles", changes=[{"uri": config.as_uri(), "type": 2}])
        assert "CLM103" in by_code(session.diagnostics(uri, after=after))
        assert session.diagnostics(session.open("drafts/b.md", TEXT)) == []
        assert session.close() == 0
    finally:
        session.kill()


CRASHING = """
import sys
import lint.live.server as server
review = server.review_buffer
def broken(buffer, projects):
    if "crash" in buffer.text:
        raise RuntimeError("no such thing")
    print("something that a library prints")
    return review(buffer, projects)
server.review_buffer = broken
from lint.cli import main
main(["lsp"])
"""


def test_a_crash_is_said_once_and_survived(workspace: Path) -> None:
    """A review that fails is logged, shown once, and leaves a gap; the next text is reviewed. Stray prints do no harm."""
    session = Session(workspace, command=[sys.executable, "-c", CRASHING])
    try:
        uri = session.open("a.md", "crash\n")
        (gap,) = session.diagnostics(uri, 1)
        assert "no such thing" in gap["message"]
        session.change(uri, "crash again\n", 2)
        session.diagnostics(uri, 2)
        session.change(uri, TEXT, 3)
        assert "CLM103" in by_code(session.diagnostics(uri, 3))
        shown = [m for m in session.seen if m.get("method") == "window/showMessage"]
        assert len(shown) == 1
        assert "no such thing" in shown[0]["params"]["message"]
        assert b"Traceback" in session.errors
    finally:
        session.kill()


def test_an_editor_that_can_little(workspace: Path) -> None:
    """Without the newer abilities: plain text, plain changes, and the list of what is missing as a message."""
    session = Session(workspace, {})
    try:
        uri = session.open("a.md", TEXT)
        found = by_code(session.diagnostics(uri))
        shown: Any = session.hover(uri, **found["SPE101"]["range"]["start"])
        assert shown["contents"]["kind"] == "plaintext"
        assert "**" not in shown["contents"]["value"]
        fix = session.actions(uri, found["SPE101"]["range"])[0]
        assert [edit["newText"] for edit in fix["edit"]["changes"][uri]] == ["significantly"]
        session.request("workspace/executeCommand", command="leaflint.showMissing", arguments=[uri])
        message = session.wait(lambda m: m.get("method") == "window/showMessage")
        assert "Missing safety statements" in message["params"]["message"]
    finally:
        session.kill()


def test_it_ends_with_its_editor(workspace: Path) -> None:
    """An editor that dies leaves no server behind."""
    session = Session(workspace)
    session.open("a.md", TEXT)
    assert session.process.stdin is not None
    session.process.stdin.close()
    session.process.wait(30)


@pytest.mark.skipif(sys.platform == "win32", reason="there signals end a process without asking it")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_at_once(workspace: Path, monkeypatch: pytest.MonkeyPatch, sent: signal.Signals, code: int) -> None:
    """Though its editor still has the line open, in the middle of a review; no folder of its own is left."""
    temporary = workspace / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    session = Session(workspace)
    try:
        session.open("a.md", TEXT * 200)
        assert list(temporary.iterdir())
        session.process.send_signal(sent)
        assert session.process.wait(10) == code
        assert not list(temporary.iterdir())
    finally:
        session.kill()


def test_a_missing_extra_is_named(tmp_path: Path) -> None:
    """Without pygls the command says what to install, and ends with 2."""
    script = "import sys; sys.modules['pygls'] = sys.modules['lsprotocol'] = None; from lint.cli import main; main(['lsp'])"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert found.returncode == 2
    assert "install leaflint[lsp]" in found.stderr
    assert found.stdout == ""
