"""Tests of file names for documents."""

from __future__ import annotations

from dataclasses import replace

from lint.reporters.names import FileNames
from lint.types.review import DocumentInfo

INFO = DocumentInfo("a.txt", "", "", "text", "utf-8", "en-US", "article", "US", (), 1)


def test_names_are_safe_and_of_their_own() -> None:
    """Nothing leads out of the folder, no two documents share a name, also where case does not count; taken names are left alone."""
    names = FileNames(".html", taken=["index"])
    paths = ["../../etc/passwd", "/abs/a.txt", "a b?.txt", "A b!.txt", "index", "", "x" * 500, "é/ü.md"]
    made = [names.of(replace(INFO, path=path)) for path in paths]
    assert made[:5] == ["etc-passwd.html", "abs-a.txt.html", "a-b-.txt.html", "A-b-.txt-2.html", "index-2.html"]
    assert len({name.lower() for name in made}) == len(made)
    assert all("/" not in name and len(name) < 140 and not name.startswith(".") for name in made)
    assert names.of(replace(INFO, path="a.jsonl", part="/3/body")) == "a.jsonl-3-body.html"
