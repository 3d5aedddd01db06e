"""Asks an OpenAI-compatible endpoint (`POST …/chat/completions`), within a budget and a time, and keeps what it answered."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass, field

from lint.errors import LeaflintError
from lint.files import replace_file
from lint.kept import cache_folder
from lint.types.settings import JudgeSettings

_MOST_BYTES = 200_000  # of an answer that are read


@dataclass
class Client:
    """One run's questions; `gaps` says why some were not answered."""

    settings: JudgeSettings
    asked: int = 0
    failed: bool = False
    gaps: list[str] = field(default_factory=list)

    def ask(self, system: str, question: str) -> str | None:
        """The answer's text, from the cache where it was asked before; None when the budget is spent or the endpoint fails."""
        body = json.dumps(
            {
                "model": self.settings.model, "temperature": 0, "max_tokens": 400,
                "messages": [{"role": "system", "content": system}, {"role": "user", "content": question}],
            }
        ).encode()  # fmt: skip
        path = cache_folder() / f"judge-{hashlib.sha256(self.settings.url.encode() + b' ' + body).hexdigest()[:32]}.json"
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            return str(json.loads(path.read_text(encoding="utf-8"))["answer"])
        if self.failed or self.asked >= self.settings.budget:
            self._gap("" if self.failed else f"the budget of {self.settings.budget} questions is spent")
            return None
        self.asked += 1
        answer = self._post(body)
        if answer is not None:
            with contextlib.suppress(OSError, LeaflintError):
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                replace_file(path, json.dumps({"answer": answer}).encode(), mode=0o600)
        return answer

    def _post(self, body: bytes) -> str | None:
        import urllib.error  # a third of a quick start: only who asks a judge pays for it
        import urllib.request

        headers = {"Content-Type": "application/json"}
        key = os.environ.get(self.settings.key_env, "")
        if key:
            headers["Authorization"] = f"Bearer {key}"
        request = urllib.request.Request(f"{self.settings.url.rstrip('/')}/chat/completions", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=self.settings.timeout) as response:
                data = json.loads(response.read(_MOST_BYTES))
            return str(data["choices"][0]["message"]["content"])
        except (urllib.error.URLError, OSError) as error:
            self.failed = True  # an endpoint that is away once is not waited for a second time
            self._gap(f"the endpoint did not answer: {getattr(error, 'reason', error)}")
        except (ValueError, KeyError, IndexError, TypeError):
            self._gap("an answer of the endpoint could not be read")
        return None

    def _gap(self, reason: str) -> None:
        if reason and reason not in self.gaps:
            self.gaps.append(reason)
