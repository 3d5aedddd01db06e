"""The page around the documents: its templates, its style and script, and the policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lint.reporters.html.pictures import LANE, WIDTH
from lint.reporters.html.view import DocumentView, Entry
from lint.reporters.visible import short, visible, where
from lint.types.review import SEVERITIES, Run

CHECKS = ("claims", "safety", "spelling", "duplicates", "suppressions")
_FOLDER = Path(__file__).parent / "templates"


class Page:
    """Writes pages of one run; style and script are loaded once."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._style, self._script = ((_FOLDER / name).read_text(encoding="utf-8").strip() for name in ("style.css", "script.js"))
        self._templates = Environment(
            loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._templates.filters.update(visible=visible, short=short, where=where, web=web_address)
        self._templates.globals.update(
            run=run,
            severities=SEVERITIES[::-1],
            checks=CHECKS,
            width=WIDTH,
            lane=LANE,
            sha256_of=lambda text: hashlib.sha256(text.encode()).hexdigest(),
        )

    def document(self, view: DocumentView) -> str:
        """The part of the page that shows one document."""
        return self._templates.get_template("document.html").render(view=view, info=view.review.document)

    def write(
        self,
        out: IO[str],
        entries: Sequence[Entry],
        parts: Iterable[str],
        *,
        index: bool,
        tools: bool = True,
    ) -> None:
        """Writes a page: the index and the tools for findings if asked for, then the documents' parts as they come."""
        chunks = self._templates.get_template("page.html").generate(
            entries=entries, parts=map(Markup, parts), index=index, tools=tools,
            style=Markup(self._style), script=Markup(self._script), policy=self.policy,
        )  # fmt: skip
        out.writelines(chunks)

    @property
    def policy(self) -> str:
        """The content security policy: this style, this script, nothing from anywhere."""
        return (
            f"default-src 'none'; style-src {_digest(self._style)}; script-src {_digest(self._script)}; base-uri 'none'; form-action 'none'"
        )


def web_address(url: str) -> str:
    """The address if it leads to the web, else nothing: no other scheme becomes a link."""
    return url if url.startswith(("https://", "http://")) else ""


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
