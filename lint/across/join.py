"""The step across documents: digests in, findings out. The same for any order of digests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.across.approved import deviating, deviations
from lint.across.dangers import Danger, dangers
from lint.across.index import STANDARD, Index
from lint.across.keys import SHORTEST
from lint.across.near import Near, near
from lint.across.repeated import copies
from lint.across.union import roots
from lint.across.wording import Rules, of_copies, of_danger, of_deviation, of_leftover
from lint.repeats.difference import Words
from lint.types.digest import Digest
from lint.types.review import Finding


def join(digests: Iterable[Digest], standards: Iterable[Digest], rules: Rules, words: Words) -> Iterator[Finding]:
    """What pages say of each other: copies, dangerous differences, leftovers, and deviations from the approved texts (`standards`)."""
    index = Index(digests, standards)
    if len(index.pages) < 2 and not index.standards:
        return
    nears: list[Near] = []
    loose: list[Near] = []
    for pair in near(index.candidates(SHORTEST), words):
        (loose if pair.likeness is None else nears).append(pair)
    standard = index.keys(STANDARD)
    deviants = deviating(nears, standard)
    known = standard | deviants.keys()
    yield from (of_deviation(index, found, rules) for found in deviations(index, deviants))
    for found in dangers(index, nears, words, known):
        yield of_danger(index, found, rules) if isinstance(found, Danger) else of_leftover(index, found, rules)
    alike = roots((pair.one, pair.other) for pair in nears if not pair.dangers)
    yield from (of_copies(index, found, rules) for found in copies(index, alike, loose, frozenset(known)))
