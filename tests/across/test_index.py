"""The index: keys are the same everywhere, and boilerplate makes no explosion."""

from __future__ import annotations

import random
import subprocess
import sys

from lint.across.index import Index
from lint.across.keys import SHORTEST, gram_keys, line_key
from lint.across.repeated import copies
from lint.across.union import components, roots
from tests.across.conftest import digest


def test_keys_do_not_depend_on_the_process() -> None:
    """Another interpreter, with another seed of its hashes, gives the same keys."""
    code = (
        "from lint.across.keys import gram_keys, line_key; print(line_key('take it at night'), sorted(gram_keys('take it at night now')))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONHASHSEED": "7"}, check=True).stdout
    assert shown.strip() == f"{line_key('take it at night')} {sorted(gram_keys('take it at night now'))}"


def test_figures_count_as_one_in_runs() -> None:
    """Sentences that differ in their figures only meet under all their runs."""
    assert gram_keys("take 2 tablets every 6 hours") == gram_keys("take 4 tablets every 8 hours")


def test_links_grow_with_the_pages() -> None:
    """A sentence on n pages makes about n links, and near versions of it on all pages no pairs in proportion to their square."""
    rng = random.Random(2)
    for count in (50, 100, 200):
        pages = [
            digest(
                f"{n}.md",
                f"Ask for help at the desk number n{n} of our house in the morning.\nCall us at once if you have a fever. x{rng.random()}",
            )
            for n in range(count)
        ]
        index = Index(pages)
        assert sum(1 for _ in index.candidates(SHORTEST)) <= 20 * count
        assert list(copies(index, {}, (), frozenset())) == []
        (links,) = index._db.execute("select count(*) from links").fetchone()
        assert links <= 2 * count


def test_a_small_cache_gives_the_same(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """An index that must spill to disk finds what one in memory finds."""
    rng = random.Random(4)
    words = [f"w{n}" for n in range(200)]
    pages = [digest(f"{n:03}.md", "\n".join(" ".join(rng.choices(words, k=14)) for _ in range(30))) for n in range(100)]
    pages.append(digest("copy.md", "\n".join(sentence.quote for sentence in pages[5].sentences)))
    expected = list(copies(Index(pages), {}, (), frozenset()))
    assert [found.whole for found in expected] == [True]
    monkeypatch.setattr("lint.across.index._CACHE", 64)
    assert list(copies(Index(pages), {}, (), frozenset())) == expected


def test_what_is_joined_has_one_root() -> None:
    """Members joined through others stand together, whatever the order of pairs."""
    pairs = [(5, 4), (1, 2), (4, 2), (8, 9)]
    assert components(pairs) == components(pairs[::-1]) == [[1, 2, 4, 5], [8, 9]]
    assert roots(pairs)[5] == 1
