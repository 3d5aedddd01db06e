"""What an editor offers to do about findings: corrections, a comment that sets one aside, a list of what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types as lsp

from lint.fixes import Edit, edits
from lint.live.buffer import Reviewed
from lint.live.diagnostics import diagnostic, range_of
from lint.live.ignore import Insertion, ignoring
from lint.live.positions import Positions
from lint.pipeline.fix import guard_of
from lint.types.review import Finding
from lint.types.text import Document

SHOW_MISSING = "leaflint.showMissing"
FIX_ALL = "source.fixAll.leaflint"
_MOST = 6  # corrections of one word
_FEW = 12  # findings that a selection may mean one by one: a comment's place is found by reading the text again


@dataclass(frozen=True, slots=True)
class Abilities:
    """What the editor can do, as far as it matters here."""

    related: bool = False  # shows related places
    versions: bool = False  # takes changes for a version of a document
    snippets: bool = False  # puts the cursor where words are wanted

    @classmethod
    def of(cls, client: lsp.ClientCapabilities) -> Abilities:
        """The abilities that an editor declares."""
        shown = client.text_document and client.text_document.publish_diagnostics
        edit = client.workspace and client.workspace.workspace_edit
        return cls(
            related=bool(shown and shown.related_information),
            versions=bool(edit and edit.document_changes),
            snippets=bool(edit and edit.document_changes and edit.snippet_edit_support),
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """Makes the actions for a reviewed buffer."""

    reviewed: Reviewed
    positions: Positions
    abilities: Abilities

    def actions(self, area: lsp.Range, only: Sequence[str] | None) -> list[lsp.CodeAction]:
        """What can be done about the findings in a range; `only`: the kinds that are wanted, all where it is None."""
        found = [(document, one) for document, one in self.reviewed.findings() if _meet(range_of(one, self.positions), area)]
        actions: list[lsp.CodeAction] = []
        if _wanted(lsp.CodeActionKind.QuickFix.value, only):
            safe = {(edit.start, edit.after) for edit in self._safe()} if any(one.fix is not None for _, one in found) else set()
            actions += (action for _, one in found for action in self._corrections(one, safe))
            actions += self._missing(one for _, one in found)
            if len(found) <= _FEW:
                actions += (action for document, one in found for action in self._ignore(document, one))
        if only and _wanted(FIX_ALL, only):
            actions += self._fix_all()
        return actions

    def _corrections(self, found: Finding, safe: set[tuple[int, str]]) -> Iterator[lsp.CodeAction]:
        """The suggestions that stand for the words at fault, each a correction; the safe one is preferred."""
        place = found.place
        if found.check != "spelling" or place is None or self.reviewed.buffer.text[place.start : place.end] != place.quote:
            return
        for suggestion in found.suggestions[:_MOST]:
            change = lsp.TextEdit(range_of(found, self.positions), suggestion)
            title = f"Replace with “{suggestion}”"
            preferred = (place.start, suggestion) in safe or None
            yield self._action(title, lsp.CodeActionKind.QuickFix, [change], [found], preferred=preferred)

    def _ignore(self, document: Document, found: Finding) -> Iterator[lsp.CodeAction]:
        project = self.reviewed.project
        insertion = ignoring(document, found, project.settings.never_suppress if project else ())
        if insertion is None:
            return
        what = found.rule if found.place or not found.requirement else found.requirement
        title = f"Ignore {what} {'here' if found.place else 'in this text'}, with a reason"
        yield self._action(title, lsp.CodeActionKind.QuickFix, [self._inserted(insertion)], [found])

    def _inserted(self, insertion: Insertion) -> lsp.TextEdit | lsp.SnippetTextEdit:
        """The comment with its reason still open: until it is written, leaflint asks for it."""
        at = self.positions.range(insertion.at, insertion.at)
        if self.abilities.snippets:
            return lsp.SnippetTextEdit(at, lsp.StringValue(f"{_literal(insertion.before)}$1{_literal(insertion.after)}"))
        return lsp.TextEdit(at, insertion.before + insertion.after)

    def _missing(self, findings: Iterator[Finding]) -> Iterator[lsp.CodeAction]:
        due = [found for found in findings if found.place is None and found.check == "safety"]
        if due:
            title = "Show missing safety statements"
            shown = [diagnostic(found, self.reviewed, self.positions, related=self.abilities.related) for found in due]
            command = lsp.Command(title=title, command=SHOW_MISSING, arguments=[self.reviewed.buffer.uri])
            yield lsp.CodeAction(title=title, kind=lsp.CodeActionKind.QuickFix, diagnostics=shown, command=command)

    def _fix_all(self) -> Iterator[lsp.CodeAction]:
        """All safe corrections at once."""
        changes = [lsp.TextEdit(self.positions.range(edit.start, edit.end), edit.after) for edit in self._safe()]
        if changes:
            yield self._action("Put right what is safe to put right", FIX_ALL, changes, [])

    def _safe(self) -> list[Edit]:
        """The corrections that `check --fix` makes."""
        project, text = self.reviewed.project, self.reviewed.buffer.text
        guard = guard_of(project.reviewer) if project else None
        return [edit for _, review in self.reviewed.documents for edit in edits(review, text, guard)] if guard else []

    def _action(
        self, title: str, kind: str, changes: Sequence[lsp.TextEdit | lsp.SnippetTextEdit], found: Sequence[Finding],
        *, preferred: bool | None = None,
    ) -> lsp.CodeAction:  # fmt: skip
        buffer, related = self.reviewed.buffer, self.abilities.related
        if self.abilities.versions:
            document = lsp.OptionalVersionedTextDocumentIdentifier(buffer.uri, buffer.version)
            edit = lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(document, list(changes))])
        else:
            edit = lsp.WorkspaceEdit(changes={buffer.uri: [change for change in changes if isinstance(change, lsp.TextEdit)]})
        shown = [diagnostic(one, self.reviewed, self.positions, related=related) for one in found] or None
        return lsp.CodeAction(title=title, kind=kind, diagnostics=shown, is_preferred=preferred, edit=edit)


def _meet(one: lsp.Range, other: lsp.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a kind is one of those wanted, or below one."""
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _literal(text: str) -> str:
    """Text that a snippet shows as it is."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
