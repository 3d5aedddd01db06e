"""Tests of front matter addressed to leaflint."""

from __future__ import annotations

import pytest

from lint.decisions import read_suppressions
from lint.readers import read
from lint.types.text import Document, Source


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("path", ["a.md", "a.mdx"])
@pytest.mark.parametrize(
    "front",
    [
        'leaflint: "ignore-file cancer-risk: storage only by=AB"',
        "leaflint: ignore-file cancer-risk: storage only by=AB",
        "leaflint:\n  - ignore-file cancer-risk: storage only by=AB",
        "leaflint:\n- 'leaflint ignore-file cancer-risk: storage only by=AB'",
        "title: x\nleaflint:\n  - ignore-file cancer-risk: storage only by=AB\ntags:\n  - leaflint is not meant here",
    ],
)
def test_one_line_or_a_list(front: str, path: str, end: str) -> None:
    """Each line under the key is a suppression; it stands where it is written, and other keys are not read."""
    text = f"---\n{front}\n---\n\nA text.\n".replace("\n", end)
    document = next(iter(read(Source(path, text.encode()))))
    assert isinstance(document, Document)
    (one,) = read_suppressions(document)
    assert (one.rule, one.whole, one.decision.reason, one.decision.by) == ("cancer-risk", True, "storage only", "AB")
    assert document.source[one.place.start : one.place.end].endswith("ignore-file cancer-risk: storage only by=AB")


def test_none(tmp_path: object) -> None:
    """Without the key, and outside of front matter, nothing is read."""
    for text in ("---\ntitle: leaflint: ignore\nleaflint:\nx: y\n---\n\nA.\n", "leaflint: ignore-file X: y\n"):
        document = next(iter(read(Source("a.md", text.encode()))))
        assert isinstance(document, Document)
        assert document.directives == ()
