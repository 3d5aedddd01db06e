"""The language server: keeps each open text reviewed, and answers what the editor asks about it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path, urlparse

from lint import __version__
from lint.errors import LeaflintError
from lint.live.actions import FIX_ALL, SHOW_MISSING, Abilities, Offer
from lint.live.buffer import Buffer, Reviewed, path_in_editor, review_buffer
from lint.live.diagnostics import diagnostics
from lint.live.hover import checklist, hover, unmarked
from lint.live.positions import Positions
from lint.live.project import Projects
from lint.live.schedule import Schedule
from lint.pipeline.settings import Settings
from lint.types.review import Skipped

PAUSE = 0.15  # seconds without an edit before a review begins: findings are to be there within 0.3, and 2,000 words take 0.1
WATCHED = ("**/*.toml", "**/references/**")  # configuration, decisions, references
_log = logging.getLogger(__name__)


class Server(LanguageServer):
    """Speaks with one editor. The whole text comes with each change: it cannot drift from what the editor shows."""

    def __init__(self, load: Callable[[Path, Path], Settings]) -> None:
        """`load` gives the settings for texts in a folder, by the home of texts that have no configuration."""
        super().__init__("leaflint", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.projects = Projects(lambda folder: load(folder, self.home_of(folder)))
        self.schedule = Schedule()
        self.reviewed: dict[str, Reviewed] = {}
        self.abilities = Abilities()
        self.scratch = tempfile.TemporaryDirectory(prefix="leaflint-")
        self._told: set[str] = set()
        self._failures: dict[str, str] = {}

    def home_of(self, folder: Path) -> Path:
        """The folder of the workspace that a folder lies in, else itself."""
        homes = [Path(found) for one in self.workspace.folders.values() if (found := to_fs_path(one.uri))]
        if not homes and self.workspace.root_path:
            homes = [Path(self.workspace.root_path)]
        return max((home for home in homes if folder.is_relative_to(home)), key=lambda home: len(home.parts), default=folder)

    def buffer(self, uri: str) -> Buffer | None:
        """An open text of leaflint's, as it stands in the editor."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return None
        scheme, _, name, *_ = urlparse(uri)
        found = to_fs_path(uri) if scheme == "file" else str(self._unsaved(name)) if scheme == "untitled" else None
        path = path_in_editor(Path(found).absolute(), document.language_id or "") if found else None
        if path is None or path.is_relative_to(self.scratch.name):
            return None
        return Buffer(uri, path, document.source, document.version)

    def _unsaved(self, name: str) -> Path:
        homes = [to_fs_path(one.uri) for one in self.workspace.folders.values()] or [self.workspace.root_path]
        return Path(homes[0] or Path.cwd()) / Path(name).name

    def warm_up(self) -> None:
        """Makes ready what the first text will need, while the editor still opens it."""

        def load(folder: Path) -> None:
            with contextlib.suppress(LeaflintError):  # it is said when a text is reviewed
                self.projects.of(folder)

        if self.workspace.root_path:
            self.schedule.ask("", partial(load, Path(self.workspace.root_path)), lambda _: None)

    def review(self, uri: str, *, pause: float = 0.0) -> None:
        """Reviews an open text after a pause; what was asked before is put aside."""
        buffer = self.buffer(uri)
        if buffer is None:
            self.forget(uri)
            return
        self.schedule.ask(uri, partial(self._guarded, buffer), self._publish, pause=pause)

    def review_all(self) -> None:
        """Reviews every open text anew."""
        for uri in list(self.workspace.text_documents):
            self.review(uri)

    def forget(self, uri: str) -> None:
        """Takes a text's findings off the screen."""
        self.schedule.drop(uri)
        self._failures.pop(uri, None)
        if self.reviewed.pop(uri, None) is not None:
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    async def current(self, uri: str) -> tuple[Reviewed, Positions] | None:
        """The review of a text as it stands now, once it is there."""
        await self.schedule.settled(uri)
        reviewed = self.reviewed.get(uri)
        return (reviewed, self.positions(reviewed)) if reviewed else None

    def positions(self, reviewed: Reviewed) -> Positions:
        """Converts offsets of a reviewed text in the units that were agreed upon."""
        return Positions(reviewed.buffer.text, str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding)))

    def tell_once(self, message: str, kind: lsp.MessageType = lsp.MessageType.Error) -> None:
        """Shows a message that was not shown before."""
        if message not in self._told:
            self._told.add(message)
            self.window_show_message(lsp.ShowMessageParams(kind, f"leaflint: {message}"))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A fault of the server itself: in its log, and shown once."""
        _log.error("%s", error, exc_info=error)
        if source is not FeatureRequestError:
            self.tell_once(f"{type(error).__name__}: {error}")

    def _guarded(self, buffer: Buffer) -> Reviewed:
        try:
            return review_buffer(buffer, self.projects)
        except Exception as error:  # the editor's next text is still to be reviewed
            _log.exception("the review of %s failed", buffer.path)
            said = f"the review failed: {type(error).__name__}: {error}"
            return Reviewed(buffer, None, skipped=(Skipped(buffer.path.as_posix(), "", "document", said),), failure=said)

    def _publish(self, reviewed: Reviewed) -> None:
        buffer = reviewed.buffer
        self.reviewed[buffer.uri] = reviewed
        if reviewed.failure != self._failures.get(buffer.uri, ""):
            self._told.discard(self._failures.get(buffer.uri, ""))  # it was put right: should it come again, it is news
            self._failures[buffer.uri] = reviewed.failure
        if reviewed.failure:
            self.tell_once(reviewed.failure)
        found = diagnostics(reviewed, self.positions(reviewed), related=self.abilities.related)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(buffer.uri, found, buffer.version))


def make_server(load: Callable[[Path, Path], Settings]) -> Server:
    """A server that answers to an editor once it is started."""
    server = Server(load)
    _follow(server)
    _answer(server)
    return server


def _follow(server: Server) -> None:
    """What the editor tells: texts that open, change and close, and files that change beside them."""

    @server.feature(lsp.INITIALIZED)
    def initialized(params: lsp.InitializedParams) -> None:
        server.abilities = Abilities.of(server.client_capabilities)
        _watch_files(server)
        server.warm_up()

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.review(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        server.review(params.text_document.uri, pause=PAUSE)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.review(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: lsp.DidChangeWatchedFilesParams) -> None:
        server.review_all()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: lsp.DidChangeConfigurationParams) -> None:
        server.review_all()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        server.review_all()

    @server.feature(lsp.SHUTDOWN)
    def shut_down(params: None) -> None:
        server.schedule.close()
        server.scratch.cleanup()


def _watch_files(server: Server) -> None:
    """Asks to be told of changes to configuration and references, of editors that can; of others leaflint looks at each review."""
    workspace = server.client_capabilities.workspace
    if workspace and workspace.did_change_watched_files and workspace.did_change_watched_files.dynamic_registration:
        watchers = [lsp.FileSystemWatcher(glob) for glob in WATCHED]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = lsp.Registration("leaflint-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(lsp.RegistrationParams([registration]))


def _answer(server: Server) -> None:
    """What the editor asks."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        current = await server.current(params.text_document.uri)
        document = server.client_capabilities.text_document
        formats = document.hover.content_format if document and document.hover else None
        return hover(*current, params.position, markdown=lsp.MarkupKind.Markdown in (formats or ())) if current else None

    options = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, FIX_ALL])

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)
    async def acted(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        current = await server.current(params.text_document.uri)
        only = [str(getattr(kind, "value", kind)) for kind in params.context.only] if params.context.only else None
        return await asyncio.to_thread(Offer(*current, server.abilities).actions, params.range, only) if current else []

    @server.command(SHOW_MISSING)
    async def show_missing(uri: str) -> None:
        current = await server.current(uri)
        if current is None:
            return
        text = checklist(one for _, review in current[0].documents for one in review.requirements)
        window = server.client_capabilities.window
        if not (window and window.show_document and window.show_document.support):
            server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, unmarked(text)))
            return
        path = Path(server.scratch.name) / f"{current[0].buffer.path.stem}-safety.md"
        path.write_text(text, encoding="utf-8")
        await server.window_show_document_async(lsp.ShowDocumentParams(path.as_uri(), take_focus=True))
