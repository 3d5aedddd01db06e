"""Pages and passages that stand in several documents, grouped: one group for each, the largest unit first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

from lint.across.index import REQUIRED, At, Index
from lint.across.near import Near
from lint.across.pages import PAGE, passages, share
from lint.across.union import components, roots

ALL_PAIRS = 8  # pages of a sentence up to which each is linked with each; beyond, with the next
FEWEST_COMMON = 4  # pages that may always share a passage
_COMMON = 0.1  # share of the pages beyond which what they share is their common frame
_LONE_COMMON = 0.03  # the same for a single sentence
LEAST_WORDS = 20  # words of a passage, or of a single sentence
_SAME = 0.6  # share of the shorter of two ranges that must lie in the other to be one passage

Node = tuple[int, int, int]  # page, first and last sentence
Link = tuple[int, int, int, int]  # sentence of one page, sentence of the other, words, how common: 0 rare, 1 not rare, 2 everywhere


@dataclass(frozen=True, slots=True)
class Compared:
    """What two pages have in common."""

    pages: tuple[int, int]
    whole: float = 0.0  # share of the shorter page's words, where one page is a copy of the other
    edges: tuple[tuple[Node, Node], ...] = ()  # else their passages
    lone: frozenset[Node] = frozenset()  # those that are a single sentence

    @property
    def nothing(self) -> bool:
        """Whether they have nothing in common."""
        return not (self.whole or self.edges)


@dataclass(frozen=True, slots=True)
class Copies:
    """The pages that say the same, or the places of a passage; in order."""

    places: tuple[Node, ...]
    whole: bool  # whether whole pages
    share: float = 1.0  # of the last page's words that stand in the others
    sentences: int = 1


def copies(index: Index, alike: dict[int, int], loose: Iterable[Near], without: frozenset[int]) -> Iterator[Copies]:
    """What stands in several pages.

    `alike` says which keys count as one sentence; `loose` pairs count beside such; those `without` do not count at all.
    """
    words = index.words(without)
    found = (
        compared((one, other), links, words[one], words[other])
        for one, other, links in index.link(chain(_links(index, alike, without), _loose(index, loose, without)))
    )
    yield from grouped(found)


def compared(pages: tuple[int, int], links: Sequence[Link], words: int, others: int) -> Compared:
    """What two pages have in common, by their links (first, second, words, how common) and how many words they have."""
    found = share([(first, second, count, bool(common)) for first, second, count, common in links], words, others)
    if found >= PAGE:
        return Compared(pages, found)
    if sum(count for _, _, count, common in links if common < 2) < LEAST_WORDS or (len(links) == 1 and links[0][3]):
        return Compared(pages)  # as most pairs of pages
    edges: list[tuple[Node, Node]] = []
    lone: set[Node] = set()
    for passage in passages([(first, second, count, common > 1) for first, second, count, common in links]):
        first, second = (pages[0], *passage.one), (pages[1], *passage.other)
        rare = any(common == 0 for a, _, _, common in links if a == passage.one[0])
        if passage.words >= LEAST_WORDS and (passage.sentences > 1 or rare):
            edges.append((first, second))
            if passage.sentences == 1:
                lone.update((first, second))
    return Compared(pages, 0.0, tuple(edges), frozenset(lone))


def grouped(found: Iterable[Compared]) -> Iterator[Copies]:
    """The groups that compared pages make. Pages that have nothing to do with each other, even through others, need not come together."""
    whole: dict[tuple[int, int], float] = {}
    edges: list[tuple[Node, Node]] = []
    lone: set[Node] = set()
    for pair in found:
        if pair.whole:
            whole[pair.pages] = pair.whole
        edges += pair.edges
        lone |= pair.lone
    for group in components(whole):
        best = max(share for pair, share in whole.items() if group[-1] in pair)
        yield Copies(tuple((page, 0, -1) for page in group), True, best)
    yield from _passages(edges, lone, roots(whole))


def _links(index: Index, alike: dict[int, int], without: frozenset[int]) -> Iterator[tuple[At, At, int]]:
    """Pairs of places of one sentence, each with how common it is: 0 rare, 1 too common for a single sentence, 2 for any passage."""
    required = {alike.get(key, key) for key in index.keys(REQUIRED)}
    left_out = {alike.get(key, key) for key in without}
    count = len(index.pages)
    for key, places in index.shared(alike):
        firsts = list({at.page: at for at in reversed(places)}.values())[::-1]
        if key in left_out or len(firsts) < 2:
            continue
        common = 2 if key in required else sum(len(firsts) > most for most in limits(count))
        if len(firsts) <= ALL_PAIRS:
            yield from ((one, other, common) for number, other in enumerate(firsts) for one in firsts[:number])
        else:
            yield from ((one, other, common) for one, other in pairwise(firsts))


def limits(count: int) -> tuple[float, float]:
    """The pages, of so many in all, beyond which what they share is too common for a single sentence, and for any passage."""
    return max(FEWEST_COMMON, _LONE_COMMON * count), max(FEWEST_COMMON, _COMMON * count)


def _loose(index: Index, pairs: Iterable[Near], without: frozenset[int]) -> Iterator[tuple[At, At, int]]:
    """Pairs of places of sentences that may be edited copies; never a passage by themselves."""
    for pair in pairs:
        ones, others = index.places(pair.one), index.places(pair.other)
        if len(ones) <= FEWEST_COMMON and len(others) <= FEWEST_COMMON and not {pair.one, pair.other} & without:
            for one, other in product(ones, others):
                if one.page != other.page:
                    yield (one, other, 1) if one.page < other.page else (other, one, 1)


def _passages(edges: list[tuple[Node, Node]], lone: set[Node], whole: dict[int, int]) -> Iterator[Copies]:
    """Passages with all their places, the longest first, each told once."""
    apart = [(one, other) for one, other in edges if whole.get(one[0], one[0]) != whole.get(other[0], other[0])]
    nodes = sorted({node for edge in apart for node in edge})
    found = []
    for group in components([*apart, *_overlapping(nodes)]):
        by_page: dict[int, Node] = {}
        for node in group:
            if node[0] not in by_page or _length(node) > _length(by_page[node[0]]):
                by_page[node[0]] = node
        found.append(tuple(by_page.values()))
    told: dict[int, list[Node]] = {}
    for places in sorted(found, key=lambda places: (-max(_length(node) for node in places), places)):
        if not all(any(_inside(node, larger) for larger in told.get(node[0], ())) for node in places):
            for node in places:
                told.setdefault(node[0], []).append(node)
            yield Copies(places, False, sentences=1 if set(places) <= lone else 2)


def _overlapping(nodes: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """Ranges of one page that are one passage, in pairs; the nodes come in order."""
    active: list[Node] = []
    for node in nodes:
        active = [other for other in active if other[0] == node[0] and other[2] >= node[1]]
        for other in active:
            shared = min(node[2], other[2]) - max(node[1], other[1]) + 1
            if shared >= _SAME * max(_length(node), _length(other)):
                yield other, node
        active.append(node)


def _inside(node: Node, larger: Node) -> bool:
    return larger[1] <= node[1] and node[2] <= larger[2]


def _length(node: Node) -> int:
    return node[2] - node[1] + 1
