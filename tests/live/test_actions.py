"""What an editor offers about findings: corrections, comments that ask for a reason, the list of what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.live.buffer import Buffer, Reviewed
from lint.live.project import Project
from lint.types.review import Skipped
from lint.types.text import Source
from tests.live.session import TEXT, Session, applied, by_code


def test_a_correction_ends_its_finding(session: Session) -> None:
    """A suggestion is a quick fix; the safe one is preferred; after it the finding is gone and the rest of the text the same."""
    uri = session.open("fix.md", TEXT)
    found = by_code(session.diagnostics(uri, 1))
    actions = session.actions(uri, found["SPE101"]["range"])
    fix = next(action for action in actions if action["title"] == "Replace with “significantly”")
    assert fix["isPreferred"] is True
    assert fix["kind"] == "quickfix"
    assert [diagnostic["code"] for diagnostic in fix["diagnostics"]] == ["SPE101"]
    assert fix["edit"]["documentChanges"][0]["textDocument"] == {"uri": uri, "version": 1}
    after = applied(TEXT, fix)
    assert after == TEXT.replace("significanlty", "significantly")
    session.change(uri, after, 2)
    assert "SPE101" not in by_code(session.diagnostics(uri, 2))


def test_claims_have_no_correction(session: Session) -> None:
    """What only a person can put right is never replaced."""
    uri = session.open("claim.md", TEXT)
    found = by_code(session.diagnostics(uri))
    titles = [action["title"] for action in session.actions(uri, found["CLM103"]["range"])]
    assert not any(title.startswith("Replace") for title in titles)


def test_all_that_is_safe_at_once(session: Session) -> None:
    """`source.fixAll` makes the corrections of `check --fix`, and is not offered unasked."""
    uri = session.open("all.md", TEXT)
    session.diagnostics(uri)
    everything = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
    (action,) = session.actions(uri, everything, ["source.fixAll"])
    assert applied(TEXT, action) == TEXT.replace("significanlty", "significantly").replace("the the", "the")
    assert "source.fixAll.leaflint" not in {action["kind"] for action in session.actions(uri, everything)}


def test_ignoring_asks_for_a_reason(session: Session) -> None:
    """The comment is put above the words; without a reason it is a finding itself, with one the finding is gone."""
    uri = session.open("ignore.md", TEXT)
    found = by_code(session.diagnostics(uri, 1))
    action = next(a for a in session.actions(uri, found["CLM103"]["range"]) if a["title"].startswith("Ignore CLM103"))
    session.change(uri, applied(TEXT, action), 2)
    assert {"CLM103", "SUP101"} <= by_code(session.diagnostics(uri, 2)).keys()
    session.change(uri, applied(TEXT, action, "quoted from a patient"), 3)
    assert not {"CLM103", "SUP101"} & by_code(session.diagnostics(uri, 3)).keys()


def test_missing_statements_are_listed(session: Session) -> None:
    """The list of what is missing opens as a document, with the evidence, and is not itself reviewed."""
    uri = session.open("missing.md", TEXT)
    found = by_code(session.diagnostics(uri))
    action = next(a for a in session.actions(uri, found["SAF101"]["range"]) if a["title"].startswith("Show missing"))
    after = len(session.seen)
    session.notify("$/setTrace", value="off")
    session._number += 1
    session._send({"id": session._number, "method": "workspace/executeCommand", "params": action["command"]})
    request = session.wait(lambda message: message.get("method") == "window/showDocument", after)
    session.respond(request, {"success": True})
    path = Path(request["params"]["uri"].removeprefix("file://"))
    shown = path.read_text(encoding="utf-8")
    assert shown.startswith("# Missing safety statements")
    assert "doctor or pharmacist" in shown
    session.open(request["params"]["uri"], shown)
    session.rest(0.6)
    assert session.published(request["params"]["uri"]) == []


def test_an_editor_that_can_is_told_where_the_reason_goes(project: Project) -> None:
    """The comment is a snippet whose only gap is the reason, whatever signs stand around it."""
    pytest.importorskip("lsprotocol", reason="leaflint[lsp] is not installed")
    from lsprotocol import types as lsp

    from lint.live.actions import Abilities, Offer
    from lint.live.positions import Positions

    text = "Azathioprine is completely safe.\n"
    (item,) = project.read(Source("/texts/a.mdx", text.encode()))
    assert not isinstance(item, Skipped)
    reviewed = Reviewed(Buffer("file:///texts/a.mdx", Path("/texts/a.mdx"), text, 7), project, (item,))
    offer = Offer(reviewed, Positions(text), Abilities(versions=True, snippets=True))
    at = lsp.Position(0, 20)
    action = next(one for one in offer.actions(lsp.Range(at, at), None) if one.title.startswith("Ignore CLM103"))
    assert action.edit is not None
    assert action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    assert isinstance(change, lsp.TextDocumentEdit)
    assert change.text_document.version == 7
    (edit,) = change.edits
    assert isinstance(edit, lsp.SnippetTextEdit)
    assert edit.snippet.value == "{/* leaflint ignore-next CLM103: $1 */\\}\n"
