"""Which lines a patch touches; patches as `git diff -U0` writes them."""

from __future__ import annotations

import pytest

from lint.changes.patch import Lines, changed_lines

PATCH = rb"""diff --git a/pages/a.md b/pages/a.md
index 111..222 100644
--- a/pages/a.md
+++ b/pages/a.md
@@ -2 +2,2 @@ heading
-old
+new
+newer
@@ -9,2 +10,0 @@
-gone
-gone too
diff --git a/logo.png b/logo.png
index 333..444 100644
Binary files a/logo.png and b/logo.png differ
diff --git "a/caf\303\251 \"x\".md" "b/caf\303\251 \"x\".md"
new file mode 100644
--- /dev/null
+++ "b/caf\303\251 \"x\".md"
@@ -0,0 +1 @@
+@@ -1 +1 @@ is text here
\ No newline at end of file
diff --git a/old.md b/new.md
similarity index 90%
rename from old.md
rename to new.md
--- a/old.md
+++ b/new.md
@@ -5 +5 @@
-x
+y
diff --git a/mode.md b/mode.md
old mode 100644
new mode 100755
"""


def nothing(path: str) -> bytes:
    return b""


def test_a_patch_is_read_by_its_counts() -> None:
    """Changed, removed, added, renamed and binary files; a text that looks like a patch is none; a change of mode touches no line."""
    assert changed_lines(PATCH, nothing) == {
        "pages/a.md": Lines(((2, 3),), touched=True),
        "logo.png": Lines((), whole=True, touched=True),
        'café "x".md': Lines(((1, 1),), touched=True),
        "new.md": Lines(((5, 5),), touched=True),
    }


@pytest.mark.parametrize(
    ("first", "last", "context", "held"),
    [(1, 1, 0, False), (2, 2, 0, True), (1, 9, 0, True), (4, 5, 0, False), (4, 5, 1, True), (1, 1, 1, True), (6, 6, 2, False)],
)
def test_lines_around_a_change_count_with_context(first: int, last: int, context: int, held: bool) -> None:
    """Lines 2 and 3 changed: what overlaps them, or lies within the context of them."""
    assert Lines(((2, 3),), touched=True).hold(first, last, context) is held


def test_a_whole_file_holds_every_line() -> None:
    """One that Git cannot compare counts as changed everywhere; one that it does not name nowhere."""
    assert Lines(whole=True).hold(1_000, 1_000)
    assert not Lines().hold(1, 1)
    assert [bool(Lines()), bool(Lines(touched=True)), bool(Lines(whole=True))] == [False, True, True]


def test_bare_carriage_returns_end_lines_too() -> None:
    """Git counts lines by LF; of a text whose lines end at CR, the ranges are counted anew."""
    patch = b"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -2 +2 @@\n-x\n+y\n"
    assert changed_lines(patch, lambda path: b"one\rtwo\rthree\nfour\rfive\nsix\n")["a.md"].ranges == ((4, 5),)
