"""An editor as the server sees it: JSON-RPC over the standard streams of a process of its own, with nothing of pygls."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Message = dict[str, Any]
WAIT = 60.0  # seconds until something that does not come is given up: the first review loads everything

ABLE: Message = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"publishDiagnostics": {"relatedInformation": True}, "hover": {"contentFormat": ["markdown"]}},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
    "window": {"showDocument": {"support": True}},
}


CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
TEXT = (
    "# 😀 Azathioprine\n\n"
    "🇬🇧 Azathioprine is completely safe. 😀 Cafe\u0301 and it significanlty helps 🎉 you.\n\n"
    "- 🎉🎉 Azathioprine may raise the the risk of cancer.\n"
)


def quoted(text: str, area: Message, encoding: str = "utf-16") -> str:
    """The words of a range, cut as an editor cuts them."""
    codec, size = CODECS[encoding]
    assert area["start"]["line"] == area["end"]["line"]
    line = text.split("\n")[area["start"]["line"]].encode(codec)
    start, end = int(area["start"]["character"]), int(area["end"]["character"])
    words: str = line[start * size : end * size].decode(codec)
    return words


def applied(text: str, action: Message, reason: str = "") -> str:
    """The text after an action's edits, made as an editor makes them; the reason goes where a comment leaves room for it."""
    (change,) = action["edit"]["documentChanges"]
    for edit in sorted(change["edits"], key=lambda e: (e["range"]["start"]["line"], e["range"]["start"]["character"]), reverse=True):
        lines, area = text.split("\n"), edit["range"]
        line = lines[area["start"]["line"]].encode("utf-16-le")
        head, tail = line[: area["start"]["character"] * 2], line[area["end"]["character"] * 2 :]
        lines[area["start"]["line"]] = head.decode("utf-16-le") + edit["newText"].replace(":  ", f": {reason} ") + tail.decode("utf-16-le")
        text = "\n".join(lines)
    return text


def by_code(found: list[Message]) -> dict[str, Message]:
    return {diagnostic["code"]: diagnostic for diagnostic in found}


class Session:
    """One editor with one folder open."""

    def __init__(self, folder: Path, capabilities: Message | None = None, command: list[str] | None = None) -> None:
        self.folder = folder
        command = command or [sys.executable, "-m", "lint", "lsp", "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder)
        self.seen: list[Message] = []  # everything that came from the server
        self._new: queue.Queue[Message] = queue.Queue()
        self._number = 0
        self.errors = b""
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._drain, daemon=True).start()
        self.capabilities = self.request(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": folder.name}],
            capabilities=ABLE if capabilities is None else capabilities,
        )["capabilities"]
        self.notify("initialized")

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        """Opens a text; answers its address."""
        uri = (self.folder / name).as_uri() if ":" not in name else name
        self.notify("textDocument/didOpen", textDocument={"uri": uri, "languageId": language, "version": 1, "text": text})
        return uri

    def change(self, uri: str, text: str, version: int) -> None:
        """Puts a new text in place of the old one."""
        self.notify("textDocument/didChange", textDocument={"uri": uri, "version": version}, contentChanges=[{"text": text}])

    def diagnostics(self, uri: str, version: int | None = None, after: int = 0) -> list[Message]:
        """The findings published for a version of a text; waits for them. `after`: messages that are passed over."""

        def wanted(message: Message) -> bool:
            params = message.get("params", {})
            mine = message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri
            return mine and (version is None or params.get("version") == version)

        found: list[Message] = self.wait(wanted, after)["params"]["diagnostics"]
        return found

    def published(self, uri: str) -> list[Message]:
        """Everything that was published for a text so far."""
        mine = (m["params"] for m in self.seen if m.get("method") == "textDocument/publishDiagnostics")
        return [params for params in mine if params["uri"] == uri]

    def hover(self, uri: str, line: int, character: int) -> Message | None:
        """What is shown at a position."""
        found: Message | None = self.request(
            "textDocument/hover", textDocument={"uri": uri}, position={"line": line, "character": character}
        )
        return found

    def actions(self, uri: str, area: Message, only: list[str] | None = None) -> list[Message]:
        """What is offered for a range."""
        context: Message = {"diagnostics": []} | ({"only": only} if only else {})
        found: list[Message] = self.request("textDocument/codeAction", textDocument={"uri": uri}, range=area, context=context)
        return found

    def wait(self, wanted: Callable[[Message], bool], after: int = 0) -> Message:
        """The first message that is wanted."""
        until = time.monotonic() + WAIT
        at = after
        while True:
            for message in self.seen[at:]:
                at += 1
                if wanted(message):
                    return message
            try:
                self.seen.append(self._new.get(timeout=max(0.01, until - time.monotonic())))
            except queue.Empty:
                raise AssertionError(f"nothing of that kind came; the server said: {self.errors.decode()[-2000:]}") from None

    def rest(self, seconds: float) -> None:
        """Takes in what comes during a time."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                self.seen.append(self._new.get(timeout=left))
            except queue.Empty:
                return

    def request(self, method: str, /, **params: Any) -> Any:
        """Asks, and waits for the answer."""
        self._number += 1
        number, after = self._number, len(self.seen)
        self._send({"id": number, "method": method, "params": params or None})
        answer = self.wait(lambda message: message.get("id") == number and "method" not in message, after)
        assert "error" not in answer, answer
        return answer["result"]

    def notify(self, method: str, /, **params: Any) -> None:
        """Tells something that has no answer."""
        self._send({"method": method, "params": params})

    def respond(self, request: Message, result: Any) -> None:
        """Answers what the server asked."""
        self._send({"id": request["id"], "result": result})

    def close(self) -> int:
        """Ends the session as editors do; answers the server's exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(WAIT)

    def kill(self) -> None:
        """Ends the process, whatever it is at."""
        self.process.kill()
        self.process.wait()

    def _send(self, message: Message) -> None:
        assert self.process.stdin is not None
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _listen(self) -> None:
        out = self.process.stdout
        assert out is not None
        while header := out.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = out.readline()
            self._new.put(json.loads(out.read(length)))

    def _drain(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.errors += line
